import { recordAudit } from '../../../platform/audit/record';
import type { OperationContext } from '../../../platform/server/subgraph';
import {
  checkMeeting,
  isPlannedSo,
  type MeetingPlan,
  meetingIdUnusable,
  type ReviewMeetingUnusable,
  type WrittenMeeting,
} from './check-meeting';
import { lockMeeting, type MeetingShown, readMeeting, shown } from './meetings';
import {
  meetingChanged,
  meetingClosed,
  type ReviewMeetingChanged,
  type ReviewMeetingClosed,
} from './refusals';

/** Plans a meeting, or changes one that is not closed, unless it is planned so already. */
export async function saveMeeting(
  context: OperationContext,
  {
    id,
    basedOnVersion,
    plan: written,
  }: { readonly id: string; readonly basedOnVersion: number; readonly plan: WrittenMeeting },
): Promise<MeetingShown | ReviewMeetingChanged | ReviewMeetingClosed | ReviewMeetingUnusable> {
  const plan = checkMeeting(written);
  if ('__typename' in plan) return plan;
  const refused = meetingIdUnusable(id);
  if (refused !== null) return refused;
  const { transaction } = context;
  const standing = await lockMeeting(transaction, id);
  if (standing !== null && isPlannedSo(standing, plan)) return shown(standing);
  if (standing?.state === 'CLOSED') return meetingClosed(standing);
  if (standing !== null && standing.version !== basedOnVersion) return meetingChanged(standing);
  await recordAudit(context, { schema: 'reviews', action: 'MEETING_SAVE', recordIds: [id] });
  await transaction.query(standing === null ? INSERT : UPDATE, [id, ...valuesOf(plan)]);
  const row = await readMeeting(transaction, id);
  if (row === null) throw new Error('A meeting that was written is not there');
  return shown(row);
}

const INSERT = `insert into reviews.meeting (id, version, state, stream, directorate, held_on, chair, attendees, notes)
  values ($1, 1, 'PLANNED', $2, $3, $4, $5, $6, $7)`;
const UPDATE = `update reviews.meeting set version = version + 1, stream = $2, directorate = $3, held_on = $4, chair = $5,
  attendees = $6, notes = $7 where id = $1`;

const valuesOf = (plan: MeetingPlan): unknown[] => [
  ...[plan.stream, plan.directorate, plan.held_on],
  ...[plan.chair, plan.attendees, plan.notes],
];
