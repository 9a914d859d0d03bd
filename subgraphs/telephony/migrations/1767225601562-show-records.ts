import type { MigrationInterface, QueryRunner } from 'typeorm';
import { calls } from '../../../contracts/record-sets/calls';
import { dropRecordView, makeRecordView } from '../../../platform/records/record-view';
import { keepMoment, keepNoMoment } from '../../../platform/tables/keep-moment';

const CALLS = `
  select call_id as id, offered_on, offered_at, call_group as "group", answered, wait_seconds, talk_seconds, changed_at
  from telephony.call`;

/** Keeps when a call last changed; shows calls as a record set, without who was on the line. */
export class ShowRecords1767225601562 implements MigrationInterface {
  readonly name = 'ShowRecords1767225601562';

  async up(runner: QueryRunner): Promise<void> {
    await keepMoment(runner, 'telephony', 'call');
    await makeRecordView(runner, calls, CALLS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropRecordView(runner, calls);
    await keepNoMoment(runner, 'telephony', 'call');
  }
}
