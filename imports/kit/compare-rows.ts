import { type Comparison, compareCells } from '../cells/compare-cells';
import { foldWord, readWord, type WordTable } from '../cells/text';
import type { Names } from './names';

/** What words of a column mean, so that two of them can be compared; null for one that is not known. */
export type WordMeaning = (cell: string, names: Names) => unknown;

/** The columns of a source that hold words of a list; of what lists hold, without the places in them. */
export type ListedColumns = Readonly<{ [column: string]: WordMeaning }>;

/** Looks words up in a table. */
export const meaningIn =
  <Meaning>(table: WordTable<Meaning>): WordMeaning =>
  (cell) => {
    const read = readWord(cell, table);
    return read.kind === 'word' ? read.means : null;
  };

type Cells = Readonly<Record<string, string>>;

/**
 * Compares two rows by what they mean. `less` says the same as `other`, in at least one cell less exactly and in none
 * more so; a row that is here more and there less exact is another.
 */
export function compareRows(
  { one, other }: { readonly one: Cells; readonly other: Cells },
  { listed, names }: { readonly listed: ListedColumns; readonly names: Names },
): Comparison {
  let found: Comparison = 'same';
  for (const column of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [first, second] = [one[column] ?? '', other[column] ?? ''];
    if (first === second) continue;
    const words = listed[column.replace(/\[\d+\]/g, '[]')];
    const cell = words && isSameWord([first, second], words, names) ? 'same' : compareCells(first, second);
    if (cell === 'different' || (found !== 'same' && cell !== 'same' && cell !== found)) return 'different';
    if (cell !== 'same') found = cell;
  }
  return found;
}

function isSameWord([one, other]: readonly [string, string], words: WordMeaning, names: Names): boolean {
  if (foldWord(one) === foldWord(other)) return true;
  const meaning = words(one, names);
  return meaning !== null && meaning === words(other, names);
}
