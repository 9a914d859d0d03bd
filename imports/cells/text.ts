import { foldWord } from '../../domain/words/fold-word';

export { foldWord };

/** What a cell of listed words says. `written` is the cell as it came, without the spaces around it. */
export type WordCell<Meaning> =
  | { readonly kind: 'blank' }
  | { readonly kind: 'word'; readonly means: Meaning }
  | { readonly kind: 'unknown'; readonly written: string };

/** The words of a list by their folded spelling, and as they are listed. Made by `wordTable`. */
export interface WordTable<Meaning> {
  readonly listed: readonly (readonly [word: string, means: Meaning])[];
  readonly byFolded: ReadonlyMap<string, { readonly kind: 'word'; readonly means: Meaning }>;
}

/** A list of words with what each means. Throws where a word is blank, or is there twice with two meanings. */
export function wordTable<Meaning>(
  entries: readonly (readonly [word: string, means: Meaning])[],
): WordTable<Meaning> {
  const byFolded = new Map<string, { readonly kind: 'word'; readonly means: Meaning }>();
  for (const [word, means] of entries) {
    const folded = foldWord(word);
    if (folded === '') throw new Error('A list of words holds a blank one: take it out.');
    const known = byFolded.get(folded);
    if (known !== undefined && known.means !== means)
      throw new Error(`A list of words gives "${word}" two meanings: keep one of them.`);
    byFolded.set(folded, { kind: 'word', means });
  }
  return { listed: entries, byFolded };
}

/** Whether a cell says nothing: empty, or spaces alone. */
export function blank(cell: string): boolean {
  return cell.trim() === '';
}

/** A cell of free text without the spaces around it; null where it is blank. */
export function readText(cell: string): string | null {
  const trimmed = cell.trim();
  return trimmed === '' ? null : trimmed;
}

/**
 * Nobody's reference and nobody's word is longer. The database looks them up by indexes whose entries have to fit into
 * 2,704 bytes: what does not would be refused, and a character takes up to four.
 */
const LONGEST_REFERENCE = 100;
const LONGEST_WORD = 300;

/** Whether a text has more characters than so many; a character of two halves is one. */
export function isLongerThan(text: string, most: number): boolean {
  return text.length > most && endOf(text, most) < text.length;
}

/** Where so many characters end. */
function endOf(text: string, most: number): number {
  let [end, count] = [0, 0];
  for (const character of text) {
    if (count === most) return end;
    count += 1;
    end += character.length;
  }
  return end;
}

/** Whether this is longer than any reference. */
export function isTooLong(reference: string): boolean {
  return isLongerThan(reference, LONGEST_REFERENCE);
}

/**
 * What is kept of a word as it was written: of a service, a channel, a code and whatever else records are sought by. The
 * beginning alone of one that is longer than any word; null where the cell is blank.
 */
export function readWritten(cell: string): string | null {
  const text = readText(cell);
  if (text === null || !isLongerThan(text, LONGEST_WORD)) return text;
  return `${text.slice(0, endOf(text, LONGEST_WORD - 1))}…`;
}

/** Looks a cell up in a list of words, whatever its case and spaces. A word that is not listed is kept as written. */
export function readWord<Meaning>(cell: string, table: WordTable<Meaning>): WordCell<Meaning> {
  const folded = foldWord(cell);
  if (folded === '') return { kind: 'blank' };
  return table.byFolded.get(folded) ?? { kind: 'unknown', written: cell.trim() };
}

/** The digits of a cell in their order, for references typed by hand (`#100 278577`); empty where it has none. */
export function digits(cell: string): string {
  return cell.replace(/[^0-9]+/g, '');
}
