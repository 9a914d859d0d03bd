import type { MigrationInterface, QueryRunner } from 'typeorm';
import { removedComplaints, removedStages } from '../../../contracts/record-sets/removed';
import { roleIsOneOf, setting } from '../../../platform/postgres/row-security';
import { dropRecordView, makeRecordView } from '../../../platform/records/record-view';
import { keepNoRemovals, keepRemovals, removedSql } from '../../../platform/records/removals';
import { removableComplaints, removableStages } from '../records/removable';

/** As the facts themselves. */
const READS = `(select ${roleIsOneOf('analyst', 'manager', 'officer', 'admin')})
  or (${roleIsOneOf('partner')} and coalesce(partner = ${setting('partner')}, false))`;
const POLICIES = { reads: READS, roles: ['projection'] };

/** Keeps which stages and complaints were removed, and shows that; finds the stages of a complaint that changed. */
export class KeepRemovals1767225601600 implements MigrationInterface {
  readonly name = 'KeepRemovals1767225601600';

  async up(runner: QueryRunner): Promise<void> {
    await keepRemovals(runner, removableStages, POLICIES);
    await keepRemovals(runner, removableComplaints, POLICIES);
    await makeRecordView(runner, removedStages, removedSql(removableStages));
    await makeRecordView(runner, removedComplaints, removedSql(removableComplaints));
    await runner.query('create index stage_fact_by_complaint on insight.stage_fact (complaint_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index insight.stage_fact_by_complaint');
    await dropRecordView(runner, removedComplaints);
    await dropRecordView(runner, removedStages);
    await keepNoRemovals(runner, removableComplaints);
    await keepNoRemovals(runner, removableStages);
  }
}
