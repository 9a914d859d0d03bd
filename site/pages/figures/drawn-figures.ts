import type { Cut } from '../../charts/chart-data';
import { addressOf } from '../../filters/address';
import type { Filter } from '../../filters/parts';
import { type Count, share } from './counts';
import type { MeasureTable } from './measure-table';

/** What is drawn, and told in a table: the same numbers. */
export interface DrawnFigures {
  /** Names it in addresses of downloads. */
  readonly id: string;
  /** Lines or columns over periods, bars or stacked rows by category. */
  readonly kind: 'lines' | 'columns' | 'bars' | 'rows';
  readonly title: string;
  /** What is measured. */
  readonly subtitle: string;
  /** What its sentence speaks of, such as "Stages received". */
  readonly subject: string;
  /** The sentence, where the data's own comparison is not what is to be said. */
  readonly headline?: string;
  /** Whether its lines count different things: then the sentence tells the newest of each, and no sum. */
  readonly isNoSum?: boolean;
  /** What categories are, such as "Service"; periods where it is left out. */
  readonly categoryHead?: string;
  /** How many categories are drawn where there are more, and which: sentence and table are of all. */
  readonly cut?: Cut;
  /** What the newest is compared with, for the sentence. */
  readonly compared?: { readonly periodsBack: number; readonly words: string };
  readonly unit: 'COUNT' | 'RATE' | 'WORKING_DAYS';
  readonly categories: readonly { readonly label: string; readonly shortLabel?: string }[];
  readonly series: readonly DrawnSeries[];
  /** A table of the same numbers with more beside them, where the page has one; else the picture's own is shown. */
  readonly table?: MeasureTable;
  /** Whether the records end within the last period. */
  readonly isLastPartial: boolean;
}

/** What a rate was divided from. */
export interface Parts {
  readonly numerator: Count;
  readonly denominator: Count;
}

export interface DrawnSeries {
  readonly name: string;
  readonly values: readonly Count[];
  /** Of a rate, what each number was divided from. */
  readonly parts?: readonly (Parts | null)[];
  /** The measure of the numbers, as the graph names it; null where they are no measure of stages. */
  readonly measure: string | null;
  /** The list behind each number, in their order; null where there is none. */
  readonly hrefs: readonly (string | null)[];
}

/** Makes a series: its numbers, and for each the list of what it counted. `narrow` is what a number counts beside the page's filter. */
export function seriesOf<Item>(
  options: {
    readonly name: string;
    readonly measure: string;
    readonly over: readonly Item[];
    /** What the whole page is narrowed to, without its time. */
    readonly filter: Filter;
  },
  valueIn: (item: Item) => Count,
  narrow: (item: Item) => Filter,
): DrawnSeries {
  const { name, measure, over, filter } = options;
  return {
    name,
    measure,
    values: over.map(valueIn),
    hrefs: over.map((item) => addressOf('/complaints', { ...filter, ...narrow(item) }, { measure })),
  };
}

/** As `seriesOf`, of a rate: each number with what it was divided from. */
export function rateSeriesOf<Item>(
  options: Parameters<typeof seriesOf<Item>>[0],
  partsIn: (item: Item) => Parts,
  narrow: (item: Item) => Filter,
): DrawnSeries {
  const valueIn = (item: Item) => {
    const { numerator, denominator } = partsIn(item);
    return share(numerator, denominator);
  };
  return { ...seriesOf(options, valueIn, narrow), parts: options.over.map(partsIn) };
}
