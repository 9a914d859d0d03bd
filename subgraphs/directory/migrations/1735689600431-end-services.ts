import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A decision on a service may say that it ended, and when. */
export class EndServices1735689600431 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table directory.name_decision add column ended_on date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table directory.name_decision drop column ended_on');
  }
}
