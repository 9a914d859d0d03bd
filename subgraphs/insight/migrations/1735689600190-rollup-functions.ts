/** A table of rollups as this migration makes it: what its cells are told apart by, and what they count. */
export interface CellTable {
  readonly name: string;
  readonly keys: readonly string[];
  readonly counts: readonly string[];
  /** Which of its columns the statement that fills it did not group by: `grouping(…)`. */
  readonly face: number;
}

interface Family {
  /** SQL that gives the changes of cells from `changed`, which are stages with their sign. */
  readonly cells: string;
  readonly tables: readonly CellTable[];
}

const FLOWS = [
  'received',
  'escalated',
  'direct',
  'went_on',
  'acknowledged',
  'acknowledged_in_time',
  'answered',
  'answered_in_time',
  'upheld',
  'partially_upheld',
  'not_upheld',
  'closed',
];
const SERVICE = ['service_id', 'directorate_id'];
const HANDLING = ['route', 'outcome', 'closure_reason'];
const flow = ['month', 'stream', 'stage'];
const STATE = ['open', 'overdue'];

const sum = (condition: string): string => `coalesce(sum(sign) filter (where ${condition}), 0)::int`;
const monthOf = (day: string): string => `date_trunc('month', ${day}::timestamp)::date`;

const FLOW_FAMILY: Family = {
  cells: `
    select grouping(service_id, theme, channel, route) as face, month, stream, stage, service_id, directorate_id, theme, channel,
      route, outcome, closure_reason,
      ${sum('event = 1')} as received,
      ${sum("event = 1 and route = 'ESCALATED' and stage > 1")} as escalated,
      ${sum("event = 1 and route = 'DIRECT' and stage > 1")} as direct,
      ${sum('event = 1 and went_on_on is not null')} as went_on,
      ${sum('event = 2')} as acknowledged,
      ${sum('event = 2 and acknowledged_in_time')} as acknowledged_in_time,
      ${sum('event = 3')} as answered,
      ${sum('event = 3 and in_time')} as answered_in_time,
      ${sum("event = 3 and outcome = 'UPHELD'")} as upheld,
      ${sum("event = 3 and outcome = 'PARTIALLY_UPHELD'")} as partially_upheld,
      ${sum("event = 3 and outcome = 'NOT_UPHELD'")} as not_upheld,
      ${sum('event = 4')} as closed
    from (
      select changed.*, event, ${monthOf('day')} as month
      from changed, lateral (values
        (1, received_on), (2, acknowledged_on), (3, answered_on),
        (4, case when followed_on is null then closed_on end)) told (event, day)
      where day is not null
    ) told
    group by grouping sets (
      (month, stream, stage),
      (month, stream, stage, service_id, directorate_id),
      (month, stream, stage, theme),
      (month, stream, stage, channel),
      (month, stream, stage, route, outcome, closure_reason))`,
  tables: [
    { name: 'flow_by_month', keys: flow, counts: FLOWS, face: 15 },
    { name: 'flow_by_service', keys: [...flow, ...SERVICE], counts: FLOWS, face: 7 },
    { name: 'flow_by_theme', keys: [...flow, 'theme'], counts: FLOWS, face: 11 },
    { name: 'flow_by_channel', keys: [...flow, 'channel'], counts: FLOWS, face: 13 },
    { name: 'flow_by_handling', keys: [...flow, ...HANDLING], counts: FLOWS, face: 14 },
  ],
};

const DAYS_FAMILY: Family = {
  cells: `
    select 0 as face, ${monthOf('answered_on')} as month, stream, stage, days_to_answer, sum(sign)::int as answered
    from changed where answered_on is not null and days_to_answer is not null
    group by 2, 3, 4, 5`,
  tables: [{ name: 'answer_days', keys: [...flow, 'days_to_answer'], counts: ['answered'], face: 0 }],
};

