import type { Random } from '../../../demo/random';
import { madeUpCount } from './made-up-count';

/** How some series go, with what is to be found in them. */
export interface MadeUpKind {
  readonly name: string;
  /** By what the usual number is multiplied; `since` counts quarters from the change, which is 0, and is negative before it. */
  readonly times: (at: { readonly quarter: number; readonly since: number }) => number;
  /** By how many times chance alone it varies. */
  readonly ratio: number;
  /** How many usually come in a quarter. */
  readonly usual: readonly [least: number, most: number];
  /** Whether something changed that is to be found: what is said of the others is false. */
  readonly isChanged: boolean;
}

const USUAL = [5, 40] as const;
const SMALL = [2, 5] as const;
const always = () => 1;
const SEASONS = [0.8, 1.25, 1.1, 0.85] as const;
const STABLE = { times: always, ratio: 1, usual: USUAL, isChanged: false } as const;

const step = (name: string, factor: number, more: Partial<MadeUpKind> = {}): MadeUpKind => ({
  ...{ ...STABLE, name, isChanged: true },
  times: ({ since }) => (since >= 0 ? factor : 1),
  ...more,
});

const trend = (name: string, yearly: number): MadeUpKind => ({
  ...{ ...STABLE, name, isChanged: true },
  times: ({ quarter }) => yearly ** (quarter / 4),
});

/** What most of a council's series do. */
export const STABLE_KIND: MadeUpKind = { ...STABLE, name: 'stable' };

/** What series of a council do. */
export const MADE_UP_KINDS: readonly MadeUpKind[] = [
  STABLE_KIND,
  { ...STABLE, name: 'small numbers, stable', usual: [0.3, 4] },
  { ...STABLE, name: 'seasons (−20 % to +25 %)', times: ({ quarter }) => SEASONS[quarter % 4] ?? 1 },
  { ...STABLE, name: 'varies 2.5 times as much as chance', ratio: 2.5 },
  trend('grows by 10 % a year', 1.1),
  trend('grows by 25 % a year', 1.25),
  step('rises by half (× 1.5)', 1.5),
  step('doubles (× 2)', 2),
  step('trebles (× 3)', 3),
  step('falls by half', 0.5),
  step('doubles, varies 2.5 times as much', 2, { ratio: 2.5 }),
  step('small numbers, doubles', 2, { usual: SMALL }),
  step('small numbers, trebles', 3, { usual: SMALL }),
];

/** Counts of quarters, the change after `before` of them. */
export function madeUpSeries(
  { times, ratio, usual: [least, most] }: MadeUpKind,
  { random, before, after }: { readonly random: Random; readonly before: number; readonly after: number },
): readonly number[] {
  const usual = least + (most - least) * random.next();
  return Array.from({ length: before + after }, (_, quarter) =>
    madeUpCount(random, { mean: usual * times({ quarter, since: quarter - before }), ratio }),
  );
}
