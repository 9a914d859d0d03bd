import { chanceVariance, type Part, rateOf, type SeriesKind, togetherOf } from './parts';

/** By how many times chance alone would a series varies: 1 where not more. */
export interface Dispersion {
  readonly ratio: number;
  /** Out of how many differences it was worked out. */
  readonly freedom: number;
}

/** Of what nothing is known. */
export const UNKNOWN_DISPERSION: Dispersion = { ratio: 1, freedom: 0 };

/** Pearson's statistic over its degrees of freedom. Of one period, or of none, nothing is known. */
export function dispersionOf(kind: SeriesKind, parts: readonly Part[]): Dispersion {
  const some = parts.filter(({ of }) => of > 0);
  const rate = rateOf(togetherOf(some));
  const freedom = some.length - 1;
  if (freedom < 1 || chanceVariance(kind, { of: 1, rate }) <= 0) return UNKNOWN_DISPERSION;
  const squares = some.map(({ count, of }) => (count - of * rate) ** 2 / chanceVariance(kind, { of, rate }));
  return { ratio: sumOf(squares) / freedom, freedom };
}

/** The tenth that varies most is taken to vary no more than the rest, so that what has changed does not hide itself. */
const WINSORISED = 0.1;

/**
 * What series of one kind have in common: the mean of their ratios, the highest tenth brought down to the next one below
 * (winsorised, after Spiegelhalter 2005, "Handling over-dispersion of performance indicators"). At least 1.
 */
export function commonRatio(dispersions: readonly Dispersion[]): number {
  const known = dispersions
    .filter(({ freedom }) => freedom > 0)
    .sort((one, other) => one.ratio - other.ratio);
  const most = known[Math.ceil(known.length * (1 - WINSORISED)) - 1]?.ratio;
  if (most === undefined) return 1;
  const weighed = known.map(({ ratio, freedom }) => Math.min(ratio, most) * freedom);
  return Math.max(1, sumOf(weighed) / sumOf(known.map(({ freedom }) => freedom)));
}

/** The common ratio counts for as much as so many of a series' own differences. */
const COMMON_FREEDOM = 8;

/** A series' own ratio, drawn towards what series of its kind have in common; at least 1. */
export const drawnRatio = ({ ratio, freedom }: Dispersion, common: number): number =>
  Math.max(1, (ratio * freedom + common * COMMON_FREEDOM) / (freedom + COMMON_FREEDOM));

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
