import { toDay } from '../../../domain/calendar/day';
import { type DaySet, rangesOf } from '../coverage/day-set';
import type { CheckedFilter, ServiceChoice } from './filter';

/** The values that a statement binds. Whatever came from outside goes through here, never into the text. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Binds a value and gives the SQL that stands for it. */
  bind(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

/** A filter as SQL, once its values are bound: give it the column of the day that it narrows. */
export type FilterSql = (dayColumn: string) => string;

/** Binds a filter's values once, for however many selections of the statement use it. */
export function filterSql(filter: CheckedFilter, parameters: Parameters): FilterSql {
  const fixed = [
    filter.streams === null ? [] : [`stream = any(${parameters.bind(filter.streams, 'text[]')})`],
    filter.stages === null ? [] : [`stage = any(${parameters.bind(filter.stages, 'int[]')})`],
    filter.services === null ? [] : [servicesSql(filter.services, parameters)],
  ].flat();
  const days = daysSql(filter.days, parameters);
  return (dayColumn) => ['true', ...fixed, ...days(dayColumn)].join(' and ');
}

/** SQL that keeps to services. A service that nobody has named counts as not recorded, as it is shown. */
export function servicesSql({ ids, notRecorded, known }: ServiceChoice, parameters: Parameters): string {
  const named = `service_id = any(${parameters.bind(ids, 'text[]')})`;
  if (!notRecorded) return named;
  return `(${named} or service_id is null or service_id <> all(${parameters.bind(known, 'text[]')}))`;
}

const CALENDAR = { from: toDay('1900-01-01'), to: toDay('9999-12-31') };

/** The outer ends are comparisons, which an index answers under row-level security; what lies between is a filter. */
function daysSql(days: DaySet, parameters: Parameters): (dayColumn: string) => string[] {
  if (days.financialYears === null) return openDaysSql(days, parameters);
  const ranges = rangesOf(days, CALENDAR);
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!first || !last) return () => ['false'];
  const from = parameters.bind(first.from, 'date');
  const to = parameters.bind(last.to, 'date');
  if (ranges.length === 1) return (day) => [`${day} >= ${from}`, `${day} <= ${to}`];
  const among = parameters.bind(
    `{${ranges.map((range) => `[${range.from},${range.to}]`).join(',')}}`,
    'datemultirange',
  );
  return (day) => [`${day} >= ${from}`, `${day} <= ${to}`, `${day} <@ ${among}`];
}

function openDaysSql(
  { from, to, quarters }: DaySet,
  parameters: Parameters,
): (dayColumn: string) => string[] {
  const first = from === null ? null : parameters.bind(from, 'date');
  const last = to === null ? null : parameters.bind(to, 'date');
  // The financial year's Q1 is the calendar's second quarter.
  const calendarQuarters = quarters?.map((quarter) => (Number(quarter.slice(1)) % 4) + 1) ?? null;
  const among = calendarQuarters === null ? null : parameters.bind(calendarQuarters, 'int[]');
  return (day) => [
    ...(first === null ? [] : [`${day} >= ${first}`]),
    ...(last === null ? [] : [`${day} <= ${last}`]),
    ...(among === null ? [] : [`extract(quarter from ${day})::int = any(${among})`]),
  ];
}
