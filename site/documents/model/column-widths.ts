import type { DocumentTable } from './document';

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
  /** Its longest cell does. */
  readonly wanted: number;
}

/** How wide each column is, the first with them: no word is broken where there is room for all, and long cells have more. */
export function columnWidths(table: DocumentTable, room: TableRoom): number[] {
  const columns = columnsOf(table, room);
  const least = sumOf(columns.map((column) => column.least));
  if (least >= room.width) return columns.map((column) => (column.least / least) * room.width);
  const more = columns.map((column) => column.wanted - column.least + 1);
  const share = (room.width - least) / sumOf(more);
  return columns.map((column, place) => column.least + share * (more[place] ?? 0));
}

/** How much room a table needs at least, so that no word is broken. */
export const leastWidth = (table: DocumentTable, room: Omit<TableRoom, 'width'>): number =>
  sumOf(columnsOf(table, room).map(({ least }) => least));

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

function columnsOf({ rowHead, columns, rows }: DocumentTable, room: Omit<TableRoom, 'width'>): Column[] {
  const named =
    rowHead === null ? [] : [columnOf([rowHead, ...rows.map(({ label }) => label ?? '')], [], room)];
  return [
    ...named,
    ...columns.map(({ label }, place) =>
      columnOf(
        [label],
        rows.map(({ cells }) => cells[place]?.text ?? ''),
        room,
      ),
    ),
  ];
}

function columnOf(
  bold: readonly string[],
  plain: readonly string[],
  { size, padding }: Omit<TableRoom, 'width'>,
): Column {
  const width = (lettersOf: (text: string) => number): number =>
    2 * padding +
    size * Math.max(BOLD_LETTER * most(bold.map(lettersOf)), LETTER * most(plain.map(lettersOf)));
  return {
    least: width((text) => most(text.split(' ').map(({ length }) => length))),
    wanted: width((text) => Math.min(text.length, MOST_WANTED)),
  };
}

const most = (numbers: readonly number[]): number => Math.max(0, ...numbers);
