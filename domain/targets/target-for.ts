import type { Aim } from './judge';

/** Of what a figure is, or a target: a part that is null is all of it. */
export interface Aimed {
  readonly measure: string;
  readonly stream: string | null;
  readonly stage: number | null;
  readonly directorate: string | null;
  readonly service: string | null;
  /** Written `2021-22`. */
  readonly financialYear: string;
}

/** What a measure is to reach in a financial year, and why. */
export interface Target extends Aimed, Aim {
  /** Where it was decided, or why it was chosen. */
  readonly source: string;
}

/** What a target may be of, the most specific first. */
const NARROWINGS = ['service', 'directorate', 'stream', 'stage'] as const;

/**
 * The target that holds for a figure: of all that hold for it the most specific, a service's before its directorate's
 * before its stream's before its stage's before all. One of a stage or a stream never holds for a figure of all of them.
 * Give the directorate with a service, so that the directorate's can hold for it. Null where there is none.
 */
export function targetFor<T extends Target>(
  targets: readonly T[],
  asked: Pick<Aimed, 'measure' | 'financialYear'> & Partial<Aimed>,
): T | null {
  const fitting = targets.filter((target) => holdsFor(target, asked));
  return fitting.reduce<T | null>(
    (best, target) => (best === null || rank(target) > rank(best) ? target : best),
    null,
  );
}

function holdsFor(target: Target, asked: Partial<Aimed>): boolean {
  if (target.measure !== asked.measure || target.financialYear !== asked.financialYear) return false;
  return NARROWINGS.every((part) => target[part] === null || target[part] === (asked[part] ?? null));
}

/** As binary digits: what is more specific outweighs all that is less. */
const rank = (target: Target): number =>
  NARROWINGS.reduce((sum, part) => 2 * sum + (target[part] === null ? 0 : 1), 0);
