import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { underScope } from '../../platform/transaction/transaction';
import { wordFunctions, wordRows } from './account-words';

/** What changes accounts. Those that are removed take their words with them. */
const TRIGGERS = [
  { name: 'words_of_what_came', on: 'insert' },
  { name: 'words_of_what_changed', on: 'update' },
];

/**
 * Keeps the words of a stream's accounts beside them, so that those cleared find people and narratives by them. No login may
 * touch that table: a trigger fills it, one function reads it.
 */
export function searchAccountsMigration(schema: string): new () => MigrationInterface {
  const table = `"${schema}".account_words`;
  return class SearchAccounts implements MigrationInterface {
    readonly name = 'SearchAccounts1767225600700';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`
        create table ${table} (
          stage_id text not null constraint account_words_pkey primary key
            constraint account_words_of_account references "${schema}".account (stage_id) on delete cascade,
          received_on date not null,
          words tsvector not null
        )`);
      for (const { name, create } of wordFunctions(schema)) {
        await runner.query(create);
        await runner.query(`revoke all on function "${schema}".${name} from public`);
      }
      const login = await quotedLogin(runner, schema);
      await runner.query(
        `grant execute on function "${schema}".search_accounts(text, date, text, int) to ${login}`,
      );
      for (const { name, on } of TRIGGERS)
        await runner.query(`create trigger ${name} after ${on} on "${schema}".account
          referencing new table as came for each statement execute function "${schema}".keep_account_words()`);
      await secure(runner, table);
      await fill(runner, schema);
      await runner.query(`create index account_words_by_word on ${table} using gin (words)`);
      await runner.query(`create index account_words_by_day on ${table} (received_on, stage_id)`);
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const { name } of TRIGGERS) await runner.query(`drop trigger ${name} on "${schema}".account`);
      for (const { name } of [...wordFunctions(schema)].reverse())
        await runner.query(`drop function "${schema}".${name}`);
      await runner.query(`drop table ${table}`);
    }
  };
}

/** Nobody but the owner, whose functions keep and read it: a policy for others would be one that no search could use. */
async function secure(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`alter table ${table} enable row level security`);
  await runner.query(`alter table ${table} force row level security`);
  await runner.query(
    `create policy the_functions_alone on ${table} as permissive for all to current_user using (true) with check (true)`,
  );
}

/** The words of what is held already. Asserts that none is left out. */
async function fill(runner: QueryRunner, schema: string): Promise<void> {
  await underScope(runner, IMPORT_SCOPE, async ({ query }) => {
    await query(`insert into "${schema}".account_words (stage_id, received_on, words)
      ${wordRows(schema, `"${schema}".account`)}`);
    const [counted] = await query<{ left_out: number }>(
      `select ((select count(*) from "${schema}".account) - (select count(*) from "${schema}".account_words))::int as left_out`,
    );
    if (counted?.left_out !== 0)
      throw new Error(
        `The words of ${counted?.left_out} accounts of ${schema} would be missing: nothing was changed`,
      );
  });
}
