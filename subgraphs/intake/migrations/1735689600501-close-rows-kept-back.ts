import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { roleIsOneOf } from '../../../platform/postgres/row-security';

/** Rows that were kept back, and copies that do not hold: with people, and without a record that says whose they are. */
const TABLES = ['quarantined_row', 'fault'];

/**
 * Keeps rows of restricted cases back that no record holds: those of which a cell names a record or a reference of such a case, and
 * those that became a record of one by being corrected. They wait until the case is open again.
 */
export class CloseRowsKeptBack1735689600501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLOSED_AMENDMENTS);
    await runner.query('revoke all on function intake.closed_amendments() from public');
    await runner.query(
      `grant execute on function intake.closed_amendments() to ${await quotedLogin(runner, 'intake')}`,
    );
    for (const table of TABLES) await runner.query(policyOn(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`drop policy closed_cases on intake.${table}`);
    await runner.query('drop function intake.closed_amendments()');
  }
}

/** Most of the time nothing is closed: then no cell is looked at. */
const policyOn = (table: string): string => `
  create policy closed_cases on intake.${table} as restrictive for select using (
    ${roleIsOneOf('import')} or (select not exists (select from intake.closed_record)) or (
      (raw is null or not exists (
        select from intake.closed_record as closed
        where closed.record in (select btrim(cell.value) from json_each_text(${table}.raw) as cell)))
      and not coalesce(amendment_id = any ((select intake.closed_amendments())::bigint[]), false)))`;

/** The corrections by which records of closed cases are held. The held rows themselves show nobody whose they are. */
const CLOSED_AMENDMENTS = `
  create function intake.closed_amendments() returns bigint[] language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $function$
  declare
    asks text := current_setting('scope.role', true);
    amendments bigint[];
  begin
    perform set_config('scope.role', 'import', true);
    select coalesce(array_agg(held.amendment_id), '{}') into amendments
    from intake.held_row as held
    join intake.closed_record as closed on closed.source = held.source and closed.record = held.identity
    where held.amendment_id is not null;
    perform set_config('scope.role', coalesce(asks, ''), true);
    return amendments;
  end $function$`;
