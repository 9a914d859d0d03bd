import { type Figure, figureWords, type Unit } from '../../domain/figures/figures';
import { shareWords } from '../../domain/figures/numbers';

/** A period or category: its name in full, and a shorter one for an axis. */
export interface ChartLabel {
  readonly label: string;
  readonly shortLabel?: string | undefined;
}

/** Of a rate, what is divided and by what; of a distribution, `denominator` is how many it is of. */
export interface ChartParts {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** One line, bar or layer: a value for each label, null where it is not recorded. */
export interface ChartSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly parts?: readonly (ChartParts | null)[] | undefined;
}

/** What every chart is drawn from. */
export interface ChartData {
  /** Names the chart in its page. */
  readonly id: string;
  readonly title: string;
  /** What it measures, in which unit. */
  readonly subtitle: string;
  /** What its sentence speaks of: "Stage 2 complaints". The title, where it is left out. */
  readonly subject?: string | undefined;
  /** The sentence, where another is to be said than the one made of the data. */
  readonly headline?: string | undefined;
  readonly unit: Unit;
  readonly series: readonly ChartSeries[];
}

/** A chart over periods, the oldest first. */
export interface TimeChartData extends ChartData {
  readonly periods: readonly ChartLabel[];
  /** Whether the records do not reach the end of the last period. */
  readonly isPartial?: boolean | undefined;
  /** What the sentence compares the newest whole period with: `periodsBack: 4, words: 'the same quarter a year before'`. */
  readonly compared?: { readonly periodsBack: number; readonly words: string } | undefined;
}

/** How many categories are drawn where there are more, and which: "services with most". Sentence and table are of all. */
export interface Cut {
  readonly most: number;
  readonly words: string;
}

/** A chart of categories, in the order in which they are drawn. */
export interface CategoryChartData extends ChartData {
  readonly categories: readonly ChartLabel[];
  /** What the categories are: "Service". */
  readonly categoryHead: string;
  /** Of a bar chart with two series, what the second is, for the sentence: "the same half of the year before". */
  readonly comparedWords?: string | undefined;
  readonly cut?: Cut | undefined;
}

/** A chart's data, whatever is along its axis. */
export interface Plotted extends ChartData {
  readonly labels: readonly ChartLabel[];
  readonly labelHead: string;
  readonly isPartial: boolean;
  readonly cut?: Cut | undefined;
}

/** The data of a chart over periods. */
export const overPeriods = (data: TimeChartData): Plotted => ({
  ...data,
  labels: data.periods,
  labelHead: 'Period',
  isPartial: data.isPartial ?? false,
});

/** The data of a chart of categories. */
export const byCategory = (data: CategoryChartData): Plotted => ({
  ...data,
  labels: data.categories,
  labelHead: data.categoryHead,
  isPartial: false,
});

/** What of the data is drawn: the first of its categories, where it is cut. */
export const drawnOf = (data: Plotted): Plotted => ({
  ...data,
  labels: data.labels.slice(0, data.cut?.most),
});

/** One value with its unit and parts. What is no number counts as not recorded. */
export function figureAt({ unit }: { readonly unit: Unit }, series: ChartSeries, index: number): Figure {
  const value = series.values[index] ?? null;
  const parts = series.parts?.[index];
  return {
    unit,
    value: value !== null && Number.isFinite(value) ? value : null,
    numerator: parts?.numerator,
    denominator: parts?.denominator,
  };
}

/** A value with its parts: "70 % (81 of 116)". */
export function figureWithParts(figure: Figure): string {
  const words = figureWords(figure);
  const { numerator, denominator } = figure;
  if (figure.unit !== 'RATE' || typeof numerator !== 'number' || typeof denominator !== 'number')
    return words;
  return `${words} (${shareWords({ numerator, denominator })})`;
}

/** What a point says: "July to September 2021: 81", with the series' name first where there are several. */
export function pointWords(data: Plotted, series: ChartSeries, index: number): string {
  const label = data.labels[index]?.label ?? '';
  const words = `${label}: ${figureWithParts(figureAt(data, series, index))}`;
  const told = isPartialAt(data, index) ? `${words} so far` : words;
  return data.series.length > 1 ? `${series.name}, ${told}` : told;
}

/** Whether the period at the index is only partly reached. */
export const isPartialAt = (data: Plotted, index: number): boolean =>
  data.isPartial && index === data.labels.length - 1;

/** The values that are known, of all series. */
export const knownValues = (data: Plotted): readonly number[] =>
  data.series.flatMap((series) =>
    data.labels.flatMap((_, index) => figureAt(data, series, index).value ?? []),
  );

/** The sum of all series at the index; null where one of them is not recorded. */
export function totalAt(data: Plotted, index: number): number | null {
  const values = data.series.map((series) => figureAt(data, series, index).value);
  if (values.length === 0) return null;
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value));
}
