import { renderMarkdown } from '../../markdown/render-markdown';
import { titledText } from '../../markdown/titled-text';
import { filledIn, type ToolPlaces } from './fill-in';
import { CONNECT_PATH } from './paths';
import type { KnownTool } from './read-tools';

/**
 * The page of a tool: its title, and its steps with this installation's addresses in them, and links to the pages of what else is
 * offered. Throws where the text has no title.
 */
export function toolView(
  tool: KnownTool,
  { places, offered }: { readonly places: ToolPlaces; readonly offered: readonly KnownTool[] },
) {
  const { title, text } = titledText(tool.steps, tool.id);
  const { html } = renderMarkdown(withLinks(filledIn(text, 'steps.md', places), tool, offered));
  return { title, html, files: filesOf(tool), needs: tool.door === 'SQL' ? 'login' : 'key' };
}

/** What can be taken away: the bundle, or each file. */
function filesOf({ id, bundle, files }: KnownTool): { name: string; href: string }[] {
  const names = bundle === undefined ? files.map(({ place }) => place) : [bundle];
  return names.map((name) => ({ name, href: fileHref(id, name) }));
}

const fileHref = (id: string, name: string): string => `${CONNECT_PATH}/${id}/${name}`;

const LINK = /\[([^\]]+)\]\(([^)\s]+)\)/g;
const STARTER = /^\.\.\/\.\.\/starters\/([\w-]+)\/(.*)$/;
const PAGE = /^([\w-]+)\.md(#.*)?$/;

/** Links to starter files and to pages that are offered lead there on the site; of another page it is said where it is. */
function withLinks(text: string, { bundle = '' }: KnownTool, offered: readonly KnownTool[]): string {
  return text.replace(LINK, (whole, words: string, target: string) => {
    if (/^https?:/.test(target)) return whole;
    const [, id, name = ''] = STARTER.exec(target) ?? [];
    if (id !== undefined) return `[${words}](${fileHref(id, name || bundle)})`;
    const [, page, section = ''] = PAGE.exec(target) ?? [];
    if (page === undefined) return words;
    if (page === 'connect-a-tool') return `[${words}](${CONNECT_PATH}${section})`;
    const known = offered.find((each) => each.page === page);
    return known ? `[${words}](${CONNECT_PATH}/${known.id})` : `${words} (the product’s docs/how-to/${page})`;
  });
}
