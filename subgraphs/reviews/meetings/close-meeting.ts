import { londonDayOf } from '../../../domain/calendar/day';
import { recordAudit } from '../../../platform/audit/record';
import type { Refused } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { MeetingRow } from '../tables';
import { checkAgenda, isSameAgenda, type KeptAgenda, type SentAgenda } from './agenda';
import { meetingUnusable, notesUnusable, type ReviewMeetingUnusable } from './check-meeting';
import { lockMeeting, type MeetingShown, readMeeting, shown } from './meetings';
import {
  meetingChanged,
  meetingClosed,
  meetingNotFound,
  type ReviewMeetingChanged,
  type ReviewMeetingClosed,
} from './refusals';

interface Asked {
  readonly id: string;
  readonly basedOnVersion: number;
  readonly notes: string;
  readonly agenda: SentAgenda;
}

/** Closes a meeting with the agenda that its people saw, unless the caller closed it so already. */
export async function closeMeeting(
  context: OperationContext,
  { id, basedOnVersion, notes: written, agenda: sent }: Asked,
): Promise<
  | MeetingShown
  | Refused<'ReviewMeetingNotFound'>
  | ReviewMeetingChanged
  | ReviewMeetingClosed
  | ReviewMeetingUnusable
> {
  const agenda = checkAgenda(sent);
  if (typeof agenda === 'string') return meetingUnusable('agenda', agenda);
  const refused = notesUnusable(written);
  if (refused !== null) return refused;
  const [{ transaction, clock }, notes] = [context, written.trim()];
  const standing = await lockMeeting(transaction, id);
  if (standing === null) return meetingNotFound();
  if (standing.state === 'CLOSED')
    return isOwnRepeat(context, standing, { notes, agenda }) ? shown(standing) : meetingClosed(standing);
  if (standing.version !== basedOnVersion) return meetingChanged(standing);
  if (standing.held_on > londonDayOf(clock.now()))
    return meetingUnusable('heldOn', 'A meeting is closed on its day or later.');
  return close(context, id, { notes, agenda });
}

interface Closing {
  readonly notes: string;
  readonly agenda: KeptAgenda;
}

/** Whether the caller's own command, sent twice, stands already. */
const isOwnRepeat = (
  { identity }: OperationContext,
  { closed_by, notes, agenda }: MeetingRow,
  closing: Closing,
): boolean =>
  closed_by === identity.subject &&
  notes === closing.notes &&
  agenda !== null &&
  isSameAgenda(agenda, closing.agenda);

async function close(
  context: OperationContext,
  id: string,
  { notes, agenda }: Closing,
): Promise<MeetingShown> {
  const { transaction, identity, clock } = context;
  await recordAudit(context, { schema: 'reviews', action: 'MEETING_SAVE', recordIds: [id] });
  await transaction.query(
    `update reviews.meeting set version = version + 1, state = 'CLOSED', notes = $2, agenda = $3, closed_by = $4,
     closed_at = $5 where id = $1`,
    [id, notes, JSON.stringify(agenda), identity.subject, clock.now()],
  );
  const row = await readMeeting(transaction, id);
  if (row === null) throw new Error('A meeting that was closed is not there');
  return shown(row);
}
