/** What a series counts: things that happened in a period, or those of a kind among things that did. */
export type SeriesKind = 'COUNT' | 'SHARE';

/** So many in so many periods (of a COUNT), or of so many (of a SHARE: 12 of 30 answered in time). */
export interface Part {
  readonly count: number;
  readonly of: number;
}

/** Several together. */
export const togetherOf = (parts: readonly Part[]): Part =>
  parts.reduce((sum, { count, of }) => ({ count: sum.count + count, of: sum.of + of }), { count: 0, of: 0 });

/** How many come on each that they are of; 0 of nothing. */
export const rateOf = ({ count, of }: Part): number => (of === 0 ? 0 : count / of);

/** By how much chance alone makes them vary: Poisson's variance, or the binomial's. */
export const chanceVariance = (kind: SeriesKind, { of, rate }: { of: number; rate: number }): number =>
  kind === 'COUNT' ? of * rate : of * rate * (1 - rate);
