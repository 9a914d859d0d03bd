import { renderMarkdown } from '../../markdown/render-markdown';

/** The page of what is kept, as the site shows it: its title is the page's own. Throws where the text has none. */
export function keptView(markdown: string) {
  const [, title, text] = /^# ([^\n]+)\n(.*)$/s.exec(markdown) ?? [];
  if (title === undefined || text === undefined) throw new Error('The page of what is kept has no title');
  const { html, parts: contents } = renderMarkdown(text);
  return { title, html, contents };
}
