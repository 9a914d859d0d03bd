import { FIRST_DAY, LAST_DAY } from '../domain/calendar/day';
import { type DaySet, rangesOf } from './day-set';

/** The values that a statement binds. Whatever came from outside goes through here, never into the text. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Binds a value and gives the SQL that stands for it. */
  bind(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

const CALENDAR = { from: FIRST_DAY, to: LAST_DAY };

/**
 * Days as SQL, once their values are bound: give it the column that they narrow. The outer ends are comparisons, which
 * an index answers under row-level security; the rest is a filter.
 */
export function daysSql(days: DaySet, parameters: Parameters): (dayColumn: string) => string[] {
  if (days.financialYears === null && days.ranges === undefined) return openDaysSql(days, parameters);
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
