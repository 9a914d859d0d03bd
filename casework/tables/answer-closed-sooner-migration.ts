import type { MigrationInterface, QueryRunner } from 'typeorm';
import { restrictionFunctions } from '../restrictions/functions';

/**
 * Has the functions that say what is closed look first whether anything is: every policy of live complaints asks them, some
 * twenty times for a command, and each time they joined all stages to what mostly was not there.
 */
export function answerClosedSoonerMigration(schema: string): new () => MigrationInterface {
  return class AnswerClosedSooner implements MigrationInterface {
    readonly name = 'AnswerClosedSooner1767225601790';

    async up(runner: QueryRunner): Promise<void> {
      for (const { create } of restrictionFunctions(schema)) await runner.query(create);
    }

    /** They answer the same as before. */
    async down(): Promise<void> {}
  };
}
