import { betaBinomial, type Discrete, negativeBinomial } from './discrete';
import { chanceVariance, type Part, rateOf, type SeriesKind } from './parts';

/** What is expected of a period, and how likely each number is, had nothing changed. */
export interface Predicted {
  readonly expected: number;
  readonly numbers: Discrete;
}

/** At least so many are expected, and of a share at least so many of both kinds: less is too few to say anything of. */
export const LEAST_EXPECTED = 5;

/**
 * What follows from `before` for something of the size `of`, where the numbers vary by `ratio` times what chance does; null
 * where it is too few to say. How far `before` itself can be off is in it: of a COUNT that does not vary more than chance this is
 * the exact comparison of two Poisson counts (Przyborowski and Wilenski 1940), as negative binomial.
 */
export function predict(
  kind: SeriesKind,
  { before, of, ratio }: { readonly before: Part; readonly of: number; readonly ratio: number },
): Predicted | null {
  if (before.of === 0) return null;
  const share = rateOf(before);
  const expected = of * share;
  const inflation = ratio * (1 + of / before.of);
  if (expected < LEAST_EXPECTED) return null;
  if (kind === 'COUNT') {
    const variance = chanceVariance(kind, { of, rate: share }) * inflation;
    return { expected, numbers: negativeBinomial({ mean: expected, variance }) };
  }
  if (of - expected < LEAST_EXPECTED || inflation >= of) return null;
  return { expected, numbers: betaBinomial({ trials: of, share, inflation }) };
}

/**
 * How likely chance alone is to be as far off, in either way. What is just as far counts half (the mid-p value, Lancaster
 * 1961): numbers that come whole would else be said less often than they should be.
 */
export function likelihoodOf({ numbers }: Predicted, count: number): number {
  const above = numbers.atLeast(count) + numbers.atLeast(count + 1);
  const below = numbers.atMost(count) + numbers.atMost(count - 1);
  return Math.min(1, above, below);
}

/** The numbers that nineteen of twenty, or 499 of 500, periods stay between, both included. */
export interface Limits {
  readonly from: number;
  readonly to: number;
}

/** The limits between which this share of periods stays, had nothing changed. */
export const limitsOf = ({ numbers }: Predicted, share: number): Limits => ({
  from: numbers.quantile((1 - share) / 2),
  to: numbers.quantile((1 + share) / 2),
});
