import { digits, isTooLong } from './text';

/** What nobody sees: zero-width characters, soft hyphens, word joiners, marks of direction and of byte order, selectors. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;
/** How a spreadsheet is made to leave a number alone: `="0123"`. */
const AS_FORMULA = /^=\s*"([^"]*)"$/;
/** And how somebody does so by hand: `'0123`. */
const AS_TEXT = /^['’](.*?)['’]?$/;
/** `9.10000E+08`: a spreadsheet has cut the reference short, and many that were different look like this. */
const SCIENTIFIC = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)e[+-]?\d+$/i;
/** Stands for a character that was lost. */
const LOST_CHARACTER = '\ufffd';

/**
 * A reference as everybody reads it: without what is invisible, without what only tells a spreadsheet to leave it alone,
 * its parts one space from each other. Whoever wrote it in another case, or with other dashes or spaces, may have meant
 * another record.
 */
export function tidyReference(cell: string): string {
  const visible = cell.replace(INVISIBLE, '').trim();
  const bare = AS_FORMULA.exec(visible)?.[1] ?? AS_TEXT.exec(visible)?.[1] ?? visible;
  return bare.trim().replace(/\s+/g, ' ');
}

/**
 * Whether this can be a reference. Without any digit ("n/a", "?"), in scientific notation, or with a character lost,
 * unlike records would pass for copies of each other.
 */
export function isReference(written: string): boolean {
  if (digits(written) === '' || isTooLong(written)) return false;
  return !SCIENTIFIC.test(written) && !written.includes(LOST_CHARACTER);
}

/** The reference in a cell; null for what can be none. */
export function readReference(cell: string): string | null {
  const reference = tidyReference(cell);
  return isReference(reference) ? reference : null;
}

/**
 * The reference that a cell gave before invisible characters, formulas and scientific notation were known for what they
 * are: without spaces. Records of then are still held by it.
 */
export function readEarlierReference(cell: string): string | null {
  const reference = cell.replace(/\s+/g, '');
  return digits(reference) === '' || isTooLong(reference) ? null : reference;
}
