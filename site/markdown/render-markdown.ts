import MarkdownIt from 'markdown-it';
import { isSafeLink } from './safe-link';

type Token = MarkdownIt.Token;

/** A part of a text, with the address of its heading within the page. */
export interface TextPart {
  readonly id: string;
  readonly title: string;
}

/** A text as a page shows it: no HTML that its author wrote is in it. */
export interface RenderedText {
  readonly html: string;
  /** Its highest headings, for a list of contents. */
  readonly parts: readonly TextPart[];
}

/** Deeper than anybody writes; what is deeper is shown as it stands. */
const DEEPEST = 20;

const markdown = new MarkdownIt('default', { html: false, linkify: false, maxNesting: DEEPEST });
markdown.validateLink = isSafeLink;
// Nothing is fetched for a text: of a picture its description is shown.
markdown.renderer.rules.image = (tokens, index) =>
  `<span class="prose__picture">(picture: ${markdown.utils.escapeHtml(tokens[index]?.content ?? '')})</span>`;
markdown.renderer.rules.table_open = (tokens, index) =>
  `<div class="scroll" role="region" tabindex="0" aria-label="${tokens[index]?.attrGet('aria-label')}"><table class="govuk-table prose__table">\n`;
markdown.renderer.rules.table_close = () => '</table></div>\n';

/**
 * Makes HTML of Markdown. HTML in it is text, links lead only where `isSafeLink` lets them, pictures are told by their
 * description, and headings stand below the page's own, none skipped.
 */
export function renderMarkdown(text: string): RenderedText {
  const tokens = markdown.parse(text, {});
  const parts = placeHeadings(tokens);
  nameTables(tokens);
  for (const token of tokens) if (['th_open', 'td_open'].includes(token.type)) alignCell(token);
  return { html: markdown.renderer.render(tokens, markdown.options, {}), parts };
}

const HIGHEST = 2;
const LOWEST = 6;

/** Puts headings below the page's own, and gives those of the highest level an address. */
function placeHeadings(tokens: readonly Token[]): TextPart[] {
  const openings = tokens.filter(({ type }) => type === 'heading_open');
  const top = Math.min(...openings.map(levelOf));
  const parts: TextPart[] = [];
  let last = HIGHEST - 1;
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_close') token.tag = `h${last}`;
    if (token.type !== 'heading_open') continue;
    last = Math.min(levelOf(token) - top + HIGHEST, last + 1, LOWEST);
    token.tag = `h${last}`;
    token.attrSet('class', `prose__heading prose__heading--${last}`);
    if (last > HIGHEST) continue;
    const part = { id: `part-${parts.length + 1}`, title: wordsOf(tokens[index + 1]) };
    token.attrSet('id', part.id);
    parts.push(part);
  }
  return parts;
}

const levelOf = ({ tag }: Token): number => Number(tag.slice(1));

/** What a heading says, without what its words are marked by. */
const wordsOf = (inline: Token | undefined): string =>
  (inline?.children ?? []).map(({ type, content }) => (type === 'softbreak' ? ' ' : content)).join('');

/** Each table can be scrolled by the keyboard, under a name of its own. */
function nameTables(tokens: readonly Token[]): void {
  let tables = 0;
  for (const token of tokens)
    if (token.type === 'table_open') token.attrSet('aria-label', `Table ${++tables}`);
}

/** Cells are aligned by a class: the page's policy lets no style stand in the text. */
function alignCell(token: Token): void {
  const isNumeric = String(token.attrGet('style')).includes('right');
  const kind = token.type === 'th_open' ? 'header' : 'cell';
  token.attrs = [
    ['class', `govuk-table__${kind}${isNumeric ? ` govuk-table__${kind}--numeric` : ''}`],
    ...(kind === 'header' ? [['scope', 'col'] satisfies [string, string]] : []),
  ];
}
