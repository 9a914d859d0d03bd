/** A count, or null where it was not recorded. */
export type Count = number | null;

/** The sum of what was recorded; null where nothing was. */
export function sum(counts: readonly Count[]): Count {
  const recorded = counts.filter((count) => count !== null);
  return recorded.length === 0 ? null : recorded.reduce((total, count) => total + count, 0);
}

/** One count out of another, 0 to 1; null where either was not recorded, or there is nothing to divide by. */
export function share(numerator: Count, denominator: Count): number | null {
  return numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
}
