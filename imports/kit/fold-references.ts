import { referenceKey } from '../../domain/references/reference';

/** The most references that one text is taken to name: one that is full of numbers names none in particular. */
const MOST = 20;
/** Fewer digits alone are a house number, a sum or a year. */
const FEWEST_DIGITS = 6;
const MOST_DIGITS = 12;

/** What a reference is compared by; null for what is too short to tell one record from another. */
export function foldReference(written: string): string | null {
  const folded = referenceKey(written);
  const isTelling = /[A-Z]/.test(folded) ? /\d{3}/.test(folded) : folded.length >= FEWEST_DIGITS;
  return isTelling ? folded : null;
}

/** `ASC-C-41998`, `CSC 2198`, `crm#100278577`. */
const LETTERED = /(?<![A-Z0-9])[A-Z]{2,6}(?:[-/][A-Z]{1,3})*[-/ #:]{0,2}\d{3,12}(?![A-Z0-9])/gi;
const NUMBER = /\d+/g;
/** `100 278577`: one number with a space in it, or two beside each other. */
const PARTED = /(?<!\d)(?=(\d+) (\d+)(?!\d))/g;

/**
 * What could be references in texts, folded as `foldReference` folds them. That too much is taken for one does no harm:
 * only what is some record's own reference shows anything.
 */
export function referencesIn(texts: readonly string[]): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    const plain = text.normalize('NFKC').replace(/\p{Pd}/gu, '-');
    for (const each of candidates(plain)) {
      const folded = foldReference(each);
      if (folded !== null && found.size < MOST) found.add(folded);
    }
  }
  return [...found];
}

function* candidates(text: string): Generator<string> {
  yield* text.match(LETTERED) ?? [];
  const numbers = text.match(NUMBER) ?? [];
  const parted = [...text.matchAll(PARTED)].map(([, before = '', after = '']) => before + after);
  for (const digits of [...numbers, ...parted]) if (digits.length <= MOST_DIGITS) yield digits;
}
