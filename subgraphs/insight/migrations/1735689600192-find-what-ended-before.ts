import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds the few stages of which rollups say something else than facts as at a day: those that went on later, and those that
 * ended otherwise before they ended as they do now.
 */
export class FindWhatEndedBefore1735689600192 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index stage_fact_by_went_on on insight.stage_fact (went_on_on) where went_on_on is not null',
    );
    await runner.query(`create index stage_fact_ended_before on insight.stage_fact (received_on)
      where followed_on < answered_on or closed_on < answered_on or (answered_on is null and closed_on < followed_on)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index insight.stage_fact_by_went_on');
    await runner.query('drop index insight.stage_fact_ended_before');
  }
}
