/** The middle one of some measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** The smallest and the largest, as a report shows them beside the median. */
export function spread(values: readonly number[], digits: number): string {
  return `${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)}`;
}

/** A whole number as people read it: 1,000,000. */
export const grouped = (value: number): string => Math.round(value).toLocaleString('en-GB');

/** How long `work` takes, in milliseconds, with what it gives. */
export async function timed<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly millis: number; readonly result: Result }> {
  const begun = performance.now();
  const result = await work();
  return { millis: performance.now() - begun, result };
}

/** Does `work` some times after some turns that warm it up. Gives the milliseconds of each. */
export async function repeated(
  { warmUp, runs }: { readonly warmUp: number; readonly runs: number },
  work: () => Promise<unknown>,
): Promise<number[]> {
  for (let turn = 0; turn < warmUp; turn += 1) await work();
  const times: number[] = [];
  for (let turn = 0; turn < runs; turn += 1) times.push((await timed(work)).millis);
  return times;
}
