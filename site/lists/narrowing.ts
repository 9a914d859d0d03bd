import { toDay } from '../../domain/calendar/day';
import { financialYearOf, financialYearsBefore } from '../../domain/calendar/financial-year';
import type { Parameters } from '../filters/address';
import { type FormPart, filterForm } from '../filters/form';
import { type Choices, FILTER_PARTS, type Filter } from '../filters/parts';

/** The form by which a list is narrowed. */
export interface Narrowing {
  /** What the address says and the form does not offer, so that it is kept. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly parts: readonly FormPart[];
}

/** How many years back can be chosen. */
const YEARS_BACK = 3;

/** The form of a list whose records reach `asAt`; it keeps whatever it does not offer. */
export function narrowing(options: {
  readonly filter: Filter;
  readonly parameters: Parameters;
  readonly choices: Choices;
  readonly asAt: string;
}): Narrowing {
  const { filter, parameters, choices, asAt } = options;
  const parts = filterForm(filter, choices, yearsUpTo(asAt));
  const isOffered = new Set<string>(parts.map(({ part }) => part));
  const kept = [
    ...FILTER_PARTS.filter((part) => !isOffered.has(part)).map((part) => [part, filter[part]] as const),
    ['asAt', filter.asAt] as const,
    ...Object.entries(parameters),
  ];
  return { kept: kept.flatMap(([name, given]) => valuesOf(given).map((value) => ({ name, value }))), parts };
}

const valuesOf = (value: unknown): string[] =>
  value === undefined || value === null ? [] : (Array.isArray(value) ? value : [value]).map(String);

function yearsUpTo(asAt: string): string[] {
  if (asAt === '') return [];
  const financialYear = financialYearOf(toDay(asAt));
  return [...financialYearsBefore({ financialYear, count: YEARS_BACK }), financialYear];
}
