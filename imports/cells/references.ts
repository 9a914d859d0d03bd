import { isGarbled, tidyReference } from '../../domain/references/reference';
import { digits, isTooLong } from './text';

export { tidyReference };

/**
 * Whether this can be a reference. Without any digit ("n/a", "?"), in scientific notation, or with a character lost,
 * unlike records would pass for copies of each other.
 */
export function isReference(written: string): boolean {
  if (digits(written) === '' || isTooLong(written)) return false;
  return !isGarbled(written);
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
