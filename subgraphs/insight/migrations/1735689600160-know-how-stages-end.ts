import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Scope } from '../../../platform/transaction/scope';
import { underScope } from '../../../platform/transaction/transaction';

const PROJECTION: Scope = { subject: 'projection', role: 'projection' };

const COLUMNS = [
  'acknowledged_on date',
  'acknowledged_in_time boolean',
  'days_to_answer integer',
  'went_on_on date',
  'followed_on date',
  'closed_on date',
  'ended_without_day boolean not null default false',
];

/**
 * Keeps of each stage when it was acknowledged, how many working days its answer took, and how it ended, so that what was
 * open can be told of any day. The streams publish all of it anew; how complaints ended is known here already.
 */
export class KnowHowStagesEnd1735689600160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['stage_fact', 'contested_stage']) {
      for (const column of COLUMNS) await runner.query(`alter table insight.${table} add column ${column}`);
    }
    await underScope(runner, PROJECTION, async ({ query }) => {
      await query(`
        update insight.stage_fact stage set closed_on = complaint.closed_on,
          ended_without_day = complaint.status = 'CLOSED' and complaint.closed_on is null
        from insight.complaint_fact complaint
        where complaint.complaint_id = stage.complaint_id and complaint.status = 'CLOSED'
          and stage.stage_id = complaint.stage_ids[cardinality(complaint.stage_ids)]`);
      await query(`
        update insight.stage_fact stage set followed_on = later.followed_on
        from (
          select stage_id, min(held.received_on) over (
            partition by held.complaint_id order by array_position(stage_ids, stage_id)
            rows between 1 following and unbounded following) as followed_on
          from insight.stage_fact held join insight.complaint_fact using (complaint_id)
          where cardinality(stage_ids) > 1
        ) later
        where later.stage_id = stage.stage_id and later.followed_on is not null`);
    });
    await runner.query(
      'create index stage_fact_by_acknowledged on insight.stage_fact (acknowledged_on) where acknowledged_on is not null',
    );
    await runner.query(
      'create index stage_fact_by_closed on insight.stage_fact (closed_on) where closed_on is not null and followed_on is null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['stage_fact', 'contested_stage']) {
      for (const column of COLUMNS) {
        await runner.query(`alter table insight.${table} drop column ${column.split(' ')[0]}`);
      }
    }
  }
}
