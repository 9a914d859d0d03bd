import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, listHolds, roleIsOneOf } from '../../../platform/postgres/row-security';

/** A list, and the columns by which how many it has are kept. */
interface Tallied {
  readonly list: string;
  readonly tally: string;
  readonly columns: readonly string[];
  readonly types: readonly string[];
}

const TALLIED: readonly Tallied[] = [
  {
    ...{ list: 'fault', tally: 'fault_tally' },
    columns: ['run_id', 'owner', 'code', 'state'],
    types: ['bigint not null', 'text', 'text not null', 'text not null'],
  },
  {
    ...{ list: 'quarantined_row', tally: 'quarantine_tally' },
    columns: ['first_run_id', 'owner', 'codes', 'state'],
    types: ['bigint not null', 'text', 'text[]', 'text not null'],
  },
];

const tableOf = ({ tally, columns, types }: Tallied): string => `
  create table intake.${tally} (
    id bigint generated always as identity constraint ${tally}_pkey primary key,
    ${columns.map((column, place) => `${column} ${types[place]}`).join(', ')},
    count int not null)`;

/**
 * Adds what a statement has changed, as one row for each kind: nobody waits for anybody else's. It writes in the scope of
 * an import, and gives the caller's role back before it returns.
 */
const keeperOf = ({ list, tally, columns }: Tallied): string => {
  const parts = columns.join(', ');
  const insert = `insert into intake.${tally} (${parts}, count)`;
  return `
  create function intake.tally_${list}() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
    declare
      role_of_caller text := coalesce(current_setting('scope.role', true), '');
    begin
      perform set_config('scope.role', 'import', true);
      if tg_op = 'INSERT' then
        ${insert} select ${parts}, count(*) from came group by ${parts};
      elsif tg_op = 'DELETE' then
        ${insert} select ${parts}, -count(*) from went group by ${parts};
      else
        ${insert} select ${parts}, sum(change) from (
          select ${parts}, 1 as change from came union all select ${parts}, -1 from went) as changed
        group by ${parts} having sum(change) <> 0;
      end if;
      perform set_config('scope.role', role_of_caller, true);
      return null;
    end $$`;
};

const TRIGGERS = {
  insert: 'referencing new table as came',
  update: 'referencing old table as went new table as came',
  delete: 'referencing old table as went',
};

/** The dashboard's open faults, from what is kept. */
const OPEN_FAULTS = (counted: string): string => `
  create or replace function intake.open_faults(keepers text[]) returns int
    language plpgsql set search_path = pg_catalog, pg_temp as $$
    declare
      role_of_caller text := coalesce(current_setting('scope.role', true), '');
      counted int;
    begin
      if role_of_caller not in ('analyst', 'manager', 'officer', 'admin') then return null; end if;
      perform set_config('scope.role', 'import', true);
      select ${counted} where owner = any (keepers) and state = 'open';
      perform set_config('scope.role', role_of_caller, true);
      return counted;
    end $$`;

const SEES = `(${roleIsOneOf('import', 'admin')} or (${roleIsOneOf('officer')} and ${listHolds('streams', 'owner')}))`;

/** How many faults and quarantined rows there are of each kind is kept with each change, and counted by nobody. */
export class KeepTallies1735689600391 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'intake');
    for (const tallied of TALLIED) {
      const { list, tally, columns } = tallied;
      await runner.query(tableOf(tallied));
      await runner.query(`create index ${tally}_by_run on intake.${tally} (${columns[0]})`);
      // What is wrong with a quarter is asked of what waits alone.
      await runner.query(
        `create index ${list}_open_by_day on intake.${list} (last_day, first_day) where state = 'open'`,
      );
      await fillTally(runner, tallied);
      await runner.query(keeperOf(tallied));
      await runner.query(`revoke all on function intake.tally_${list}() from public`);
      for (const [on, tables] of Object.entries(TRIGGERS))
        await runner.query(
          `create trigger tally_${list}_${on} after ${on} on intake.${list}
             ${tables} for each statement execute function intake.tally_${list}()`,
        );
      await runner.query(`grant select, insert, delete on intake.${tally} to ${login}`);
      await forceRowSecurity(runner, `intake.${tally}`, [
        { name: 'those_who_correct_imports_read', command: 'select', allows: SEES },
        { name: 'its_trigger_adds', command: 'insert', allows: roleIsOneOf('import') },
        { name: 'an_import_sums_up', command: 'delete', allows: roleIsOneOf('import') },
      ]);
    }
    await runner.query(OPEN_FAULTS('coalesce(sum(count), 0) into counted from intake.fault_tally'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(OPEN_FAULTS('count(*) into counted from intake.fault'));
    for (const { list, tally } of TALLIED) {
      for (const on of Object.keys(TRIGGERS))
        await runner.query(`drop trigger tally_${list}_${on} on intake.${list}`);
      await runner.query(`drop function intake.tally_${list}()`);
      await runner.query(`drop index intake.${list}_open_by_day`);
      await runner.query(`drop table intake.${tally}`);
    }
  }
}

/** The owner sees none of the rows while row security is forced. */
async function fillTally(runner: QueryRunner, { list, tally, columns }: Tallied): Promise<void> {
  const parts = columns.join(', ');
  await runner.query(`alter table intake.${list} no force row level security`);
  await runner.query(
    `insert into intake.${tally} (${parts}, count)
     select ${parts}, count(*) from intake.${list} group by ${parts}`,
  );
  const [counts]: { listed: number; tallied: number }[] = await runner.query(
    `select (select count(*)::int from intake.${list}) as listed,
       (select coalesce(sum(count), 0)::int from intake.${tally}) as tallied`,
  );
  await runner.query(`alter table intake.${list} force row level security`);
  if (counts?.listed !== counts?.tallied)
    throw new Error(`${counts?.listed} rows of ${list} are held, and ${counts?.tallied} were counted`);
}
