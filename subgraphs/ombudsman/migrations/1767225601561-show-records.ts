import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ombudsmanCases } from '../../../contracts/record-sets/ombudsman-cases';
import { dropRecordView, makeRecordView } from '../../../platform/records/record-view';
import { keepMoment, keepNoMoment } from '../../../platform/tables/keep-moment';

const CASES = `
  select id, body, reference, our_reference, complaint_id, stream, partner, received_on, reply_due_on, reply_sent_on,
    reply_sent_on <= reply_due_on as replied_in_time, decided_on, decision, lgsco_decision, upheld, changed_at
  from ombudsman.ombudsman_case`;

/** Keeps when a case last changed, and when one went; shows cases as a record set. */
export class ShowRecords1767225601561 implements MigrationInterface {
  readonly name = 'ShowRecords1767225601561';

  async up(runner: QueryRunner): Promise<void> {
    await keepMoment(runner, 'ombudsman', 'ombudsman_case');
    await runner.query('alter table ombudsman.case_gone add column gone_at timestamptz');
    await makeRecordView(runner, ombudsmanCases, CASES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropRecordView(runner, ombudsmanCases);
    await runner.query('alter table ombudsman.case_gone drop column gone_at');
    await keepNoMoment(runner, 'ombudsman', 'ombudsman_case');
  }
}
