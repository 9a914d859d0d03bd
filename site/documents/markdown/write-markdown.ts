import {
  type Block,
  captionOf,
  type DocumentList,
  type DocumentTable,
  headingOf,
  type ReportDocument,
  type Run,
} from '../model/document';

/** A report in Markdown, with the tables of GitHub. Nothing that it says is read as markup or as HTML. */
export function writeMarkdown(document: ReportDocument): string {
  const { title, council, marks, front, sections } = document;
  const parts = [
    `# ${escaped(title)}`,
    escaped(council),
    ...(marks.length === 0 ? [] : [`**${escaped(marks.join(' – '))}**`]),
    front.map(({ label, value }) => `- **${escaped(label)}:** ${escaped(value)}`).join('\n'),
    ...sections.flatMap((section) => [
      `${'#'.repeat(section.level)} ${escaped(headingOf(section))}`,
      ...section.blocks.map(blockOf),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockOf(block: Block): string {
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${escaped(block.text)}`;
  if (block.kind === 'list') return listOf(block, '');
  if (block.kind === 'table') return tableOf(block);
  const words = block.runs.map(runOf).join('');
  if (block.number !== null) return `${escaped(block.number)} ${words}`;
  return block.tone === 'QUIET' ? `_${words}_` : words;
}

function listOf({ isOrdered, start, items }: DocumentList, indent: string): string {
  return items
    .flatMap(({ runs, lists }, place) => {
      const mark = isOrdered ? `${start + place}.` : '-';
      const below = indent + ' '.repeat(mark.length + 1);
      return [`${indent}${mark} ${runs.map(runOf).join('')}`, ...lists.map((list) => listOf(list, below))];
    })
    .join('\n');
}

function tableOf(table: DocumentTable): string {
  const { rowHead, columns, rows, notes } = table;
  const named = rowHead === null ? [] : [rowHead];
  const lines = [
    [...named, ...columns.map(({ label }) => label)].map(escaped),
    [...named.map(() => '---'), ...columns.map(({ isNumeric }) => (isNumeric ? '---:' : '---'))],
    ...rows.map(({ label, cells }) =>
      [...(label === null ? [] : [label]), ...cells.map(({ text }) => text)].map(escaped),
    ),
  ].map((cells) => `| ${cells.join(' | ')} |`);
  const caption = captionOf(table);
  return [
    ...(caption === '' ? [] : [`**${escaped(caption)}**`]),
    lines.join('\n'),
    ...(notes.length === 0 ? [] : [notes.map((note) => `- ${escaped(note)}`).join('\n')]),
  ].join('\n\n');
}

function runOf({ text, isBold = false, isItalic = false, isCode = false, link }: Run): string {
  const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  if (core === '') return text;
  const plain = isCode ? codeOf(core) : escaped(core);
  const look = (isBold ? '**' : '') + (isItalic ? '*' : '');
  const words = look + plain + [...look].reverse().join('');
  return (
    before +
    (link === undefined ? words : `[${words}](<${link.replace(/[<>\\]/g, encodeURIComponent)}>)`) +
    after
  );
}

/** Fenced by more ticks than stand in it. */
function codeOf(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : fence + text + fence;
}

/** Every sign that Markdown or HTML would read, and what begins a list, a heading or a number at the start of a line. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>|~&#]/g, '\\$&')
    .replace(/^(\s*)([-+=]|\d+(?=[.)]))/, (_, blank: string, sign: string) =>
      /\d/.test(sign) ? `${blank}${sign}\\` : `${blank}\\${sign}`,
    );
