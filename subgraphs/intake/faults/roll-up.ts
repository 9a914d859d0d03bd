/** What can be divided by. */
export type Dimension = 'SOURCE' | 'CODE' | 'STREAM' | 'MONTH' | 'DAY' | 'WORD';

/** How many faults, or quarantined rows, are alike in everything that they can be divided by. */
export interface Cell {
  readonly source: string;
  readonly owner: string | null;
  /** One for a fault; a quarantined row has a code for each of its reasons. */
  readonly codes: readonly string[];
  readonly month: string;
  readonly day: string;
  readonly word: string | null;
  readonly isOpen: boolean;
  readonly count: number;
}

/** A sum of cells; null in what they were not divided by. */
export interface Tally {
  readonly source: string | null;
  readonly owner: string | null;
  readonly code: string | null;
  readonly month: string | null;
  readonly day: string | null;
  readonly word: string | null;
  readonly open: number;
  readonly settled: number;
  readonly oldestOpen: string | null;
}

/** There may be as many words as faults. */
const MOST_WORDS = 1_000;
const NO_CODE = [null];

/** A tally that is being summed up, with its place among those that are equally large. */
type Sum = { -readonly [Name in keyof Tally]: Tally[Name] } & { readonly place: string };

/**
 * Sums cells by the dimensions, the largest sums first, then in the order of what they are divided by. Pure. An overview goes
 * eight times through thousands of cells, so a sum is added to where it stands.
 */
export function tallied(cells: readonly Cell[], by: readonly Dimension[]): Tally[] {
  const keyOf = keyBy(by);
  const sums = new Map<string, Sum>();
  if (by.length === 0) sums.set('', beginning(null, { by, code: null }));
  for (const cell of cells) {
    for (const code of by.includes('CODE') ? cell.codes : NO_CODE) {
      const key = keyOf(cell, code);
      const sum = sums.get(key) ?? beginning(cell, { by, code });
      sums.set(key, sum);
      add(sum, cell);
    }
  }
  const sorted = [...sums.values()].sort(largestFirst).map(({ place: _, ...tally }) => tally);
  return by.includes('WORD') ? sorted.slice(0, MOST_WORDS) : sorted;
}

const VALUES: Readonly<Record<Dimension, (cell: Cell, code: string | null) => string | null>> = {
  SOURCE: ({ source }) => source,
  STREAM: ({ owner }) => owner,
  CODE: (_, code) => code,
  MONTH: ({ month }) => month,
  DAY: ({ day }) => day,
  WORD: ({ word }) => word,
};

/** What tells a sum from others: PostgreSQL's texts hold every character but this one. */
function keyBy(by: readonly Dimension[]): (cell: Cell, code: string | null) => string {
  const values = by.map((dimension) => VALUES[dimension]);
  return (cell, code) => {
    let key = '';
    for (const read of values) {
      const value = read(cell, code);
      key += value === null ? '\u0000' : `=${value}\u0000`;
    }
    return key;
  };
}

function beginning(
  cell: Cell | null,
  { by, code }: { readonly by: readonly Dimension[]; readonly code: string | null },
): Sum {
  const read = (dimension: Dimension) =>
    cell !== null && by.includes(dimension) ? VALUES[dimension](cell, code) : null;
  const [source, owner, month] = [read('SOURCE'), read('STREAM'), read('MONTH')];
  const [day, word] = [read('DAY'), read('WORD')];
  const place = JSON.stringify([source, owner, code, month, day, word]);
  return { source, owner, code, month, day, word, open: 0, settled: 0, oldestOpen: null, place };
}

function add(sum: Sum, { isOpen, count, day }: Cell): void {
  if (!isOpen) {
    sum.settled += count;
    return;
  }
  sum.open += count;
  if (sum.oldestOpen === null || day < sum.oldestOpen) sum.oldestOpen = day;
}

const largestFirst = (a: Sum, b: Sum): number =>
  b.open - a.open || b.settled - a.settled || (a.place < b.place ? -1 : 1);
