/** What a workshop is about, as plain paragraphs: whoever writes Markdown writes one to each blank line. */
export const paragraphsOf = (markdown: string): string[] =>
  markdown
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
