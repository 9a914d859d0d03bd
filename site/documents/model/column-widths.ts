import type { DocumentTable } from './document';
import { printedFigure } from './printed-figure';

/** How wide a letter is on average, in parts of the size of its font; heads and names of rows are bold. */
const LETTER = 0.52;
const BOLD_LETTER = 0.58;
/** Beyond this many letters a column wants no more room: its cells have several lines. */
const MOST_WANTED = 44;

/** A width to fill: in whatever measure, with the size of the letters and the room beside them in the same. */
export interface TableRoom {
  readonly width: number;
  readonly size: number;
  readonly padding: number;
}

interface Column {
  /** Its longest word stands on one line. */
  readonly least: number;
  /** Its longest cell does, and its head on two. */
  readonly wanted: number;
  /** Its head does too. */
  readonly ample: number;
}

/** How wide each column is, the first with them: no word is broken where there is room for all, and long cells have more. */
export function columnWidths(table: DocumentTable, room: TableRoom): number[] {
  const columns = columnsOf(table, room);
  const least = sumOf(columns.map((column) => column.least));
  if (least >= room.width) return columns.map((column) => (column.least / least) * room.width);
  // A head has two lines where there is no room for all: what people read comes first.
  const isAmple = sumOf(columns.map((column) => column.ample)) <= room.width;
  const more = columns.map((column) => (isAmple ? column.ample : column.wanted) - column.least + 1);
  const share = (room.width - least) / sumOf(more);
  return columns.map((column, place) => column.least + share * (more[place] ?? 0));
}

/** How much room a table needs at least, so that no word is broken. */
export const leastWidth = (table: DocumentTable, room: Omit<TableRoom, 'width'>): number =>
  sumOf(columnsOf(table, room).map(({ least }) => least));

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

function columnsOf({ rowHead, columns, rows }: DocumentTable, room: Omit<TableRoom, 'width'>): Column[] {
  const named =
    rowHead === null
      ? []
      : [columnOf({ head: rowHead, names: rows.map(({ label }) => label ?? ''), cells: [] }, room)];
  return [
    ...named,
    ...columns.map(({ label, isNumeric }, place) => {
      const texts = rows.map(({ cells }) => cells[place]?.text ?? '');
      return columnOf({ head: label, names: [], cells: isNumeric ? texts.map(printedFigure) : texts }, room);
    }),
  ];
}

function columnOf(
  { head, names, cells }: { head: string; names: readonly string[]; cells: readonly string[] },
  { size, padding }: Omit<TableRoom, 'width'>,
): Column {
  const widthOf = (bold: readonly number[], plain: readonly number[]): number =>
    2 * padding + size * Math.max(BOLD_LETTER * most(bold), LETTER * most(plain));
  const wanted = cells.map(lettersWanted);
  return {
    least: widthOf([head, ...names].map(longestWord), cells.map(longestWord)),
    wanted: widthOf([Math.max(longestWord(head), head.length / 2), ...names.map(lettersWanted)], wanted),
    ample: widthOf([head, ...names].map(lettersWanted), wanted),
  };
}

const longestWord = (text: string): number => most(text.split(' ').map(({ length }) => length));
const lettersWanted = ({ length }: string): number => Math.min(length, MOST_WANTED);

const most = (numbers: readonly number[]): number => Math.max(0, ...numbers);
