import type { Random } from './random';

const LINE_END = '\r\n';

/** A record of a CSV file: cells quoted where they have to be, ended by CRLF. */
export function asLine(cells: readonly string[]): string {
  return cells.map(quoted).join(',') + LINE_END;
}

/** A record with another number of cells than the header has: cut short, or with text past the last column. */
export function raggedLine(random: Random, cells: readonly string[]): string {
  if (random.chance(0.5)) return asLine(cells.slice(0, random.between(2, cells.length - 1)));
  return asLine([...cells, random.pick(['and more', '£20', '1'])]);
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
