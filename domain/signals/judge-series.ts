import { discoveries } from './discoveries';
import { commonRatio, dispersionOf, drawnRatio, UNKNOWN_DISPERSION } from './dispersion';
import { type Part, type SeriesKind, togetherOf } from './parts';
import { likelihoodOf, type Predicted, predict } from './predict';

/** Quarters, the oldest first; the last is the one that has just ended. Null where it was not recorded. */
export type Quarters = readonly (Part | null)[];

/** What is judged at once: so many quarters that have just ended, up to a year. A change of three quarters' age is seen by three. */
export const WINDOWS = [1, 2, 3, 4] as const;
export type Window = (typeof WINDOWS)[number];

/** As far back as is compared: three years, each with all its seasons. */
const MOST_BEFORE = 12;
/** Less than a year before has not all its seasons; what is judged has at least twice as much to stand against. */
const leastBefore = (window: Window): number => Math.max(4, 2 * window);

/** Of those that are said, as many as this may be chance. */
export const FALSE_SHARE = 0.1;

/** The window of a series in which it is the furthest from what was expected. */
export interface Judged extends Predicted {
  readonly window: Window;
  readonly now: Part;
  readonly before: Part;
  /** How likely chance alone is to be as far off in one of the windows. */
  readonly likelihood: number;
  /** Whether it is more than noise, among all that was judged with it. */
  readonly isSignal: boolean;
}

/** Judges series of one kind together; null for each that is too small, or not recorded long enough, to say anything of. */
export function judgeSeries(kind: SeriesKind, all: readonly Quarters[]): readonly (Judged | null)[] {
  const found = WINDOWS.map((window) => inWindow(kind, all, window));
  const furthest = all.map((_, place) => furthestOf(found.flatMap((each) => each[place] ?? [])));
  const judged = furthest.filter((each) => each !== null);
  const stand = discoveries(
    judged.map(({ likelihood }) => likelihood),
    FALSE_SHARE,
  );
  const isSignal = new Map(judged.map((each, place) => [each, stand[place] ?? false]));
  return furthest.map((each) => each && { ...each, isSignal: isSignal.get(each) ?? false });
}

type Furthest = Omit<Judged, 'isSignal'>;

/** The window in which it is the furthest off. Who looks so often finds as much more often. */
function furthestOf(found: readonly Furthest[]): Furthest | null {
  const [first, ...others] = found;
  if (first === undefined) return null;
  const furthest = others.reduce((best, each) => (each.likelihood < best.likelihood ? each : best), first);
  return { ...furthest, likelihood: Math.min(1, furthest.likelihood * found.length) };
}

/** Each of the series in one window. By how much they vary is told from before it alone: what has changed is no part of it. */
function inWindow(kind: SeriesKind, all: readonly Quarters[], window: Window): readonly (Furthest | null)[] {
  const divided = all.map((quarters) => ({
    last: recorded(quarters.slice(-window)),
    earlier: recorded(quarters.slice(0, -window)).slice(-MOST_BEFORE),
  }));
  const dispersions = divided.map(({ earlier }) => dispersionOf(kind, earlier));
  const common = commonRatio(dispersions);
  return divided.map(({ last, earlier }, place) => {
    if (last.length < window || earlier.length < leastBefore(window)) return null;
    const [now, before] = [togetherOf(last), togetherOf(earlier)];
    const ratio = drawnRatio(dispersions[place] ?? UNKNOWN_DISPERSION, common);
    const predicted = predict(kind, { before, of: now.of, ratio });
    return predicted && { ...predicted, window, now, before, likelihood: likelihoodOf(predicted, now.count) };
  });
}

const recorded = (quarters: Quarters): readonly Part[] => quarters.filter((part) => part !== null);
