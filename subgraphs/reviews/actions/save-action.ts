import { londonDayOf } from '../../../domain/calendar/day';
import { recordAudit } from '../../../platform/audit/record';
import type { Refused } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import { lockMeeting } from '../meetings/meetings';
import { meetingClosed, meetingNotFound, type ReviewMeetingClosed } from '../meetings/refusals';
import type { ActionRow } from '../tables';
import { type ActionShown, lockAction, shown } from './actions';
import {
  type ActionText,
  type AgreedActionUnusable,
  actionIdUnusable,
  actionUnusable,
  checkAction,
  saysTheSame,
  type WrittenAction,
} from './check-action';

export interface AgreedActionChanged extends Refused<'AgreedActionChanged'> {
  readonly action: ActionShown;
}

interface Asked {
  readonly id: string;
  readonly basedOnVersion: number;
  readonly action: WrittenAction;
}

/** Writes down what was agreed, or how it stands by now, unless that stands already. */
export async function saveAction(
  context: OperationContext,
  { id, basedOnVersion, action: written }: Asked,
): Promise<
  | ActionShown
  | AgreedActionChanged
  | AgreedActionUnusable
  | Refused<'ReviewMeetingNotFound'>
  | ReviewMeetingClosed
> {
  const { transaction, clock } = context;
  const text = checkAction(written, londonDayOf(clock.now()));
  if ('__typename' in text) return text;
  const refused = actionIdUnusable(id);
  if (refused !== null) return refused;
  // The meeting before the action, as whoever closes it locks it: nothing is agreed while it is being closed.
  const meeting = await lockMeeting(transaction, text.meeting_id);
  if (meeting === null) return meetingNotFound();
  const standing = await lockAction(transaction, id);
  if (standing !== null && saysTheSame(standing, text)) return standing;
  if (standing !== null && standing.version !== basedOnVersion) return changed(standing);
  if (standing !== null && standing.meeting_id !== text.meeting_id)
    return actionUnusable('meetingId', 'What was agreed stays with its meeting.');
  if (standing === null && meeting.state === 'CLOSED') return meetingClosed(meeting);
  return keepVersion(context, { id, version: (standing?.version ?? 0) + 1, text });
}

async function keepVersion(
  context: OperationContext,
  { id, version, text }: { readonly id: string; readonly version: number; readonly text: ActionText },
): Promise<ActionShown> {
  const { transaction, identity, clock } = context;
  const row: ActionRow = {
    ...{ id, version, ...text },
    ...{ changed_by: identity.subject, changed_at: clock.now() },
  };
  await recordAudit(context, { schema: 'reviews', action: 'ACTION_SAVE', recordIds: [id] });
  await transaction.query(INSERT, [
    ...[row.id, row.version, row.meeting_id, row.what, row.owner, row.due_on],
    ...[row.state, row.ended_on, row.result, row.complaint_id, row.changed_by, row.changed_at],
  ]);
  return shown(row);
}

const INSERT = `insert into reviews.action_version (id, version, meeting_id, what, owner, due_on, state, ended_on, result,
  complaint_id, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

const changed = (standing: ActionShown): AgreedActionChanged => ({
  __typename: 'AgreedActionChanged',
  code: 'AGREED_ACTION_CHANGED',
  message: 'Somebody else changed this meanwhile. Look at what it says by now, and change that.',
  action: standing,
});
