import { discoveries } from './discoveries';
import { commonRatio } from './dispersion';
import { FALSE_SHARE } from './judge-series';
import { chanceVariance, type Part, rateOf, togetherOf } from './parts';
import { likelihoodOf, type Predicted, predict } from './predict';

/** One of those that are compared, beside all the others together. */
export interface JudgedAmong extends Predicted {
  readonly others: Part;
  readonly likelihood: number;
  /** Whether it is more than noise, among all that was judged with it. */
  readonly isSignal: boolean;
}

/** Fewer others than these are no council to be compared with. */
const LEAST_OTHERS = 4;

/**
 * Whose share stands out in one period: each beside all the others together, as in a funnel plot (Spiegelhalter 2005, "Funnel
 * plots for comparing institutional performance"), whose limits are wider for the small ones. By how much they differ anyhow is told from
 * the others too, so that nobody who stands out is measured by themselves. Null for one that is too small to say anything of.
 */
export function judgeAmong(all: readonly Part[]): readonly (JudgedAmong | null)[] {
  const compared = all.map((part, place) =>
    besideOthers(
      part,
      all.filter(({ of }, other) => other !== place && of > 0),
    ),
  );
  const judged = compared.filter((each) => each !== null);
  const stand = discoveries(
    judged.map(({ likelihood }) => likelihood),
    FALSE_SHARE,
  );
  const isSignal = new Map(judged.map((each, place) => [each, stand[place] ?? false]));
  return compared.map((each) => each && { ...each, isSignal: isSignal.get(each) ?? false });
}

function besideOthers(part: Part, rest: readonly Part[]): Omit<JudgedAmong, 'isSignal'> | null {
  if (rest.length < LEAST_OTHERS) return null;
  const others = togetherOf(rest);
  const predicted = predict('SHARE', { before: others, of: part.of, ratio: differenceAnyhow(rest) });
  return predicted && { ...predicted, others, likelihood: likelihoodOf(predicted, part.count) };
}

function differenceAnyhow(parts: readonly Part[]): number {
  const rate = rateOf(togetherOf(parts));
  const variance = (of: number) => chanceVariance('SHARE', { of, rate });
  if (variance(1) <= 0) return 1;
  return commonRatio(
    parts.map(({ count, of }) => ({ ratio: (count - of * rate) ** 2 / variance(of), freedom: 1 })),
  );
}
