import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps the days of what the ombudsmen asked for beside each case; their part publishes the cases anew that have any. */
export class KeepRemedies1735689600201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table insight.ombudsman_case_fact add column remedies jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table insight.ombudsman_case_fact drop column remedies');
  }
}
