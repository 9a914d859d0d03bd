import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { setting } from '../../platform/postgres/row-security';
import { clearedOfficer } from '../live/policies';

/** What of somebody may be changed: all but whose they are, and who they are under an id of their own. */
const CHANGED = 'kind, relationship, title, forename, surname, email, telephone, address, postcode, born_on';

/** Lets officers change whom a live complaint is from or about, in a command, as far as they may read them. */
export function changePartiesMigration(schema: string): new () => MigrationInterface {
  return class ChangeParties implements MigrationInterface {
    readonly name = 'ChangeParties1767225601781';

    async up(runner: QueryRunner): Promise<void> {
      const login = await quotedLogin(runner, schema);
      await runner.query(`grant update (${CHANGED}) on "${schema}".case_party to ${login}`);
      await runner.query(`create policy everybody_update on "${schema}".case_party for update using (true)`);
      await runner.query(`create policy who_may_change on "${schema}".case_party as restrictive for update
        using (${setting('command')} is not null and ${clearedOfficer(schema)}
          and coalesce(complaint_id <> all ((select "${schema}".closed_complaints())::text[]), false))`);
    }

    async down(runner: QueryRunner): Promise<void> {
      const login = await quotedLogin(runner, schema);
      await runner.query(`drop policy who_may_change on "${schema}".case_party`);
      await runner.query(`drop policy everybody_update on "${schema}".case_party`);
      await runner.query(`revoke update (${CHANGED}) on "${schema}".case_party from ${login}`);
    }
  };
}
