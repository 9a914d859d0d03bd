/** Ends of lines and tabs of any kind, which a message is to be read across. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** What a terminal obeys, and marks that turn the direction of what follows. */
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text on one line, with nothing in it that a terminal would obey. */
export function printable(text: string): string {
  return text.replace(BREAKS, ' ').replace(CONTROLS, '\ufffd');
}

/** So much of a cell is enough to recognise it. */
const LONGEST = 100;

/** What a message repeats of a cell: printable, without the spaces around it, its beginning alone where it is long. */
export function excerpt(cell: string): string {
  const trimmed = cell.trim();
  const text = printable(trimmed);
  if (text.length <= LONGEST) return text;
  // Half of a character of two halves is none.
  return `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
