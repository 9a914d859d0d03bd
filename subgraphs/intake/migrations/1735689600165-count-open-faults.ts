import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';

/**
 * How many faults of the records of some keepers wait to be put right: a number and nothing else, for everybody who sees all
 * figures. It looks in the scope of an import, and gives the caller's role back before it returns. Null for others.
 */
const OPEN_FAULTS = `
  create function intake.open_faults(keepers text[]) returns int
    language plpgsql set search_path = pg_catalog, pg_temp as $$
    declare
      role_of_caller text := coalesce(current_setting('scope.role', true), '');
      counted int;
    begin
      if role_of_caller not in ('analyst', 'manager', 'officer', 'admin') then return null; end if;
      perform set_config('scope.role', 'import', true);
      select count(*) into counted from intake.fault where owner = any (keepers) and state = 'open';
      perform set_config('scope.role', role_of_caller, true);
      return counted;
    end $$`;

/** Figures say how many open faults touch them. */
export class CountOpenFaults1735689600165 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OPEN_FAULTS);
    await runner.query('revoke all on function intake.open_faults(text[]) from public');
    await runner.query(
      `grant execute on function intake.open_faults(text[]) to ${await quotedLogin(runner, 'intake')}`,
    );
    await runner.query("create index fault_open_by_owner on intake.fault (owner) where state = 'open'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index intake.fault_open_by_owner');
    await runner.query('drop function intake.open_faults(text[])');
  }
}
