import type { MigrationInterface, QueryRunner } from 'typeorm';

const statesAre = (states: readonly string[]): readonly string[] => [
  'alter table intake.fault drop constraint fault_states',
  `alter table intake.fault add constraint fault_states
     check (state in (${states.map((state) => `'${state}'`).join(', ')}))`,
];

const BEFORE = ['open', 'mapped', 'confirmed', 'separating', 'separated'];

/** What became of a fault's row is looked up by the line that it had. */
const INDEXES = [
  'create index fault_by_replacer on intake.fault (replaced_by_run_id) where replaced_by_run_id is not null',
  'create index replaced_row_by_line on intake.replaced_row (held_run_id, line)',
  'create index met_again_by_line on intake.met_again (met_run_id, line)',
  'create index quarantined_row_by_line on intake.quarantined_row (last_run_id, line)',
];

/** The tables that the statement below reads or writes. */
const READ = ['fault', 'import_run', 'held_row', 'replaced_row', 'met_again', 'quarantined_row', 'amendment'];

/** A fault whose row was replaced is closed by the run that did it, and opens again when that is undone. */
export class ReplaceFaults1735689600390 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table intake.fault add column replaced_by_run_id bigint');
    for (const statement of statesAre([...BEFORE, 'replaced'])) await runner.query(statement);
    for (const statement of INDEXES) await runner.query(statement);
    // The owner sees none of the rows while row security is forced.
    for (const table of READ) await runner.query(`alter table intake.${table} no force row level security`);
    const [counts]: { found: number; closed: number }[] = await runner.query(CLOSE_REPLACED);
    for (const table of READ) await runner.query(`alter table intake.${table} force row level security`);
    if (counts?.found !== counts?.closed)
      throw new Error(
        `${counts?.found} faults are of rows that were replaced, and ${counts?.closed} were closed`,
      );
    await runner.query(
      `alter table intake.fault add constraint fault_replaced
         check ((state = 'replaced') = (replaced_by_run_id is not null))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table intake.fault drop constraint fault_replaced');
    await runner.query('alter table intake.fault no force row level security');
    await runner.query(`update intake.fault set state = 'open' where state = 'replaced'`);
    await runner.query('alter table intake.fault force row level security');
    for (const statement of statesAre(BEFORE)) await runner.query(statement);
    for (const name of ['replaced_row_by_line', 'met_again_by_line', 'quarantined_row_by_line'])
      await runner.query(`drop index intake.${name}`);
    await runner.query('alter table intake.fault drop column replaced_by_run_id');
  }
}

const isOnSheetOf = (row: string): string => `(listed.action not like '%".)'
  or coalesce(right(listed.action, length(${sheetOf(row)})) = ${sheetOf(row)}, true))`;
const sheetOf = (row: string): string => `('(Sheet "' || (${row}.raw ->> '(sheet)') || '".)')`;

/** As `load/settle-faults.ts` did when this was written, of all faults at once. */
const CLOSE_REPLACED = `
  with found as materialized (
    select * from (
      select listed.run_id, listed.place, coalesce(
        (select min(newer.run_id) from intake.replaced_row as newer
         where newer.held_run_id = listed.run_id and newer.line = listed.line and ${isOnSheetOf('newer')}),
        (select min(least(again.run_id, correction.run_id))
         from intake.met_again as again join intake.quarantined_row as known on known.id = again.row_id
           left join intake.amendment as correction on correction.id = known.amendment_id and known.state = 'corrected'
         where again.met_run_id = listed.run_id and again.line = listed.line and ${isOnSheetOf('known')}),
        (select min(correction.run_id)
         from intake.quarantined_row as known join intake.amendment as correction on correction.id = known.amendment_id
         where known.last_run_id = listed.run_id and known.line = listed.line and known.state = 'corrected'
           and ${isOnSheetOf('known')}),
        (select min(later.id) from intake.import_run as run join intake.import_run as later
           on later.source = run.source and later.id > run.id and later.state = 'loaded' and later.vanished is not null
         where run.id = listed.run_id
           and not exists (select from intake.held_row as held
             where held.run_id = listed.run_id and held.line = listed.line and ${isOnSheetOf('held')})
           and not exists (select from intake.quarantined_row as known
             where known.last_run_id = listed.run_id and known.line = listed.line and ${isOnSheetOf('known')}))) as replaced_by
      from intake.fault as listed
      where listed.code <> 'CONFLICTING_COPY' and listed.state in ('open', 'mapped')) as listed
    where replaced_by is not null),
  closed as (
    update intake.fault set state = 'replaced', replaced_by_run_id = found.replaced_by
    from found where fault.run_id = found.run_id and fault.place = found.place returning 1)
  select (select count(*)::int from found) as found, (select count(*)::int from closed) as closed`;
