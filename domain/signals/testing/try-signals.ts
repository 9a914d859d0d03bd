import { randomOf } from '../../../demo/random';
import { judgeSeries } from '../judge-series';
import { type MadeUpKind, madeUpSeries, STABLE_KIND } from './made-up-series';

/** Of so many series of a kind, of how many something was said. */
export interface Tried {
  readonly series: number;
  readonly tooFew: number;
  /** By the rule of the product, so many quarters after the change. */
  readonly said: number;
  /** By two rules that people use: more than 20 % off the same quarter of the year before, and beyond three times the root of the mean. */
  readonly byTwentyPercent: number;
  readonly byThreeSigma: number;
}

/** What a council has beside what changed: one series in ten is of the kind that is tried. */
const OF_A_KIND = 10;
const STABLE_BESIDE = 90;
const YEAR = 4;

/** Tries a kind: 1,000 series are a hundred councils with ten of them each, judged beside ninety stable ones. */
export function trySignals(
  kind: MadeUpKind,
  { series, before, after, seed }: Record<'series' | 'before' | 'after' | 'seed', number>,
): Tried {
  const councils = Array.from({ length: series / OF_A_KIND }, (_, council) => {
    const make = (of: MadeUpKind, count: number, kindSeed: number) =>
      Array.from({ length: count }, (__, place) =>
        madeUpSeries(of, { random: randomOf(seed, council, kindSeed, place), before, after }),
      );
    return judgedCouncil([...make(kind, OF_A_KIND, 1), ...make(STABLE_KIND, STABLE_BESIDE, 2)]);
  });
  const sum = (key: Exclude<keyof Tried, 'series'>) =>
    councils.reduce((total, council) => total + council[key], 0);
  return {
    ...{ series, tooFew: sum('tooFew'), said: sum('said') },
    ...{ byTwentyPercent: sum('byTwentyPercent'), byThreeSigma: sum('byThreeSigma') },
  };
}

function judgedCouncil(all: readonly (readonly number[])[]): Omit<Tried, 'series'> {
  const judged = judgeSeries(
    'COUNT',
    all.map((counts) => counts.map((count) => ({ count, of: 1 }))),
  ).slice(0, OF_A_KIND);
  const counts = all.slice(0, OF_A_KIND);
  return {
    tooFew: judged.filter((each) => each === null).length,
    said: judged.filter((each) => each?.isSignal).length,
    byTwentyPercent: counts.filter(isTwentyPercentOff).length,
    byThreeSigma: counts.filter(isThreeSigmaOff).length,
  };
}

function isTwentyPercentOff(counts: readonly number[]): boolean {
  const [last = 0, yearBefore = 0] = [counts.at(-1), counts.at(-1 - YEAR)];
  return Math.abs(last - yearBefore) > 0.2 * yearBefore;
}

function isThreeSigmaOff(counts: readonly number[]): boolean {
  const earlier = counts.slice(0, -1);
  const mean = earlier.reduce((sum, count) => sum + count, 0) / earlier.length;
  return Math.abs((counts.at(-1) ?? 0) - mean) > 3 * Math.sqrt(mean);
}
