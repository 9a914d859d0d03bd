/** A figure as it was, or is: its state, and of a rate or distribution how many it is of. */
export interface Measured {
  readonly state: string;
  readonly value: number | null;
  readonly denominator: number | null;
}

/**
 * Whether a figure moved by more than two standard deviations of what chance makes of one of its size: of a count, its square
 * root; of a rate, that of a share of so many; of days, which tell no spread, a tenth. A count moves by 3 at least, so that one
 * complaint more is not news where there are few. What was a figure and is none any more, or the other way round, always is.
 */
export function isMoreThanNoise(before: Measured | undefined, now: Measured | undefined): boolean {
  const [was, is] = [before?.value ?? null, now?.value ?? null];
  if (was === null || is === null || before?.state !== now?.state) return true;
  const difference = Math.abs(is - was);
  const of = before?.denominator ?? null;
  if (of === null) return difference >= LEAST && difference > 2 * Math.sqrt(was);
  if (was > 1 || of <= 0) return difference > was / 10;
  return difference > 2 * Math.sqrt((was * (1 - was)) / of) && difference * of >= 1;
}

const LEAST = 3;
