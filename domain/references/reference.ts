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
export function tidyReference(written: string): string {
  const visible = written.replace(INVISIBLE, '').trim();
  const bare = AS_FORMULA.exec(visible)?.[1] ?? AS_TEXT.exec(visible)?.[1] ?? visible;
  return bare.trim().replace(/\s+/g, ' ');
}

/** Whether a part of a reference was lost: in scientific notation, or a character of it. Unlike ones then look alike. */
export function isGarbled(reference: string): boolean {
  return SCIENTIFIC.test(reference) || reference.includes(LOST_CHARACTER);
}

/**
 * What a reference is sought by, whoever typed it: its letters A to Z in upper case, and its digits. Several records can
 * share a key (CSC-2198, csc 2198), so that it finds candidates and identifies nothing. Empty where it has neither.
 */
export function referenceKey(written: string): string {
  return written.replace(/[^A-Za-z0-9]+/g, '').toUpperCase();
}