const STATE_FAMILY: Family = {
  cells: `
    select grouping(day, service_id) as face, day, month, stream, stage, service_id, directorate_id,
      sum(sign * open)::int as open, sum(sign * overdue)::int as overdue
    from (
      select sign, day, ${monthOf('day')} as month, stream, stage, service_id, directorate_id, open, overdue
      from (
        select changed.*, coalesce(answered_on, followed_on, closed_on) as ended,
          greatest(received_on, due_on + 1) as late_from
        from changed where not ended_without_day
      ) changed, lateral (values
        (received_on, 1, 0),
        (ended, -1, 0),
        (case when due_on is not null and (ended is null or late_from < ended) then late_from end, 0, 1),
        (case when due_on is not null and late_from < ended then ended end, 0, -1)) told (day, open, overdue)
      where day is not null and (ended is null or received_on < ended)
    ) told
    group by grouping sets (
      (day, stream, stage),
      (month, stream, stage), (month, stream, stage, service_id, directorate_id))`,
  tables: [
    { name: 'open_by_day', keys: ['day', 'stream', 'stage'], counts: STATE, face: 1 },
    { name: 'open_by_month', keys: flow, counts: STATE, face: 3 },
    { name: 'open_by_month_and_service', keys: [...flow, ...SERVICE], counts: STATE, face: 2 },
  ],
};

const FAMILIES = [FLOW_FAMILY, DAYS_FAMILY, STATE_FAMILY];

const MOST_TABLES = FLOW_FAMILY.tables.map((_, place) => place);

/** Every table of rollups that this migration makes. */
export const CELL_TABLES: readonly CellTable[] = FAMILIES.flatMap(({ tables }) => tables);

/** Adds the changes of a table's cells. Keys go in order, so that two writers never wait for each other in a circle. */
const addition = ({ name, keys, counts, face }: CellTable): string => `
  insert into insight.${name} as kept (${[...keys, ...counts].join(', ')})
  select ${[...keys, ...counts].join(', ')} from cells
  where face = ${face} and (${counts.map((count) => `${count} <> 0`).join(' or ')})
  order by ${keys.join(', ')}
  on conflict (${keys.join(', ')}) do update
  set ${counts.map((count) => `${count} = kept.${count} + excluded.${count}`).join(', ')}
  returning case when ${counts.map((count) => `kept.${count} = 0`).join(' and ')} then kept.ctid end as emptied`;

/** One statement that keeps the tables of a family, and then removes the cells that fell to nothing. */
const keeping = ({ cells, tables }: Family, source: string): string => `
  with changed as (${source}), cells as materialized (${cells}),
  ${tables.map((table) => `in_${table.name} as (${addition(table)})`).join(', ')}
  select ${tables.map(({ name }) => `(select array_agg(emptied) filter (where emptied is not null) from in_${name})`).join(', ')}
  into ${tables.map((_, place) => `emptied_${place}`).join(', ')};
  ${tables
    .map(
      ({ name }, place) => `if emptied_${place} is not null then
    delete from insight.${name} where ctid = any(emptied_${place});
  end if;`,
    )
    .join('\n  ')}`;

/** While a rebuild is under way in a transaction, its rollups are made once, at its end. */
const UNLESS_LATER = `
    if current_setting('insight.roll_up', true) = 'later' then return null; end if;`;

/** The trigger's function that brings the rollups to what changed: `source` gives stages, 1 for one that came, -1 for one that went. */
export const triggerFunction = ({ name, of, source }: KeeperSource): string =>
  statementsIn(`insight.${name}() returns trigger`, [
    UNLESS_LATER,
    // An insert that may also update calls the triggers of both, whatever became of it.
    `if not exists (select from ${of}) then return null; end if;`,
    ...FAMILIES.map((family) => keeping(family, source)),
    'return null;',
  ]);

/** The function that makes all rollups anew from the facts. */
export const everythingFunction = (name: string): string =>
  statementsIn(`insight.${name}() returns void`, [
    ...CELL_TABLES.map((table) => `delete from insight.${table.name};`),
    ...FAMILIES.map((family) => keeping(family, 'select 1 as sign, held.* from insight.stage_fact held')),
  ]);

interface KeeperSource {
  readonly name: string;
  /** The table of changed rows that is empty when there is nothing to do. */
  readonly of: string;
  readonly source: string;
}

// Remembering what each row's few values were costs more than to work them out.
const statementsIn = (signature: string, statements: readonly string[]): string => `
  create function ${signature} language plpgsql
    set search_path = pg_catalog, pg_temp set jit = off set enable_memoize = off as $$
  declare
    ${MOST_TABLES.map((place) => `emptied_${place} tid[];`).join(' ')}
  begin
    ${statements.join('\n    ')}
  end $$`;
