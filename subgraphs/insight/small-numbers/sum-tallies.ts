import { COUNT_NAMES, COUNTS } from '../figures/catalogue/measure-catalogue';
import type { SomeValues } from '../figures/question';
import type { Histogram } from '../figures/statistics';
import { emptyTally, type Tally } from '../figures/tally';

/** What some rows have together, as one row of other dimensions. */
export function sumTallies(rows: readonly Tally[], dimensions: SomeValues): Tally {
  const counts = COUNT_NAMES.map((name) => {
    const { figure } = COUNTS[name];
    return [figure, rows.reduce((sum, row) => sum + row[figure], 0)];
  });
  return Object.assign(emptyTally(dimensions), Object.fromEntries(counts), {
    days: sumHistograms(rows.map(({ days }) => days)),
  });
}

function sumHistograms(histograms: readonly Histogram[]): Histogram {
  const sum = new Map<number, number>();
  for (const histogram of histograms)
    for (const [value, count] of histogram) sum.set(value, (sum.get(value) ?? 0) + count);
  return sum;
}
