import { figureWords, isNoise, shortFigureWords } from '../../domain/figures/figures';
import { countWords, rateWords } from '../../domain/figures/numbers';
import { changeSentence, type Pair } from './change';
import {
  byCategory,
  type CategoryChartData,
  type ChartData,
  type ChartSeries,
  figureAt,
  overPeriods,
  type TimeChartData,
} from './chart-data';

const BEFORE = { periodsBack: 1, words: 'the period before' };

const subjectOf = ({ subject, title }: ChartData): string => subject ?? title;

/** Of charts over periods: how the newest whole period that is recorded differs from an earlier one. */
export function changeOverPeriods(data: TimeChartData): string {
  const plotted = overPeriods(data);
  const { periodsBack, words } = data.compared ?? BEFORE;
  const subject = subjectOf(data);
  const newest = data.periods.findLastIndex(
    (_, index) =>
      !(plotted.isPartial && index === data.periods.length - 1) &&
      data.series.some((series) => figureAt(data, series, index).value !== null),
  );
  const period = data.periods[newest];
  if (period === undefined)
    return `${subject}: nothing recorded${plotted.isPartial ? ' of a whole period' : ''}`;
  const when = newest === data.periods.length - 1 ? undefined : `in ${period.label}`;
  const pairs = data.series.map(
    (series): Pair => ({
      name: series.name,
      now: figureAt(data, series, newest),
      earlier: figureAt(data, series, newest - periodsBack),
    }),
  );
  return changeSentence({ subject, words, when }, pairs) ?? `${subject}: ${levels(pairs)} in ${period.label}`;
}

/** What stands where nothing can be compared. */
function levels(pairs: readonly Pair[]): string {
  const known = pairs.filter(({ now }) => now.value !== null);
  if (pairs.length === 1) return known.map(({ now }) => figureWords(now)).join('');
  return known.map(({ name, now }) => `${name} ${shortFigureWords(now)}`).join(', ');
}

/** Of bars by category: how they changed where there are two series, else which stand out. */
export function acrossCategories(data: CategoryChartData): string {
  const [now, earlier] = data.series;
  const subject = subjectOf(data);
  if (now === undefined) return `${subject}: nothing recorded`;
  const pairs = data.categories.map(
    ({ label }, index): Pair => ({
      name: label,
      now: figureAt(data, now, index),
      earlier: earlier ? figureAt(data, earlier, index) : { unit: data.unit, value: null },
    }),
  );
  const change = earlier && changeSentence({ subject, words: data.comparedWords ?? earlier.name }, pairs);
  return change ?? standingOut(subject, pairs);
}

function standingOut(subject: string, pairs: readonly Pair[]): string {
  const sorted = pairs
    .filter(({ now }) => now.value !== null)
    .sort((one, other) => (other.now.value ?? 0) - (one.now.value ?? 0));
  const [highest, second] = sorted;
  const lowest = sorted.at(-1);
  if (highest === undefined || lowest === undefined) return `${subject}: nothing recorded`;
  if (second === undefined) return `${subject}: ${figureWords(highest.now)} in ${highest.name}`;
  if (highest.now.unit === 'COUNT') return mostOf(subject, sorted, highest, second);
  if (isNoise(highest.now, lowest.now)) return `${subject}: little different across all`;
  const from = `${shortFigureWords(lowest.now)} in ${lowest.name}`;
  return `${subject}: from ${from} to ${figureWords(highest.now)} in ${highest.name}`;
}

function mostOf(subject: string, sorted: readonly Pair[], highest: Pair, second: Pair): string {
  const total = sorted.reduce((sum, { now }) => sum + (now.value ?? 0), 0);
  const of = `of ${countWords(total)}`;
  if (total === 0) return `${subject}: none`;
  const first = `${highest.name} (${countWords(highest.now.value)}`;
  if (!isNoise(highest.now, second.now)) return `${subject}: most in ${first} ${of})`;
  const isAlike = sorted.every(({ now }) => isNoise(highest.now, now));
  if (isAlike) return `${subject}: ${countWords(total)}, none stands out`;
  return `${subject}: most in ${first}) and ${second.name} (${countWords(second.now.value)}), ${of}`;
}

/** Of bars in layers by category: what each layer is of the whole. */
export function sharesOfLayers(data: CategoryChartData): string {
  const plotted = byCategory(data);
  const subject = subjectOf(data);
  const sums = data.series.map((series) => ({
    name: series.name,
    sum: sumOf(data, series, plotted.labels.length),
  }));
  const total = sums.reduce((all, { sum }) => all + sum, 0);
  if (total === 0) return `${subject}: none recorded`;
  const told = sums.map(({ name, sum }, index) => {
    const share = rateWords({ value: sum / total, numerator: sum, denominator: total });
    return `${index === 0 ? name : name.toLowerCase()} ${share} (${countWords(sum)}${index === 0 ? ` of ${countWords(total)}` : ''})`;
  });
  return `${subject}: ${told.join(', ')}`;
}

const sumOf = (data: ChartData, series: ChartSeries, count: number): number =>
  Array.from({ length: count }, (_, index) => figureAt(data, series, index).value ?? 0).reduce(
    (sum, value) => sum + value,
    0,
  );
