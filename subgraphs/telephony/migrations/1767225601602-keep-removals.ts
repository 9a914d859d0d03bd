import type { MigrationInterface, QueryRunner } from 'typeorm';
import { removedCalls } from '../../../contracts/record-sets/removed';
import { roleIsOneOf } from '../../../platform/postgres/row-security';
import { dropRecordView, makeRecordView } from '../../../platform/records/record-view';
import { keepNoRemovals, keepRemovals, removedSql } from '../../../platform/records/removals';
import { removableCalls } from '../records/removable';

/** As the calls themselves. */
const READS = `(select ${roleIsOneOf('analyst', 'manager', 'officer', 'admin')})`;

/** Keeps which calls were removed, and shows that; finds calls by their number, and by when they changed. */
export class KeepRemovals1767225601602 implements MigrationInterface {
  readonly name = 'KeepRemovals1767225601602';

  async up(runner: QueryRunner): Promise<void> {
    await keepRemovals(runner, removableCalls, { reads: READS, roles: ['import'] });
    await makeRecordView(runner, removedCalls, removedSql(removableCalls));
    await runner.query('create index call_by_id on telephony.call (call_id)');
    await runner.query('create index call_by_changed on telephony.call (changed_at, call_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index telephony.call_by_changed');
    await runner.query('drop index telephony.call_by_id');
    await dropRecordView(runner, removedCalls);
    await keepNoRemovals(runner, removableCalls);
  }
}
