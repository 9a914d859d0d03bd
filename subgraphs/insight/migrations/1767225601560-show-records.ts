import type { MigrationInterface, QueryRunner } from 'typeorm';
import { complaints } from '../../../contracts/record-sets/complaints';
import { stages } from '../../../contracts/record-sets/stages';
import { dropRecordView, makeRecordView } from '../../../platform/records/record-view';

/** A service's directorate counts before the one that was written; a name that nobody has given is none. */
const NAMES = `
  left join insight.service service on service.id = fact.service_id
  left join insight.directorate its_directorate on its_directorate.id = service.directorate_id
  left join insight.directorate written on written.id = fact.directorate_id`;
const DIRECTORATE = 'coalesce(its_directorate.name, service.directorate, written.name)';

const STAGES = `
  select fact.stage_id as id, fact.complaint_id, fact.reference, fact.stream, fact.stage::int as stage,
    fact.received_on, fact.acknowledged_on, fact.acknowledged_in_time, fact.due_on, fact.answered_on, fact.in_time,
    fact.days_to_answer, fact.closed_on, fact.route, fact.outcome, fact.closure_reason,
    service.name as service, ${DIRECTORATE} as directorate, fact.theme, fact.channel, complaint.changed_at
  from insight.stage_fact fact
  left join insight.complaint_fact complaint on complaint.complaint_id = fact.complaint_id
  ${NAMES}`;

/** Of which day a stream's overdue is told: the newest that its sources reach, and today at the latest. */
const REACH = `
  (select upper(keeper) as stream, max(source.to_day) as to_day
   from insight.source_reach source, unnest(source.keepers) keeper
   group by keeper having min(source.from_day) is not null)`;
/** A program that has a day of its own says so; a day in London otherwise. */
const TODAY = `coalesce(nullif(current_setting('bi.today', true), '')::date, (now() at time zone 'Europe/London')::date)`;

export const COMPLAINTS = `
  select fact.complaint_id as id, fact.reference, fact.stream, fact.stage::int as stage, fact.status,
    fact.received_on, fact.due_on, latest.answered_on, fact.closed_on,
    (fact.status = 'OPEN' and fact.due_on < least(reach.to_day, (select ${TODAY}))) as overdue,
    service.name as service, ${DIRECTORATE} as directorate, fact.theme, fact.channel,
    fact.outcome, latest.closure_reason, fact.changed_at
  from insight.complaint_fact fact
  left join insight.stage_fact latest on latest.stage_id = fact.stage_ids[cardinality(fact.stage_ids)]
  left join ${REACH} reach on reach.stream = fact.stream
  ${NAMES}`;

/** Shows stages and complaints as record sets, and keeps when a complaint went. */
export class ShowRecords1767225601560 implements MigrationInterface {
  readonly name = 'ShowRecords1767225601560';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table insight.complaint_gone add column gone_at timestamptz');
    await makeRecordView(runner, stages, STAGES);
    await makeRecordView(runner, complaints, COMPLAINTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropRecordView(runner, complaints);
    await dropRecordView(runner, stages);
    await runner.query('alter table insight.complaint_gone drop column gone_at');
  }
}
