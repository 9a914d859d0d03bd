/** Tells Excel that what follows is UTF-8. */
export const CSV_START = '\uFEFF';

/** What spreadsheets take for the beginning of a formula, whatever blanks stand before it. */
const FORMULA = /^[\s\u00a0\ufeff\u200b]*[=+\-@＝＋－＠]|^[\t\r\n]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/**
 * One line of a file with commas (RFC 4180), its end included; null is an empty cell. A text that a spreadsheet would work
 * out is begun with an apostrophe, so that it stays a text; a number is left one.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
