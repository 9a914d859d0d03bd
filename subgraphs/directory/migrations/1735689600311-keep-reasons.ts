import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a word was decided to mean something: what was decided before has none. */
export class KeepReasons1735689600311 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table directory.word_decision add column reason text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table directory.word_decision drop column reason');
  }
}
