import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds the few stages of which rollups say another closing than facts as at a day: those that had closed and went on later,
 * and those that had been answered and closed later.
 */
export class FindWhatClosedBefore1735689600194 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index stage_fact_closed_before on insight.stage_fact (followed_on)
      where closed_on < followed_on`);
    await runner.query(`create index stage_fact_answered_before on insight.stage_fact (closed_on)
      where answered_on < closed_on`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index insight.stage_fact_closed_before');
    await runner.query('drop index insight.stage_fact_answered_before');
  }
}
