import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';

/** Tables in which a stream notes that it works on complaints itself, by what they hold. Reference data: they lead to no record. */
const TABLES = {
  live_since: `
    is_only boolean not null default true constraint live_since_pkey primary key constraint live_since_once check (is_only),
    since date not null,
    version bigint not null`,
  system_taken_over: `
    source text not null constraint system_taken_over_pkey primary key,
    on_day date not null`,
} as const;

/** Lets a stream note since when it works on complaints itself, and which inherited systems it took over. */
export function takeOverMigration(schema: string): new () => MigrationInterface {
  return class TakeOver implements MigrationInterface {
    readonly name = 'TakeOver1767225601771';

    async up(runner: QueryRunner): Promise<void> {
      const login = await quotedLogin(runner, schema);
      for (const [table, columns] of Object.entries(TABLES)) {
        await runner.query(`create table "${schema}".${table} (${columns})`);
        await runner.query(`grant select, insert, update on "${schema}".${table} to ${login}`);
        await runner.query(
          `create trigger note_change after insert or update or delete or truncate on "${schema}".${table}
           for each statement execute function "${schema}".note_change()`,
        );
      }
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const table of Object.keys(TABLES)) await runner.query(`drop table "${schema}".${table}`);
    }
  };
}
