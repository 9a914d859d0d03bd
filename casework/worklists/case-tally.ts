import { setting } from '../../platform/postgres/row-security';
import { bigint, boolean, day, int, key, nullable, smallint, text } from '../../platform/tables/columns';
import { defineTable } from '../../platform/tables/define-table';

/** By what worklists are chosen, narrowed and divided: the columns of `live_case` by which open complaints are counted. */
export const TALLIED = [
  ...(['assigned_to', 'assigned_group', 'service_id', 'waits_for', 'stage'] as const),
  ...(['next_limit', 'is_accepted', 'next_due_on'] as const),
] as const;

const LIST = TALLIED.join(', ');

/**
 * By how many the open complaints of one kind have changed, a row for each statement that changed them: written by a trigger,
 * and summed by whoever reads. A change sums up what others have left of its kind.
 */
export const describeCaseTally = (schema: string) =>
  defineTable({
    schema,
    name: 'case_tally',
    columns: {
      id: key(bigint()),
      /** A number of the kind, by which its rows are found. Two kinds may share one. */
      of_kind: bigint(),
      assigned_to: nullable(text()),
      assigned_group: nullable(text()),
      service_id: nullable(text()),
      waits_for: text(),
      stage: smallint(),
      next_limit: nullable(text()),
      is_accepted: boolean(),
      next_due_on: nullable(day()),
      count: int(),
    },
    indices: [{ name: 'case_tally_by_kind', columns: ['of_kind'] }],
  });

/** The table of tallies. */
export const createCaseTally = (schema: string): string => `
  create table "${schema}".case_tally (
    id bigint generated always as identity constraint case_tally_pkey primary key,
    of_kind bigint not null,
    assigned_to text,
    assigned_group text,
    service_id text,
    waits_for text not null,
    stage smallint not null,
    next_limit text,
    is_accepted boolean not null,
    next_due_on date,
    count int not null)`;

const KIND = `hashtextextended(concat_ws('/', ${LIST}), 0)`;

/** SQL that fills the tallies from what is held. */
export const fillCaseTally = (schema: string): string => `
  insert into "${schema}".case_tally (of_kind, ${LIST}, count)
  select ${KIND}, ${LIST}, count(*) from "${schema}".live_case where not is_ended group by ${LIST}`;

/** What a statement changes, by the tables of its trigger. Whatever somebody else is changing meanwhile is left to whoever comes next. */
const summedUp = (schema: string, changes: readonly string[]): string => `
  with changed as (
      select ${KIND} as of_kind, ${LIST}, sum(change) as change from (${changes.join(' union all ')}) as moved
      group by ${LIST} having sum(change) <> 0),
    gone as (
      delete from "${schema}".case_tally where id in (
        select held.id from "${schema}".case_tally as held
        where held.of_kind = any (array(select of_kind from changed)) for update skip locked)
      returning of_kind, ${LIST}, count)
  insert into "${schema}".case_tally (of_kind, ${LIST}, count)
  select of_kind, ${LIST}, sum(change) from (
    select * from changed union all select of_kind, ${LIST}, count from gone) as kinds
  group by of_kind, ${LIST} having sum(change) <> 0`;

const came = `select ${LIST}, 1 as change from came where not is_ended`;
const went = `select ${LIST}, -1 as change from went where not is_ended`;

/** The function of the triggers that keep the tallies: nobody waits for anybody. */
export const tallyCases = (schema: string): string => `
  create function "${schema}".tally_cases() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $function$
  begin
    if tg_op = 'INSERT' then ${summedUp(schema, [came])};
    elsif tg_op = 'TRUNCATE' then delete from "${schema}".case_tally;
    elsif tg_op = 'DELETE' then ${summedUp(schema, [went])};
    else ${summedUp(schema, [came, went])};
    end if;
    return null;
  end $function$`;

export const TALLY_TRIGGERS = {
  insert: 'referencing new table as came',
  update: 'referencing old table as went new table as came',
  delete: 'referencing old table as went',
  truncate: '',
} as const;

/**
 * What is in the tallies and on no list of the caller: complaints in whose way a conflict of interest of theirs stands, and work
 * that nobody has of whose earlier stage they were. Not which these are, but of what kind: it is taken from the sums.
 */
export const keptFromCaller = (schema: string): string => `
  create function "${schema}".cases_kept_from_caller()
  returns table (assigned_to text, assigned_group text, service_id text, waits_for text, stage smallint,
    next_limit text, is_accepted boolean, next_due_on date) language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $function$
  #variable_conflict use_column
  declare
    asks text := ${setting('subject')};
    closed text[] := "${schema}".conflicted_complaints();
  begin
    if asks is null then return; end if;
    return query select ${LIST} from "${schema}".live_case where complaint_id = any (closed) and not is_ended;
    return query select ${LIST} from "${schema}".live_case
      where not is_ended and assigned_to is null and handled_earlier_by <> '{}'
        and asks = any (handled_earlier_by) and not complaint_id = any (closed);
  end $function$`;
