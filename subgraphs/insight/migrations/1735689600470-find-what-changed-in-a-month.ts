import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds the stages that became overdue, or were ended by a later one, in the days of one month: what is open by service within a
 * month is told from the rollups of those before and from these. Other days of a stage have their indexes.
 */
export class FindWhatChangedInAMonth1735689600470 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index stage_fact_by_due on insight.stage_fact (due_on) where due_on is not null',
    );
    await runner.query(
      'create index stage_fact_by_followed on insight.stage_fact (followed_on) where followed_on is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index insight.stage_fact_by_due');
    await runner.query('drop index insight.stage_fact_by_followed');
  }
}
