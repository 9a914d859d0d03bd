import { type Block, captionOf, type DocumentTable, headingOf, type ReportDocument } from '../model/document';
import { printedText } from '../model/printed-runs';
import { type SheetCell, toneStyle } from './styles';

/** A sheet of a workbook: its rows, and how many at the top stay in sight. */
export interface Sheet {
  readonly name: string;
  /** What it shows. */
  readonly title: string;
  readonly rows: readonly (readonly SheetCell[])[];
  /** In letters, one for each column. */
  readonly widths: readonly number[];
  readonly headRows: number;
  readonly isLandscape: boolean;
}

const WORDS_TITLE = 'What the report says besides its tables';
const WORDS_WIDTH = 100;
const LABEL_WIDTH = 42;

/** The sheets of a report: what it is, what it says in words, and each of its tables. */
export function sheetsOf(document: ReportDocument): Sheet[] {
  const taken = new Set(['about', 'words']);
  const tables = document.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const sheets = tables.map((table, place) => tableSheet(table, sheetName(table, { place, taken })));
  return [aboutSheet(document, sheets), wordsSheet(document), ...sheets];
}

const label = (text: string): SheetCell => ({ text, style: 'HEAD' });
const words = (text: string): SheetCell => ({ text, style: 'WRAPPED' });

function aboutSheet({ title, council, marks, front }: ReportDocument, sheets: readonly Sheet[]): Sheet {
  const rows = [
    [{ text: title, style: 'TITLE' as const }],
    [words(council)],
    ...marks.map((mark) => [label(mark)]),
    ...front.map((line) => [label(line.label), words(line.value)]),
    [label('Sheets')],
    [words('Words'), words(WORDS_TITLE)],
    ...sheets.map(({ name, title: says }) => [words(name), words(says)]),
  ];
  return { name: 'About', title, rows, widths: [LABEL_WIDTH, WORDS_WIDTH], headRows: 1, isLandscape: false };
}

function wordsSheet({ sections }: ReportDocument): Sheet {
  const rows = sections.flatMap((section) =>
    section.blocks
      .flatMap(linesOf)
      .map(({ number, text }) => [words(headingOf(section)), words(number ?? ''), words(text)]),
  );
  return {
    ...{
      name: 'Words',
      title: WORDS_TITLE,
      widths: [LABEL_WIDTH, 8, WORDS_WIDTH],
      headRows: 1,
      isLandscape: false,
    },
    rows: [['Section', 'Number', 'Text'].map(label), ...rows],
  };
}

interface Line {
  readonly number: string | null;
  readonly text: string;
}

function linesOf(block: Block): Line[] {
  if (block.kind === 'table') return [];
  if (block.kind === 'heading') return [{ number: null, text: block.text }];
  if (block.kind === 'paragraph') return [{ number: block.number, text: printedText(block.runs) }];
  return block.items.flatMap(({ runs, lists }, place) => [
    { number: block.isOrdered ? `${block.start + place}.` : '•', text: printedText(runs) },
    ...lists.flatMap(linesOf),
  ]);
}

function tableSheet(table: DocumentTable, name: string): Sheet {
  const { rowHead, columns, rows, notes, number } = table;
  const named = rowHead === null ? [] : [rowHead];
  const heads = [...named, ...columns.map((column) => column.label)];
  const title = captionOf(table) || name;
  return {
    ...{ name, title },
    rows: [
      [{ text: title, style: 'TITLE' }],
      heads.map(label),
      ...rows.map((row) => [...(row.label === null ? [] : [words(row.label)]), ...row.cells.map(cellOf)]),
      ...notes.map((note): SheetCell[] => [{ text: note, style: 'QUIET' }]),
    ],
    widths: heads.map((head, place) =>
      place === 0 && number !== null ? LABEL_WIDTH : widthOf(table, head, place - named.length),
    ),
    ...{ headRows: 2, isLandscape: true },
  };
}

const MOST_WIDTH = 40;
const widthOf = ({ rows }: DocumentTable, head: string, place: number): number =>
  Math.min(
    MOST_WIDTH,
    Math.max(12, head.length / 2, ...rows.map(({ cells }) => (cells[place]?.text.length ?? 0) + 2)),
  );

/** A figure is a number, a rate one that is shown as it is read; what is no figure is its words. */
const cellOf = ({ text, tone, value, isRate }: DocumentTable['rows'][number]['cells'][number]): SheetCell =>
  value !== null && tone === 'PLAIN'
    ? { value, style: rateStyle({ value, isRate, text }) }
    : { text, style: toneStyle(tone) };

const rateStyle = ({ value, isRate, text }: { value: number; isRate: boolean; text: string }) => {
  if (!isRate) return Number.isInteger(value) ? 'COUNT' : 'DECIMAL';
  return /\d\.\d+\s*%/.test(text) ? 'RATE_TENTHS' : 'RATE';
};

const MOST_NAME = 31;

/** What Excel takes as a name: 31 letters, once in its book, without the signs of an address. */
function sheetName(
  { title, number }: DocumentTable,
  { place, taken }: { place: number; taken: Set<string> },
): string {
  const name = `${(number ?? `Words ${place + 1}`).replace('Table ', '')} ${title}`
    .replace(/[[\]:*?/\\']/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // Cut between letters, not within one.
  const [cut = ''] = new RegExp(`^.{0,${MOST_NAME - 4}}`, 'su').exec(name) ?? [];
  const unique = taken.has(cut.toLowerCase()) ? `${cut.trim()} ${place + 1}` : cut.trim();
  taken.add(unique.toLowerCase());
  return unique;
}
