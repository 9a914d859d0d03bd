import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { forceRowSecurity, setting } from '../../platform/postgres/row-security';
import { clearedOfficer } from '../live/policies';

/** Lets a stream note of which telephone calls its complaints were recorded: of each, one. */
export function noteCallsMigration(schema: string): new () => MigrationInterface {
  const table = `"${schema}".call_recorded`;
  const officer = clearedOfficer(schema);
  return class NoteCalls implements MigrationInterface {
    readonly name = 'NoteCalls1767225601782';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`
        create table ${table} (
          call_id text not null constraint call_recorded_pkey primary key,
          complaint_id text not null constraint call_recorded_of_complaint references "${schema}".complaint (id),
          recorded_at timestamptz not null
        )`);
      await runner.query(`grant select, insert on ${table} to ${await quotedLogin(runner, schema)}`);
      await forceRowSecurity(runner, table, [
        { name: 'who_may_read', command: 'select', allows: officer },
        {
          name: 'who_may_add',
          command: 'insert',
          allows: `(${setting('command')} is not null and ${officer})`,
        },
      ]);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`drop table ${table}`);
    }
  };
}
