import { renderMarkdown } from '../../markdown/render-markdown';
import { titledText } from '../../markdown/titled-text';

/** The page of what is kept, as the site shows it: its title is the page's own. Throws where the text has none. */
export function keptView(markdown: string) {
  const { title, text } = titledText(markdown, 'what is kept');
  const { html, parts: contents } = renderMarkdown(text);
  return { title, html, contents };
}
