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

const NOTHING = { open: 0, settled: 0, oldestOpen: null } as const;
const UNDIVIDED = { source: null, owner: null, code: null, month: null, day: null, word: null } as const;
/** There may be as many words as faults. */
const MOST_WORDS = 1_000;

/** Sums cells by the dimensions, the largest sums first, then in the order of what they are divided by. Pure. */
export function tallied(cells: readonly Cell[], by: readonly Dimension[]): Tally[] {
  const tallies = new Map<string, Tally>();
  if (by.length === 0) tallies.set(keyOf(UNDIVIDED), { ...UNDIVIDED, ...NOTHING });
  for (const cell of cells) {
    for (const part of partsOf(cell, by)) {
      const key = keyOf(part);
      tallies.set(key, added(tallies.get(key) ?? { ...part, ...NOTHING }, cell));
    }
  }
  const sums = [...tallies.values()].sort(largestFirst);
  return by.includes('WORD') ? sums.slice(0, MOST_WORDS) : sums;
}

type Part = Omit<Tally, keyof typeof NOTHING>;

function partsOf({ codes, ...cell }: Cell, by: readonly Dimension[]): Part[] {
  const part = {
    source: by.includes('SOURCE') ? cell.source : null,
    owner: by.includes('STREAM') ? cell.owner : null,
    month: by.includes('MONTH') ? cell.month : null,
    day: by.includes('DAY') ? cell.day : null,
    word: by.includes('WORD') ? cell.word : null,
  };
  return by.includes('CODE') ? codes.map((code) => ({ ...part, code })) : [{ ...part, code: null }];
}

const keyOf = ({ source, owner, code, month, day, word }: Part): string =>
  JSON.stringify([source, owner, code, month, day, word]);

function added(tally: Tally, { isOpen, count, day }: Cell): Tally {
  if (!isOpen) return { ...tally, settled: tally.settled + count };
  const oldestOpen = tally.oldestOpen === null || day < tally.oldestOpen ? day : tally.oldestOpen;
  return { ...tally, open: tally.open + count, oldestOpen };
}

function largestFirst(a: Tally, b: Tally): number {
  return b.open - a.open || b.settled - a.settled || (keyOf(a) < keyOf(b) ? -1 : 1);
}
