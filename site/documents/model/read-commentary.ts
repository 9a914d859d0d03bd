import MarkdownIt from 'markdown-it';
import { isSafeLink } from '../../markdown/safe-link';
import { cleanText } from './clean-text';
import type { Block, DocumentCell, DocumentList, DocumentTable, ListItem, Run } from './document';
import { runsOf } from './read-runs';

type Token = MarkdownIt.Token;

/** Deeper than anybody writes; what is deeper is shown as it stands. */
const DEEPEST = 20;
const markdown = new MarkdownIt('default', { html: false, linkify: false, maxNesting: DEEPEST });
markdown.validateLink = isSafeLink;

const HIGHEST = 3;
const LOWEST = 6;

/** What is still to be read. */
interface Reading {
  readonly tokens: readonly Token[];
  at: number;
}

/**
 * Reads what somebody wrote, in Markdown. HTML in it is text, and headings stand below the section's own, none skipped.
 * `above` is the level of that heading.
 */
export function readCommentary(text: string, above: number): Block[] {
  const reading: Reading = { tokens: markdown.parse(text, {}), at: 0 };
  const blocks: Block[] = [];
  while (reading.at < reading.tokens.length) blocks.push(...readBlock(reading));
  return settleHeadings(blocks, Math.max(above + 1, HIGHEST));
}

function readBlock(reading: Reading): Block[] {
  const token = next(reading);
  if (token === undefined) return [];
  if (token.type === 'inline') return paragraph(runsOf(token));
  if (token.type === 'fence' || token.type === 'code_block')
    return token.content
      .trimEnd()
      .split('\n')
      .flatMap((line) => paragraph([{ text: cleanText(line), isCode: true }]));
  if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open')
    return [readList(reading, token)];
  if (token.type === 'table_open') return [readTable(reading)];
  if (token.type === 'heading_open')
    return [{ kind: 'heading', level: Number(token.tag.slice(1)), text: plainOf(next(reading)) }];
  // Quotes and rules keep what stands in them, and lose their look.
  return [];
}

const next = (reading: Reading): Token | undefined => reading.tokens[reading.at++];

const plainOf = (inline: Token | undefined): string =>
  runsOf(inline)
    .map(({ text }) => text)
    .join('');

const paragraph = (runs: readonly Run[]): Block[] =>
  runs.length === 0 ? [] : [{ kind: 'paragraph', number: null, tone: 'PLAIN', runs }];

function readList(reading: Reading, open: Token): DocumentList {
  const items: ListItem[] = [];
  for (let token = next(reading); token && !/_list_close$/.test(token.type); token = next(reading))
    if (token.type === 'list_item_open') items.push(readItem(reading));
  const isOrdered = open.type === 'ordered_list_open';
  return { kind: 'list', isOrdered, start: Number(open.attrGet('start') ?? 1), items };
}

function readItem(reading: Reading): ListItem {
  const runs: Run[] = [];
  const lists: DocumentList[] = [];
  while (reading.at < reading.tokens.length) {
    if (reading.tokens[reading.at]?.type === 'list_item_close') {
      reading.at += 1;
      break;
    }
    for (const block of readBlock(reading)) {
      if (block.kind === 'list') lists.push(block);
      else runs.push(...(runs.length > 0 ? [{ text: ' ' }] : []), ...wordsIn(block));
    }
  }
  return { runs, lists };
}

/** What stands in an item besides its lists is said in its words. */
function wordsIn(block: Block): readonly Run[] {
  if (block.kind === 'paragraph') return block.runs;
  if (block.kind === 'heading') return [{ text: block.text, isBold: true }];
  if (block.kind === 'list') return [];
  const rows = [
    block.columns.map(({ label }) => label),
    ...block.rows.map(({ cells }) => cells.map(({ text }) => text)),
  ];
  return [{ text: rows.map((row) => row.join(', ')).join('; ') }];
}

function readTable(reading: Reading): DocumentTable {
  const heads: { label: string; isNumeric: boolean }[] = [];
  const rows: DocumentCell[][] = [];
  for (let token = next(reading); token && token.type !== 'table_close'; token = next(reading)) {
    const isNumeric = String(token.attrGet('style')).includes('right');
    if (token.type === 'th_open') heads.push({ label: plainOf(next(reading)), isNumeric });
    if (token.type === 'tr_open' && heads.length > 0) rows.push([]);
    if (token.type === 'td_open') rows.at(-1)?.push(wordsCell(plainOf(next(reading))));
  }
  return {
    ...{ kind: 'table', number: null, title: '', rowHead: null, columns: heads, notes: [] },
    rows: rows.map((cells) => ({ label: null, cells })),
  };
}

const wordsCell = (text: string): DocumentCell => ({ text, tone: 'PLAIN', value: null, isRate: false });

/** Puts the highest heading right below the section's, and none more than one below the one before it. */
function settleHeadings(blocks: readonly Block[], first: number): Block[] {
  const top = Math.min(...blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])));
  let last = first - 1;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    last = Math.min(block.level - top + first, last + 1, LOWEST);
    return { ...block, level: last };
  });
}
