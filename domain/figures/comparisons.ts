import { type Figure, figureWords, isNoise } from './figures';
import { countWords, shareWords } from './numbers';
import { type Days, periodKind } from './periods';

/** With what a figure is compared, as the gateway names it. */
export type Comparison = 'PREVIOUS_PERIOD' | 'SAME_PERIOD_LAST_YEAR';

/** A figure of another period. */
interface Compared {
  readonly earlier: Figure;
  /** What the other period is called: "a year before", "the quarter before" (`comparedWith`). */
  readonly before: string;
}

/** What the period is called that these days are compared with: "a year before", "the quarter before". */
export function comparedWith(comparison: Comparison, days: Days): string {
  if (comparison === 'SAME_PERIOD_LAST_YEAR') return 'a year before';
  const kind = periodKind(days);
  if (kind === 'MONTH') return 'the month before';
  if (kind === 'QUARTER') return 'the quarter before';
  const isOneYear = kind === 'YEARS' && Number(days.to.slice(0, 4)) - Number(days.from.slice(0, 4)) === 1;
  return isOneYear ? 'the year before' : 'the period before';
}

/** When the other period was, after its figure: "in the quarter before", "a year before". */
const whenWords = (before: string): string => (before.startsWith('the ') ? `in ${before}` : before);

/** What the figure was: "63 % (73 of 116) a year before", "55 in the quarter before", "not recorded a year before". */
export function beforeWords({ earlier, before }: Compared): string {
  return `${figureWords(earlier)}${inBrackets(earlier)} ${whenWords(before)}`;
}

/** Of how many it was: never a rate without its count, nor on a line without it. */
function inBrackets({ value, numerator, denominator }: Figure): string {
  if (value === null || !denominator) return '';
  const of =
    numerator === null || numerator === undefined
      ? `of ${countWords(denominator)}`
      : shareWords({ numerator, denominator });
  return ` (${of.replaceAll(' ', '\u00a0')})`;
}

/** How a figure stands beside another. */
export type Judged = 'better' | 'worse' | 'about the same' | 'more' | 'fewer' | 'higher' | 'lower';

/**
 * How the figure stands beside the other: "better" or "worse" as the gateway judges it, "about the same" where they
 * differ by no more than noise, which way it went where neither way is better. Null where one is not known.
 */
export function judgedWords({
  now,
  earlier,
  better,
}: {
  readonly now: Figure;
  readonly earlier: Figure;
  readonly better: boolean | null;
}): Judged | null {
  if (now.value === null || earlier.value === null) return null;
  if (isNoise(now, earlier)) return 'about the same';
  if (better !== null) return better ? 'better' : 'worse';
  const [up, down] = now.unit === 'COUNT' ? (['more', 'fewer'] as const) : (['higher', 'lower'] as const);
  return now.value > earlier.value ? up : down;
}
