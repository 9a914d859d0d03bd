import { isDay } from '../../domain/calendar/day';
import { parseFinancialYear } from '../../domain/calendar/financial-year';
import {
  AGE_BANDS,
  type Choices,
  FILTER_PARTS,
  type Filter,
  type FilterPart,
  filterModel,
  NO_NAME,
  OUTCOMES,
  PART_NAMES,
  QUARTERS,
  ROUTES,
  STAGES,
  STREAMS,
} from './parts';

/** A part of the address that makes no sense, and what would. */
export interface FilterProblem {
  readonly part: FilterPart;
  readonly says: string;
}

export interface ReadFilter {
  /** What made sense. */
  readonly filter: Filter;
  readonly problems: readonly FilterProblem[];
}

/** More values than this are no choice that a person made. */
const MOST_VALUES = 50;
/** Names that a list shows before it says that there are more. */
const SHOWN = 12;

/**
 * Reads the filter that stands in an address. A part may come several times, and words that hold no comma may be divided by
 * commas. What makes no sense is left out and told, so that the page can say so and offer what does.
 */
export function readFilter(query: Readonly<Record<string, unknown>>, choices: Choices): ReadFilter {
  const problems: FilterProblem[] = [];
  const filter: Record<string, unknown> = {};
  for (const part of FILTER_PARTS) {
    const values = valuesOf(query[part], isOfNames(part));
    if (values.length === 0) continue;
    const read = readPart(part, values, choices);
    if (read.says !== undefined) problems.push({ part, says: read.says });
    if (read.value !== undefined) filter[part] = read.value;
  }
  if (typeof filter.from === 'string' && typeof filter.to === 'string' && filter.from > filter.to) {
    problems.push({ part: 'to', says: 'The last day is before the first: both were left out.' });
    delete filter.from;
    delete filter.to;
  }
  return { filter: filterModel.parse(filter), problems };
}

interface ReadPart {
  readonly value?: unknown;
  readonly says?: string;
}

const isOfNames = (part: FilterPart): boolean =>
  ['services', 'directorates', 'themes', 'channels'].includes(part);

function valuesOf(given: unknown, isOfNames: boolean): string[] {
  const texts = (Array.isArray(given) ? given : [given]).filter((each) => typeof each === 'string');
  const values = isOfNames ? texts : texts.flatMap((text) => text.split(','));
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))];
}

function readPart(part: FilterPart, values: readonly string[], choices: Choices): ReadPart {
  if (values.length > MOST_VALUES) return { says: `${PART_NAMES[part]}: name ${MOST_VALUES} at most.` };
  if (part === 'from' || part === 'to') return readDay(part, values);
  if (part === 'financialYears') return readYears(values);
  const offered = offeredFor(part, choices);
  if (offered === null) return { value: values };
  const known = offered.filter((each) => values.includes(String(each)));
  const unknown = values.filter((value) => !offered.some((each) => String(each) === value));
  return {
    ...(known.length > 0 ? { value: known } : {}),
    ...(unknown.length > 0 ? { says: noSuch(part, unknown, offered) } : {}),
  };
}

function offeredFor(part: FilterPart, choices: Choices): readonly (string | number)[] | null {
  switch (part) {
    case 'streams':
      return STREAMS;
    case 'stages':
      return STAGES;
    case 'quarters':
      return QUARTERS;
    case 'outcomes':
      return OUTCOMES;
    case 'routes':
      return ROUTES;
    case 'ageBands':
      return AGE_BANDS;
    case 'services':
    case 'directorates':
    case 'themes':
    case 'channels':
      return choices[part] && [...new Set([...choices[part], NO_NAME])];
    default:
      return [];
  }
}

function readDay(part: FilterPart, values: readonly string[]): ReadPart {
  const [value = ''] = values;
  if (values.length === 1 && isDay(value)) return { value };
  return { says: `${PART_NAMES[part]}: “${values.join(', ')}” is no day. Write one such as 2021-09-30.` };
}

function readYears(values: readonly string[]): ReadPart {
  const known = values.filter(isYear);
  const unknown = values.filter((value) => !isYear(value));
  return {
    ...(known.length > 0 ? { value: known.sort() } : {}),
    ...(unknown.length > 0
      ? { says: `“${unknown.join(', ')}” is no financial year. Write one such as 2021-22.` }
      : {}),
  };
}

const isYear = (text: string): boolean => parseFinancialYear(text) !== null;

function noSuch(part: FilterPart, unknown: readonly string[], offered: readonly (string | number)[]): string {
  const shown = offered.slice(0, SHOWN).join(', ');
  const more = offered.length > SHOWN ? ` and ${offered.length - SHOWN} more, as the filter lists them` : '';
  return `${PART_NAMES[part]}: there is no “${unknown.join(', ')}”. There is: ${shown}${more}.`;
}
