import { daysSql, type Parameters } from '../../../counting/days-sql';
import type { CheckedFilter, ServiceChoice } from './filter';

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
