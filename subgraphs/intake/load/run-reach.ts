import type { RunReach, StagedRow } from './types';

/** Sorts after every day. */
const LAST = '9999-12-31';
const DAY_LENGTH = 'YYYY-MM-DD'.length;

/** Gathers the reach of a run from the rows that count, in whatever order they come. */
export function createRunReach(): {
  add(rows: readonly StagedRow[]): void;
  /** Null where no row speaks of any day. */
  reach(): RunReach | null;
} {
  const keepers = new Set<string>();
  let from: string | null = null;
  let to: string | null = null;
  return {
    add(rows) {
      for (const row of rows) {
        if (row.kind !== 'taken' || row.days.length === 0) continue;
        keepers.add(row.keeper);
        // That a row was changed on a day shows how far the system had come, but not from when its records are.
        const changedOn = row.lastUpdated === null ? [] : [row.lastUpdated.slice(0, DAY_LENGTH)];
        from = row.days.reduce((first, day) => (day < first ? day : first), from ?? LAST);
        to = [...row.days, ...changedOn].reduce((last, day) => (day > last ? day : last), to ?? '');
      }
    },
    reach: () => (from === null || to === null ? null : { keepers: [...keepers].sort(), from, to }),
  };
}
