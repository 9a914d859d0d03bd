import { byDimensions } from './compare-rows';
import { type CountedRow, NO_COUNT } from './count-facts';

import type { StateRow } from './count-states';
import { keyOfRow, NO_DIMENSION, type SomeValues } from './question';
import type { Dimension } from './stage-dimensions';
import type { Histogram } from './statistics';

/** All that was counted for one combination, from which every figure of a row is worked out. */
export interface Tally extends CountedRow {
  readonly open: number;
  readonly overdue: number;
  /** Answers by the working days that they took. */
  readonly days: Histogram;
}

const NO_DAYS: Histogram = new Map();

/** A combination of which nothing was counted. */
export const emptyTally = (values: SomeValues): Tally => ({
  ...NO_DIMENSION,
  ...NO_COUNT,
  ...{ open: 0, overdue: 0, days: NO_DAYS },
  ...values,
});

/** Puts together what was counted by itself. A combination of which something waits has a row, whatever else it has. */
export function tallied(
  by: readonly Dimension[],
  {
    counted,
    states,
    days,
  }: {
    readonly counted: readonly CountedRow[];
    readonly states: readonly StateRow[];
    readonly days: ReadonlyMap<string, Histogram>;
  },
): readonly Tally[] {
  const key = keyOfRow(by);
  const rows = new Map<string, Tally>(
    counted.map((row) => [key(row), { ...row, open: 0, overdue: 0, days: days.get(key(row)) ?? NO_DAYS }]),
  );
  for (const { open, overdue, ...values } of states) {
    const row = rows.get(key(values)) ?? emptyTally(values);
    rows.set(key(values), { ...row, open, overdue });
  }
  const all = [...rows.values()];
  // What only waits came last.
  return all.length > counted.length ? all.sort(byDimensions(by)) : all;
}
