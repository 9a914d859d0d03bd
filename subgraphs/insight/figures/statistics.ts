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
 * The value within which a share of all values lies (0 to 1), interpolated between two neighbours as spreadsheets do
 * (PERCENTILE.INC): exact, since every value is in the histogram. Null of nothing.
 */
export function percentileOf(histogram: Histogram, share: number): number | null {
  const size = sizeOf(histogram);
  if (size === 0) return null;
  const sorted = [...histogram].sort(([one], [other]) => one - other);
  const rank = share * (size - 1);
  const below = valueAt(sorted, Math.floor(rank));
  const above = valueAt(sorted, Math.ceil(rank));
  return below + (above - below) * (rank - Math.floor(rank));
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
