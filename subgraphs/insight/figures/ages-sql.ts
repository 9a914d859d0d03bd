import type { Parameters } from '../../../counting/days-sql';
import { daysOfAge } from '../../../domain/calendar/ages';
import type { Day } from '../../../domain/calendar/day';
import type { Calendar } from '../../../domain/calendar/working-days';
import { AGE_BANDS, type AgeBand } from './catalogue/age-bands';

/** The calendars that streams count working days by. */
export type Calendars = ReadonlyMap<string, Calendar>;

/**
 * SQL of the days on which that came which is so old: a row for each stream, age band and day asked about (its place among
 * the days), with the columns `of_stream`, `of_place`, `age_band`, `first_received` and `last_received`.
 */
export function agesSql(
  bands: readonly AgeBand[],
  {
    days,
    calendars,
    parameters,
  }: { readonly days: readonly Day[]; readonly calendars: Calendars; readonly parameters: Parameters },
): string {
  const rows = [...calendars].flatMap(([stream, calendar]) =>
    days.flatMap((on, place) =>
      bands.flatMap((band) => {
        const came = daysOfAge({ on, ages: AGE_BANDS[band], calendar });
        return came === null ? [] : [{ stream, place, band, ...came }];
      }),
    ),
  );
  const columns = [
    parameters.bind(
      rows.map(({ stream }) => stream),
      'text[]',
    ),
    parameters.bind(
      rows.map(({ place }) => place),
      'int[]',
    ),
    parameters.bind(
      rows.map(({ band }) => band),
      'text[]',
    ),
    parameters.bind(
      rows.map(({ from }) => from),
      'date[]',
    ),
    parameters.bind(
      rows.map(({ to }) => to),
      'date[]',
    ),
  ];
  return `unnest(${columns.join(', ')})
    as band (of_stream, of_place, age_band, first_received, last_received)`;
}

/** SQL that is true of a stage that is of one of these bands on a day. */
export function isOfAgeSql(
  bands: readonly AgeBand[],
  {
    day,
    calendars = new Map(),
    parameters,
  }: { readonly day: Day; readonly calendars?: Calendars | undefined; readonly parameters: Parameters },
): string {
  return `exists (select from ${agesSql(bands, { days: [day], calendars, parameters })}
    where of_stream = stream and received_on >= first_received and received_on <= last_received)`;
}
