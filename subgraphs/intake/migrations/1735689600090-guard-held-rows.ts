import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { listHolds, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

const AMENDS = `(${roleIsOneOf('admin')} or (${roleIsOneOf('officer')} and ${listHolds('streams', 'owner')}))`;
const OWN_NAME = `coalesce(decided_by = ${setting('subject')}, false)`;
const OWN_CLEARANCE = `coalesce(decided_as = ${setting('role')}
  and cleared_for <@ coalesce(string_to_array(${setting('streams')}, ','), '{}'), false)`;

/**
 * Whether any row of a record is held, whoever may see it: all that a caller learns of a row that is not theirs. It looks
 * in the scope of an import, and gives the caller's role back before it returns; where it fails, the transaction does.
 */
const IS_HELD = `
  create function intake.is_held(of_source text, of_identity text) returns boolean
    language plpgsql set search_path = pg_catalog, pg_temp as $$
    declare
      role_of_caller text := coalesce(current_setting('scope.role', true), '');
      answer boolean;
    begin
      perform set_config('scope.role', 'import', true);
      select exists (
        select from intake.held_row as held where held.source = of_source and held.identity = of_identity) into answer;
      perform set_config('scope.role', role_of_caller, true);
      return answer;
    end $$`;

/** What may not be seen still stands in the way; a decision keeps what its maker was cleared for until it is carried out. */
export class GuardHeldRows1735689600090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'intake');
    await runner.query(
      'alter table intake.amendment add column decided_as text, add column cleared_for text[]',
    );
    await runner.query(
      `alter policy in_ones_own_name on intake.amendment with check (${AMENDS} and ${OWN_NAME} and ${OWN_CLEARANCE})`,
    );
    await runner.query(IS_HELD);
    await runner.query('revoke all on function intake.is_held(text, text) from public');
    await runner.query(`grant execute on function intake.is_held(text, text) to ${login}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function intake.is_held(text, text)');
    await runner.query(
      `alter policy in_ones_own_name on intake.amendment with check (${AMENDS} and ${OWN_NAME})`,
    );
    await runner.query('alter table intake.amendment drop column decided_as, drop column cleared_for');
  }
}
