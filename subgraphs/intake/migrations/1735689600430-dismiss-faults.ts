import type { MigrationInterface, QueryRunner } from 'typeorm';

const statesAre = (states: readonly string[]): readonly string[] => [
  'alter table intake.fault drop constraint fault_states',
  `alter table intake.fault add constraint fault_states
     check (state in (${states.map((state) => `'${state}'`).join(', ')}))`,
];

const BEFORE = ['open', 'mapped', 'confirmed', 'separating', 'separated', 'replaced'];

/** The sheets of a workbook have lines of the same numbers: what is done about a fault ends with its sheet. */
const SHEET = `('(Sheet "' || (row.raw ->> '(sheet)') || '".)')`;
const IS_OF_ROW = `fault.run_id = row.last_run_id and fault.line = row.line and fault.code <> 'CONFLICTING_COPY'
  and (fault.action not like '%".)' or coalesce(right(fault.action, length(${SHEET})) = ${SHEET}, true))`;

/** Writes in the scope of an import, and gives the caller's role back before it returns. */
const FOLLOW = `
  create function intake.dismiss_faults() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
    declare
      role_of_caller text := coalesce(current_setting('scope.role', true), '');
    begin
      if not exists (select from came where state = 'dismissed') and not exists (select from went where state = 'dismissed')
        then return null; end if;
      perform set_config('scope.role', 'import', true);
      update intake.fault set state = 'dismissed' from came as row
        where row.state = 'dismissed' and fault.state = 'open' and ${IS_OF_ROW};
      update intake.fault set state = 'open' from came as row join went using (id)
        where went.state = 'dismissed' and row.state <> 'dismissed' and fault.state = 'dismissed' and ${IS_OF_ROW};
      perform set_config('scope.role', role_of_caller, true);
      return null;
    end $$`;

const CLOSE_DISMISSED = `
  update intake.fault set state = 'dismissed' from intake.quarantined_row as row
  where row.state = 'dismissed' and fault.state = 'open' and ${IS_OF_ROW}`;

/** The tables that the statement above reads or writes. */
const READ = ['fault', 'quarantined_row', 'fault_tally'];

/** The faults of a row that somebody dismissed wait for nobody, until the row is reopened. */
export class DismissFaults1735689600430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statesAre([...BEFORE, 'dismissed'])) await runner.query(statement);
    await unforced(runner, CLOSE_DISMISSED);
    await runner.query(FOLLOW);
    await runner.query('revoke all on function intake.dismiss_faults() from public');
    await runner.query(
      `create trigger dismiss_faults after update on intake.quarantined_row
         referencing old table as went new table as came for each statement execute function intake.dismiss_faults()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger dismiss_faults on intake.quarantined_row');
    await runner.query('drop function intake.dismiss_faults()');
    await unforced(runner, `update intake.fault set state = 'open' where state = 'dismissed'`);
    for (const statement of statesAre(BEFORE)) await runner.query(statement);
  }
}

/** The owner sees none of the rows while row security is forced. */
async function unforced(runner: QueryRunner, statement: string): Promise<void> {
  for (const table of READ) await runner.query(`alter table intake.${table} no force row level security`);
  await runner.query(statement);
  for (const table of READ) await runner.query(`alter table intake.${table} force row level security`);
}
