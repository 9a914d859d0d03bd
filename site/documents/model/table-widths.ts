import type { DocumentTable } from './document';

const LEAST_LETTERS = 7;
const MOST_LETTERS = 34;

/** The shares of a table's width that its columns have, the first column with them; together 1. */
export function columnShares({ rowHead, columns, rows }: DocumentTable): number[] {
  const named = rowHead === null ? [] : [lettersOf([rowHead, ...rows.map(({ label }) => label ?? '')])];
  const letters = [
    ...named,
    ...columns.map(({ label }, place) =>
      lettersOf([label, ...rows.map(({ cells }) => cells[place]?.text ?? '')]),
    ),
  ];
  const all = letters.reduce((sum, each) => sum + each, 0);
  return letters.map((each) => each / all);
}

/** How many letters wide a column wants to be: its longest word on a line, and room for more where cells are long. */
function lettersOf(texts: readonly string[]): number {
  const longestWord = Math.max(...texts.flatMap((text) => text.split(' ').map(({ length }) => length)));
  const longest = Math.max(...texts.map(({ length }) => length));
  return Math.min(MOST_LETTERS, Math.max(LEAST_LETTERS, longestWord + 1, longest / 2));
}
