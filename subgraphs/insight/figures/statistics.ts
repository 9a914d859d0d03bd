/** How often each value occurs. Every count is more than 0. */
export type Histogram = ReadonlyMap<number, number>;

/** How many values there are in all. */
export function sizeOf(histogram: Histogram): number {
  let size = 0;
  for (const count of histogram.values()) size += count;
  return size;
}

/** The mean; null of nothing. */
export function meanOf(histogram: Histogram): number | null {
  let sum = 0;
  for (const [value, count] of histogram) sum += value * count;
  const size = sizeOf(histogram);
  return size === 0 ? null : sum / size;
}

/**
 * The value within which so many of a hundred values lie (a whole number), interpolated between two neighbours as
 * spreadsheets do (PERCENTILE.INC): exact, since every value is in the histogram. Null of nothing.
 */
export function percentileOf(histogram: Histogram, percent: number): number | null {
  const size = sizeOf(histogram);
  if (size === 0) return null;
  const sorted = [...histogram].sort(([one], [other]) => one - other);
  // In hundredths of a place, so that 0.1 of a day is not told as 0.10000000000000142.
  const rank = percent * (size - 1);
  const below = valueAt(sorted, Math.floor(rank / 100));
  const above = valueAt(sorted, Math.ceil(rank / 100));
  return (below * 100 + (above - below) * (rank % 100)) / 100;
}

/** The value at a place of all values in order, from 0. */
function valueAt(sorted: readonly (readonly [number, number])[], place: number): number {
  let passed = 0;
  for (const [value, count] of sorted) {
    passed += count;
    if (place < passed) return value;
  }
  throw new RangeError('A place beyond the last value was asked for.');
}
