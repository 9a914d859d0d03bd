import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../../platform/postgres/row-security';
import type { Scope } from '../../../platform/transaction/scope';
import { type Transaction, underScope } from '../../../platform/transaction/transaction';

const PROJECTION: Scope = { subject: 'projection', role: 'projection' };
const PROJECTS = roleIsOneOf('projection');

const TABLE = 'insight.answer_days_by_service';
const KEYS = 'month, stream, stage, service_id, directorate_id, days_to_answer';
const FILL = 'insight.roll_up_days_by_service';

const CAME = 'select 1 as sign, came.* from came';
const WENT = 'select -1 as sign, went.* from went';

/** What changes stage_fact, and what of it each trigger's function reads. */
const KEEPERS = [
  { name: 'roll_up_days_that_came', on: 'insert', tables: 'new table as came', source: CAME },
  { name: 'roll_up_days_that_went', on: 'delete', tables: 'old table as went', source: WENT },
  {
    ...{ name: 'roll_up_days_that_changed', on: 'update', tables: 'old table as went new table as came' },
    source: `${CAME} union all ${WENT}`,
  },
] as const;

/** Cells that a change leaves as they were are not touched. Keys go in order, so that two writers never wait in a circle. */
const additionOf = (source: string): string => `
  insert into ${TABLE} as kept (${KEYS}, answered)
  select date_trunc('month', answered_on::timestamp)::date as month, stream, stage, service_id, directorate_id,
    days_to_answer, sum(sign)::int
  from (${source}) changed where answered_on is not null and days_to_answer is not null
  group by 1, 2, 3, 4, 5, 6 having sum(sign) <> 0
  order by 1, 2, 3, 4, 5, 6
  on conflict (${KEYS}) do update set answered = kept.answered + excluded.answered`;

const SETTINGS = 'set search_path = pg_catalog, pg_temp set jit = off set enable_memoize = off';

/** While a rebuild is under way in a transaction, its rollups are made once, at its end. */
const triggerFunction = (name: string, source: string): string => `
  create function insight.${name}() returns trigger language plpgsql ${SETTINGS} as $$
  declare
    gone tid[];
  begin
    if current_setting('insight.roll_up', true) = 'later' then return null; end if;
    with added as (${additionOf(source)} returning case when kept.answered = 0 then kept.ctid end as emptied)
    select array_agg(emptied) filter (where emptied is not null) into gone from added;
    if gone is not null then delete from ${TABLE} where ctid = any(gone); end if;
    return null;
  end $$`;

const FILL_FUNCTION = `
  create function ${FILL}() returns void language plpgsql ${SETTINGS} set work_mem = '256MB' as $$
  begin
    delete from ${TABLE};
    ${additionOf('select 1 as sign, held.* from insight.stage_fact held')};
  end $$`;

/**
 * Keeps how many working days answers took by service too, so that medians by service need not read every stage. As the other
 * rollups: by triggers on the facts, filled from those that are there.
 */
export class KeepDaysByService1735689600221 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'insight');
    await createTable(runner, login);
    await createFunction(runner, { name: FILL, sql: FILL_FUNCTION, login });
    for (const { name, on, tables, source } of KEEPERS) {
      await createFunction(runner, { name: `insight.${name}`, sql: triggerFunction(name, source), login });
      await runner.query(`create trigger ${name} after ${on} on insight.stage_fact
        referencing ${tables} for each statement execute function insight.${name}()`);
    }
    await underScope(runner, PROJECTION, fill);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of KEEPERS) {
      await runner.query(`drop trigger ${name} on insight.stage_fact`);
      await runner.query(`drop function insight.${name}()`);
    }
    await runner.query(`drop function ${FILL}()`);
    await runner.query(`drop table ${TABLE}`);
  }
}

async function createTable(runner: QueryRunner, login: string): Promise<void> {
  await runner.query(`
    create table ${TABLE} (
      month date not null,
      stream text not null,
      stage smallint not null,
      service_id text,
      directorate_id text,
      days_to_answer int not null,
      answered int not null,
      constraint answer_days_by_service_cell unique nulls not distinct (${KEYS})) with (fillfactor = 80)`);
  await runner.query(`grant select, insert, update, delete on ${TABLE} to ${login}`);
  await forceRowSecurity(runner, TABLE, [
    {
      name: 'those_who_see_all_figures_read',
      command: 'select',
      allows: roleIsOneOf('analyst', 'manager', 'officer', 'admin', 'projection'),
    },
    { name: 'the_projection_adds', command: 'insert', allows: PROJECTS },
    { name: 'the_projection_changes', command: 'update', allows: PROJECTS },
    { name: 'the_projection_removes', command: 'delete', allows: PROJECTS },
  ]);
}

async function createFunction(
  runner: QueryRunner,
  { name, sql, login }: { readonly name: string; readonly sql: string; readonly login: string },
): Promise<void> {
  await runner.query(sql);
  await runner.query(`revoke all on function ${name}() from public`);
  await runner.query(`grant execute on function ${name}() to ${login}`);
}

async function fill({ query }: Transaction): Promise<void> {
  await query(`select ${FILL}()`);
  const [row] = await query<{ facts: number; cells: number }>(
    `select (select count(*)::int from insight.stage_fact
        where answered_on is not null and days_to_answer is not null) as facts,
       (select coalesce(sum(answered), 0)::int from ${TABLE}) as cells`,
  );
  if (row?.facts !== row?.cells)
    throw new Error(`Of ${row?.facts} answers whose days are known ${row?.cells} were summed up`);
}
