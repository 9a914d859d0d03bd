import { type Day, isDay } from '../../../domain/calendar/day';
import {
  type FinancialYear,
  parseFinancialYear,
  type Quarter,
} from '../../../domain/calendar/financial-year';
import { badInput } from '../bad-input';
import type { DaySet } from '../coverage/day-set';
import { NOT_RECORDED } from './dimensions';

/** The filter of `measures` and `counted`, as it comes. */
export interface MeasureFilter {
  readonly streams?: readonly string[] | null | undefined;
  readonly stages?: readonly number[] | null | undefined;
  readonly financialYears?: readonly string[] | null | undefined;
  readonly quarters?: readonly Quarter[] | null | undefined;
  /** The schema's scalar Date lets anything through: it is checked here. */
  readonly from?: unknown;
  readonly to?: unknown;
  readonly services?: readonly string[] | null | undefined;
}

/** The services that a filter keeps to. `known` are all that have a name: what is none of them is not recorded. */
export interface ServiceChoice {
  readonly ids: readonly string[];
  readonly notRecorded: boolean;
  readonly known: readonly string[];
}

/** A filter that can be answered. A part that is null does not narrow; an empty one lets nothing through. */
export interface CheckedFilter {
  readonly streams: readonly string[] | null;
  readonly stages: readonly number[] | null;
  readonly days: DaySet;
  readonly services: ServiceChoice | null;
}

/** A service by its names. */
export interface KnownService {
  readonly id: string;
  readonly name: string;
  readonly formerNames: readonly string[];
}

/** Checks a filter of figures. Throws BAD_USER_INPUT that names the part, with how to write it. */
export function checkFilter(
  where: MeasureFilter | null | undefined,
  services: readonly KnownService[],
): CheckedFilter {
  const { from, to } = checkDays({
    from: where?.from,
    to: where?.to,
    names: { from: 'where.from', to: 'where.to' },
  });
  const years = where?.financialYears?.map((year) => checkFinancialYear('where.financialYears', year));
  return {
    streams: once(where?.streams),
    stages: once(checkStages(where?.stages ?? null)),
    days: { from, to, financialYears: once(years), quarters: once(where?.quarters) },
    services: chooseServices(where?.services ?? null, services),
  };
}

/** Checks the two ends of a period by the names of their arguments. Throws BAD_USER_INPUT. */
export function checkDays({
  from,
  to,
  names,
}: {
  from: unknown;
  to: unknown;
  names: { from: string; to: string };
}): { from: Day | null; to: Day | null } {
  const ends = { from: checkDay(names.from, from), to: checkDay(names.to, to) };
  if (ends.from !== null && ends.to !== null && ends.from > ends.to) {
    throw badInput(names.from, `is after \`${names.to}\`: give the earlier day first.`);
  }
  return ends;
}

function checkDay(argument: string, text: unknown): Day | null {
  if (text === null || text === undefined) return null;
  if (typeof text === 'string' && isDay(text)) return text;
  throw badInput(argument, 'is no day of the calendar: write it as YYYY-MM-DD, for example 2021-04-01.');
}

/** Checks a financial year. Throws BAD_USER_INPUT that says how to write one. */
export function checkFinancialYear(argument: string, text: string): FinancialYear {
  const year = parseFinancialYear(text);
  if (year !== null) return year;
  throw badInput(
    argument,
    `holds ${quoted(text)}, which is no financial year: write it like 2021-22, two years that follow each other.`,
  );
}

function checkStages(stages: readonly number[] | null): readonly number[] | null {
  const wrong = stages?.find((stage) => stage < 1);
  if (wrong !== undefined) throw badInput('where.stages', `holds ${wrong}: stages are numbered from 1.`);
  return stages;
}

/** The services that names stand for, in any case. A present name goes before another service's former one. */
export function chooseServices(
  names: readonly string[] | null,
  services: readonly KnownService[],
): ServiceChoice | null {
  if (names === null) return null;
  const wanted = names.map((name) => ({ name, key: key(name) }));
  const ids = wanted
    .filter((want) => want.key !== key(NOT_RECORDED))
    .flatMap((want) => {
      const found = idsOf(want.key, services);
      if (found.length > 0) return found;
      throw badInput(
        'where.services',
        `holds ${quoted(want.name)}, which is the name of no service: use its present name, a former one, or "${NOT_RECORDED}".`,
      );
    });
  return {
    ids: [...new Set(ids)].sort(),
    notRecorded: wanted.some((want) => want.key === key(NOT_RECORDED)),
    known: services.map(({ id }) => id),
  };
}

function idsOf(wanted: string, services: readonly KnownService[]): readonly string[] {
  const present = services.filter(({ name }) => key(name) === wanted);
  const found =
    present.length > 0
      ? present
      : services.filter(({ formerNames }) => formerNames.some((name) => key(name) === wanted));
  return found.map(({ id }) => id);
}

/** A list as the set that it means: the same filter, however it is written, is the same question. */
export const once = <Value>(values: readonly Value[] | null | undefined): readonly Value[] | null =>
  values ? [...new Set(values)].sort() : null;

const key = (name: string): string => name.trim().toLowerCase();

const LONGEST_ECHO = 60;

/** What the caller wrote, short enough for a message. */
const quoted = (text: string): string =>
  JSON.stringify(text.length > LONGEST_ECHO ? `${text.slice(0, LONGEST_ECHO)}…` : text);
