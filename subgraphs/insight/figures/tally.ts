import { byDimensions } from './compare-rows';
import type { StateRow } from './count-states';
import { type CountedRow, countedRow } from './counted-row';
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

/** A row with what is not told of all rows alike. */
const withWaiting = (
  row: CountedRow,
  { open, overdue, days }: Pick<Tally, 'open' | 'overdue' | 'days'>,
): Tally => Object.assign(countedRow(row), { open, overdue, days });

/** A combination of which nothing was counted. */
export const emptyTally = (values: SomeValues): Tally =>
  withWaiting(countedRow({ ...NO_DIMENSION, ...values }), { open: 0, overdue: 0, days: NO_DAYS });

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
    counted.map((row) => {
      const ofRow = key(row);
      return [ofRow, withWaiting(row, { open: 0, overdue: 0, days: days.get(ofRow) ?? NO_DAYS })];
    }),
  );
  for (const { open, overdue, ...values } of states) {
    const row = rows.get(key(values)) ?? emptyTally(values);
    rows.set(key(values), withWaiting(row, { open, overdue, days: row.days }));
  }
  const all = [...rows.values()];
  // What only waits came last.
  return all.length > counted.length ? all.sort(byDimensions(by)) : all;
}
