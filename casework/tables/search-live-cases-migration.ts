import type { MigrationInterface, QueryRunner } from 'typeorm';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { underScope } from '../../platform/transaction/transaction';
import { wordFunctions } from './account-words';
import { CASE_WORD_TRIGGERS, keepAllAccountWords, keepCaseWords, keepLiveWords } from './case-words';
import { searchForWorkers } from './search-for-workers';
import { searchInSteps } from './search-in-steps';

/**
 * Lets live complaints be found by everybody in them and by all that is written about them, and managers find those of their
 * services. What is found by words is kept where it was; the timeline and its people now bring their words there.
 */
export function searchLiveCasesMigration(schema: string): new () => MigrationInterface {
  return class SearchLiveCases implements MigrationInterface {
    readonly name = 'SearchLiveCases1767225601840';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`create index stage_by_service on "${schema}".stage (service_id)`);
      await runner.query(keepAllAccountWords(schema));
      await runner.query(keepCaseWords(schema));
      await runner.query(`revoke all on function "${schema}".keep_case_words() from public`);
      await runner.query(searchForWorkers(schema));
      for (const { table, on, changed } of CASE_WORD_TRIGGERS)
        await runner.query(`create trigger ${nameOf(on)} after ${on} on "${schema}".${table}
          referencing ${changed} table as changed for each statement execute function "${schema}".keep_case_words()`);
      await underScope(runner, IMPORT_SCOPE, ({ query }) => query(keepLiveWords(schema)));
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const { table, on } of CASE_WORD_TRIGGERS)
        await runner.query(`drop trigger ${nameOf(on)} on "${schema}".${table}`);
      await runner.query(searchInSteps(schema, `"${schema}".closed_stages()`));
      await runner.query(`drop function "${schema}".keep_case_words()`);
      const before = wordFunctions(schema).find(({ name }) => name === 'keep_account_words()');
      if (before === undefined) throw new Error('It is not known how words were kept before');
      await runner.query(before.create.replace('create function', 'create or replace function'));
      await runner.query(`drop index "${schema}".stage_by_service`);
    }
  };
}

const nameOf = (on: string): string => `words_after_${on}`;
