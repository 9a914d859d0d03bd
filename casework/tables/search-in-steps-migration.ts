import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wordFunctions } from './account-words';
import { searchInSteps } from './search-in-steps';

const SIGNATURE = 'search_accounts(text, date, text, int)';

/**
 * Finds common words and rare ones alike at a million accounts. The database cannot know how many accounts hold two words, or the
 * beginning of one: it read all by their days for words that no account has. Now the newest are looked through by their days, which
 * finds common words; what is left is found by the index of words, whose order by day cannot be taken from an index of days.
 */
export function searchInStepsMigration(schema: string): new () => MigrationInterface {
  return class SearchInSteps implements MigrationInterface {
    readonly name = 'SearchInSteps1767225601471';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(searchInSteps(schema));
    }

    async down(runner: QueryRunner): Promise<void> {
      const before = wordFunctions(schema).find(({ name }) => name === SIGNATURE);
      if (before === undefined) throw new Error(`${SIGNATURE} is not known`);
      await runner.query(before.create.replace('create function', 'create or replace function'));
    }
  };
}
