import { dayWords } from '../../domain/figures/days';
import { ageBandName, findingName, routeName, streamName } from '../../domain/figures/names';
import { addressOf, type Parameters } from './address';
import { FILTER_PARTS, type Filter, type FilterPart, PART_NAMES, QUARTERS } from './parts';

/** One thing that a page is narrowed by, with the address of the page without it. */
export interface FilterTag {
  readonly part: FilterPart | 'asAt';
  readonly name: string;
  readonly value: string;
  readonly withoutHref: string;
}

/** The tags of a filter, in the order of its parts; `parameters` are what else the address keeps. */
export function filterTags(path: string, filter: Filter, parameters: Parameters = {}): FilterTag[] {
  const tags = FILTER_PARTS.flatMap((part) =>
    valuesOf(filter, part).map((value) => ({
      part,
      name: PART_NAMES[part],
      value: wordsOf(part, value),
      withoutHref: addressOf(path, without(filter, part, value), parameters),
    })),
  );
  const { asAt, ...now } = filter;
  if (asAt === undefined) return tags;
  const withoutHref = addressOf(path, now, parameters);
  return [...tags, { part: 'asAt', name: 'As at', value: dayWords(asAt), withoutHref }];
}

function valuesOf(filter: Filter, part: FilterPart): readonly (string | number)[] {
  const value = filter[part];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

function without(filter: Filter, part: FilterPart, value: string | number): Filter {
  const left = valuesOf(filter, part).filter((each) => each !== value);
  const { [part]: _, ...rest } = filter;
  return left.length === 0 ? rest : { ...rest, [part]: left };
}

/** How values that the graph names by a word in capitals are called. */
const NAMERS: Readonly<Partial<Record<FilterPart, (code: string) => string>>> = {
  streams: streamName,
  stages: (number) => `Stage ${number}`,
  outcomes: findingName,
  routes: routeName,
  ageBands: ageBandName,
};

/** A value of a part, as a page says it. */
export function wordsOf(part: FilterPart, value: string | number): string {
  const text = String(value);
  if (part === 'from' || part === 'to') return dayWords(text);
  if (part === 'quarters') return quarterOf(text);
  return NAMERS[part]?.(text) ?? text;
}

/** The months of a quarter of the financial year. */
const QUARTER_MONTHS = {
  Q1: 'April to June',
  Q2: 'July to September',
  Q3: 'October to December',
  Q4: 'January to March',
} as const;

function quarterOf(text: string): string {
  const quarter = QUARTERS.find((each) => each === text);
  return quarter === undefined ? text : `${quarter}, ${QUARTER_MONTHS[quarter]}`;
}
