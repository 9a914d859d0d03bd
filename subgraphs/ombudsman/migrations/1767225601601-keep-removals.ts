import type { MigrationInterface, QueryRunner } from 'typeorm';
import { removedOmbudsmanCases } from '../../../contracts/record-sets/removed';
import { roleIsOneOf, setting } from '../../../platform/postgres/row-security';
import { dropRecordView, makeRecordView } from '../../../platform/records/record-view';
import { keepNoRemovals, keepRemovals, removedSql } from '../../../platform/records/removals';
import { removableCases } from '../records/removable';

/** As the cases themselves. */
const READS = `(select ${roleIsOneOf('analyst', 'manager', 'officer', 'admin')})
  or (${roleIsOneOf('partner')} and coalesce(partner = ${setting('partner')}, false))`;

/** Keeps which cases were removed, and shows that; finds cases by when they were received and changed. */
export class KeepRemovals1767225601601 implements MigrationInterface {
  readonly name = 'KeepRemovals1767225601601';

  async up(runner: QueryRunner): Promise<void> {
    await keepRemovals(runner, removableCases, { reads: READS, roles: ['import'] });
    await makeRecordView(runner, removedOmbudsmanCases, removedSql(removableCases));
    await runner.query(
      'create index ombudsman_case_by_received on ombudsman.ombudsman_case (received_on, id)',
    );
    await runner.query('create index ombudsman_case_by_changed on ombudsman.ombudsman_case (changed_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ombudsman.ombudsman_case_by_changed');
    await runner.query('drop index ombudsman.ombudsman_case_by_received');
    await dropRecordView(runner, removedOmbudsmanCases);
    await keepNoRemovals(runner, removableCases);
  }
}
