import { Parameters } from '../../../counting/days-sql';
import { countedSql, figuresSql } from '../../../counting/statement';
import type { Day } from '../../../domain/calendar/day';
import type { Transaction } from '../../../platform/transaction/transaction';
import { agesSql, type Calendars } from './ages-sql';
import { AGE_BAND_NAMES } from './catalogue/age-bands';
import { asAtSql } from './count-facts';
import type { StateRow } from './count-states';
import { partsSql } from './filter-sql';
import { endedSql } from './open-stages';
import { type Question, withoutTime } from './question';
import { DIMENSIONS, nameJoins } from './stage-dimensions';
import type { StateDay } from './state-days';
import { readCalendars } from './stream-calendars';

const WITH_PLACE = {
  ...DIMENSIONS,
  PLACE: { name: 'place', from: ['place'], value: 'event.place' },
} as const;

/** What waited on one of the days asked for; `place` is the day's, from 0. */
interface AgedRow extends StateRow {
  readonly place: number;
}

/**
 * What was open, and overdue, on each of the days, by how old it was on that day: as `countStates` counts it, from the facts.
 * Each stage is read once, and counted with those alike on those of the days on which they waited.
 */
export async function countAges(
  transaction: Transaction,
  question: Question,
  days: readonly StateDay[],
): Promise<readonly StateRow[]> {
  const thresholds = [...new Set(days.map(({ day }) => day))].sort();
  if (thresholds.length === 0) return [];
  const by = withoutTime(question.by);
  const calendars = await readCalendars(transaction);
  const parameters = new Parameters();
  const table = agedStages({ ...question, by }, { thresholds, calendars, parameters });
  const bands = question.filter.ageBands;
  const rows = await transaction.query<AgedRow>(
    figuresSql({
      by: [...by, 'PLACE'],
      dimensions: WITH_PLACE,
      figures: ['sum(event.open)::int as open', 'sum(event.overdue)::int as overdue'],
      counted: countedSql({
        ...{ by: [...by, 'PLACE'] as const, dimensions: WITH_PLACE, table, day: 'null' },
        where: bands ? `age_band = any(${parameters.bind(bands, 'text[]')})` : 'true',
        counts: ['sum(stages) as open', 'coalesce(sum(stages) filter (where is_overdue), 0) as overdue'],
      }),
      joins: nameJoins(by),
      limit: 'all',
    }),
    parameters.values,
  );
  return rows.flatMap(({ place, ...row }) =>
    days.filter(({ day }) => day === thresholds[place]).map(({ period }) => ({ ...row, ...period })),
  );
}

/**
 * SQL of the stages that waited on any of the days, with how many of them were alike on it and their age band. Stages are put
 * together first, by the day of receipt and the days from which they were overdue and had ended: on each of thirty days are as many as
 * there are in a third of all, and few of them differ.
 */
function agedStages(
  question: Question,
  {
    thresholds,
    calendars,
    parameters,
  }: {
    readonly thresholds: readonly Day[];
    readonly calendars: Calendars;
    readonly parameters: Parameters;
  },
): string {
  const days = parameters.bind(thresholds, 'date[]');
  const asAt = asAtSql(question, parameters).day();
  const ages = agesSql(AGE_BAND_NAMES, { days: thresholds, calendars, parameters });
  const parts = partsSql(question.filter, parameters).map((part) => ` and ${part}`);
  const alike = [...new Set(['stream', 'received_on', ...columnsOf(question)])].join(', ');
  return `(
    select waiting.*, null::text as body, place, age_band, coalesce(place >= overdue_from, false) as is_overdue
    from (
      select ${alike}, ended_at, overdue_from, count(*) as stages
      from (
        select ended.*, width_bucket(due_on, ${days}) as overdue_from,
          case when ended_on is null then ${thresholds.length} else width_bucket(ended_on - 1, ${days}) end as ended_at
        from (
          select stage_fact.*, ${endedSql(asAt)} as ended_on from insight.stage_fact
          where not ended_without_day and received_on <= (${days})[${thresholds.length}]${parts.join('')}
        ) ended
        where ended_on is null or ended_on > (${days})[1]
      ) placed
      group by ${alike}, ended_at, overdue_from
    ) waiting
    cross join lateral generate_series(width_bucket(received_on - 1, ${days}), ended_at - 1) as place
    left join ${ages} on of_stream = stream and of_place = place
      and received_on >= first_received and received_on <= last_received
  ) aged`;
}

/** What the table itself adds. */
const ADDED: readonly string[] = ['body', 'age_band'];

/** The stored columns that the dimensions look at. */
const columnsOf = ({ by }: Pick<Question, 'by'>): readonly string[] =>
  by
    .flatMap((dimension): readonly string[] => DIMENSIONS[dimension].from)
    .filter((column) => !ADDED.includes(column));
