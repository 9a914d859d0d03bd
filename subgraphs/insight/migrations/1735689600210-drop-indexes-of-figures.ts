import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Wide indexes from which figures were counted until there were rollups; each cost a load as much as a list's. */
const OF_FIGURES = {
  stage_fact_received_figures: 'insight.stage_fact (stream, stage, received_on, route, partner)',
  stage_fact_answered_figures:
    'insight.stage_fact (stream, stage, answered_on, in_time, partner) where answered_on is not null',
  stage_fact_received_by_service:
    'insight.stage_fact (service_id, directorate_id, stream, stage, received_on, route, partner)',
  stage_fact_answered_by_service:
    'insight.stage_fact (service_id, directorate_id, stream, stage, answered_on, in_time, partner) where answered_on is not null',
  complaint_fact_closed_figures:
    'insight.complaint_fact (stream, stage, closed_on, partner) where closed_on is not null',
  complaint_fact_closed_by_service:
    'insight.complaint_fact (service_id, directorate_id, stream, stage, closed_on, partner) where closed_on is not null',
};

/**
 * Takes away the indexes that rollups have taken the place of. What a service of few complaints has is found by an index of
 * the service alone.
 */
export class DropIndexesOfFigures1735689600210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index stage_fact_by_service on insight.stage_fact (service_id)');
    for (const name of Object.keys(OF_FIGURES)) await runner.query(`drop index insight.${name}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, on] of Object.entries(OF_FIGURES)) await runner.query(`create index ${name} on ${on}`);
    await runner.query('drop index insight.stage_fact_by_service');
  }
}
