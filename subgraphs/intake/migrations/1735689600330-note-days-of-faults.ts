import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';

const DAYS = 'add column first_day date, add column last_day date';

/**
 * Whether a record is held by a line of an import, whoever may see it: of an ombudsman's case its stream sees the faults, and
 * not the row. It looks in the scope of an import, and gives the caller's role back before it returns.
 */
const HOLDS_LINE = `
  create function intake.holds_line(of_run bigint, of_line int) returns boolean
    language plpgsql set search_path = pg_catalog, pg_temp as $$
    declare
      role_of_caller text := coalesce(current_setting('scope.role', true), '');
      answer boolean;
    begin
      perform set_config('scope.role', 'import', true);
      select exists (
        select from intake.held_row as held where held.run_id = of_run and held.line = of_line) into answer;
      perform set_config('scope.role', role_of_caller, true);
      return answer;
    end $$`;

/**
 * Of which days the rows speak that something is wrong with, and when the records of likely duplicates were received: what is
 * still wrong with a quarter is asked by them. What was listed before has none, and is then taken to be of the days of
 * its import. Whether the record of a fault still holds is looked up by its line.
 */
export class NoteDaysOfFaults1735689600330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['fault', 'quarantined_row'])
      await runner.query(`alter table intake.${table} ${DAYS}`);
    await runner.query(
      'alter table intake.likely_duplicate add column one_received_on date, add column other_received_on date',
    );
    await noteCodes(runner);
    // Counting reads it, and not the wide rows.
    await runner.query(
      'create index quarantined_row_tallied on intake.quarantined_row (first_run_id, owner, state, codes)',
    );
    await runner.query('create index held_row_by_line on intake.held_row (run_id, line)');
    await runner.query(HOLDS_LINE);
    await runner.query('revoke all on function intake.holds_line(bigint, int) from public');
    await runner.query(
      `grant execute on function intake.holds_line(bigint, int) to ${await quotedLogin(runner, 'intake')}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function intake.holds_line(bigint, int)');
    await runner.query('drop index intake.held_row_by_line');
    await runner.query('alter table intake.quarantined_row drop column codes');
    await runner.query(
      'alter table intake.likely_duplicate drop column one_received_on, drop column other_received_on',
    );
    for (const table of ['fault', 'quarantined_row'])
      await runner.query(`alter table intake.${table} drop column first_day, drop column last_day`);
  }
}

/** The codes of each row's reasons. Forced row security would let the owner change none. */
async function noteCodes(runner: QueryRunner): Promise<void> {
  await runner.query('alter table intake.quarantined_row add column codes text[]');
  await runner.query('alter table intake.quarantined_row no force row level security');
  const [counts]: { noted: number; held: number }[] = await runner.query(
    `with noted as (update intake.quarantined_row set codes = ${CODES_OF('reasons')} returning 1)
     select (select count(*)::int from noted) as noted, (select count(*)::int from intake.quarantined_row) as held`,
  );
  await runner.query('alter table intake.quarantined_row force row level security');
  if (counts?.noted !== counts?.held)
    throw new Error(
      `${counts?.held} quarantined rows are held, and the codes of ${counts?.noted} were noted`,
    );
}

/** Each code of a row's reasons once. */
const CODES_OF = (reasons: string): string =>
  `array(select distinct reason ->> 'code' from jsonb_array_elements(${reasons}) as reason order by 1)`;
