import { badInput, excerpt } from '../../../counting/bad-input';
import type { DaySet } from '../../../counting/day-set';
import { NOT_RECORDED } from '../../../counting/dimensions';
import { checkPeriod, distinct, type PeriodFilter } from '../../../counting/period';
import type { Day } from '../../../domain/calendar/day';

/** The filter of `measures` and `counted`, as it comes. */
export interface MeasureFilter extends PeriodFilter {
  readonly streams?: readonly string[] | null | undefined;
  readonly stages?: readonly number[] | null | undefined;
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

/** Checks a filter of figures; names of periods are told from `today`. Throws BAD_USER_INPUT that names the part, with how to write it. */
export function checkFilter(
  where: MeasureFilter | null | undefined,
  services: readonly KnownService[],
  today: Day,
): CheckedFilter {
  const days = checkPeriod(where, today);
  return {
    streams: distinct(where?.streams),
    stages: distinct(checkStages(where?.stages ?? null)),
    days,
    services: chooseServices(where?.services ?? null, services),
  };
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
        `holds ${excerpt(want.name)}, which is the name of no service: use its present name, a former one, or "${NOT_RECORDED}".`,
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

const key = (name: string): string => name.trim().toLowerCase();
