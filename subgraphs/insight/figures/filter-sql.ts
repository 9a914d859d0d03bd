import { daysSql, type Parameters } from '../../../counting/days-sql';
import { NOT_RECORDED } from '../../../counting/dimensions';
import type { Day } from '../../../domain/calendar/day';
import { lastDayOfMonth } from '../../../domain/calendar/months';
import type { DirectorateChoice } from './directorates';
import type { CheckedFilter } from './filter';
import type { CheckedParts } from './parts';
import type { ServiceChoice } from './services';

/** A filter as SQL, once its values are bound: give it the column of the day that it narrows. */
export type FilterSql = (dayColumn: string) => string;

/** Binds a filter's values once, for however many selections of the statement use it. */
export function filterSql(filter: CheckedFilter, parameters: Parameters): FilterSql {
  const fixed = partsSql(filter, parameters);
  const days = daysSql(filter.days, parameters);
  return (dayColumn) => ['true', ...fixed, ...days(dayColumn)].join(' and ');
}

/** SQL that is true of the days of some months (each as its first day); null where there are none. */
export function monthsSql(months: readonly Day[], parameters: Parameters): FilterSql | null {
  if (months.length === 0) return null;
  const bounds = months.map((month) => ({
    first: parameters.bind(month, 'date'),
    last: parameters.bind(lastDayOfMonth(month), 'date'),
  }));
  return (day) =>
    `(${bounds.map(({ first, last }) => `(${day} >= ${first} and ${day} <= ${last})`).join(' or ')})`;
}

/** The conditions of the parts that figures and lists share. */
export function partsSql(parts: CheckedParts, parameters: Parameters): string[] {
  const { streams, stages, services, directorates, themes, channels, outcomes, routes } = parts;
  return [
    streams === null ? [] : [`stream = any(${parameters.bind(streams, 'text[]')})`],
    stages ? [`stage = any(${parameters.bind(stages, 'int[]')})`] : [],
    services === null ? [] : [servicesSql(services, parameters)],
    directorates ? [directoratesSql(directorates, parameters)] : [],
    themes ? [wordsSql('theme', themes, parameters)] : [],
    channels ? [wordsSql('channel', channels, parameters)] : [],
    outcomes ? [`outcome = any(${parameters.bind(outcomes, 'text[]')})`] : [],
    routes ? [`route = any(${parameters.bind(routes, 'text[]')})`] : [],
  ].flat();
}

/** A service that nobody has named counts as not recorded, as it is shown. */
function servicesSql({ ids, notRecorded, known }: ServiceChoice, parameters: Parameters): string {
  const named = `service_id = any(${parameters.bind(ids, 'text[]')})`;
  if (!notRecorded) return named;
  return `(${named} or ${noneOf('service_id', known, parameters)})`;
}

function directoratesSql(choice: DirectorateChoice, parameters: Parameters): string {
  const { ids, serviceIds, notRecorded, knownServices, known } = choice;
  const written = [
    `directorate_id = any(${parameters.bind(ids, 'text[]')})`,
    ...(notRecorded ? [noneOf('directorate_id', known, parameters)] : []),
  ].join(' or ');
  return `(service_id = any(${parameters.bind(serviceIds, 'text[]')})
    or (${noneOf('service_id', knownServices, parameters)} and (${written})))`;
}

function wordsSql(column: 'theme' | 'channel', words: readonly string[], parameters: Parameters): string {
  const written = `${column} = any(${parameters.bind(words, 'text[]')})`;
  return words.includes(NOT_RECORDED) ? `(${written} or ${column} is null)` : written;
}

const noneOf = (column: string, known: readonly string[], parameters: Parameters): string =>
  `(${column} is null or ${column} <> all(${parameters.bind(known, 'text[]')}))`;
