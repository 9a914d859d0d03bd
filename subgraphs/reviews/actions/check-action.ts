import { isDay } from '../../../domain/calendar/day';
import { readDay } from '../../../platform/server/read-day';
import type { Refused } from '../../../platform/server/refusal';
import { isOwnId } from '../meetings/check-meeting';
import type { ActionRow } from '../tables';

/** What was agreed, as somebody writes it. */
export interface WrittenAction {
  readonly meetingId: string;
  readonly what: string;
  readonly owner: string;
  readonly dueOn: unknown;
  readonly state: ActionRow['state'];
  readonly endedOn?: unknown;
  readonly result?: string | null | undefined;
  readonly complaintId?: string | null | undefined;
}

/** The parts of an action that people write. */
export type ActionText = Omit<ActionRow, 'id' | 'version' | 'changed_by' | 'changed_at'>;

export interface AgreedActionUnusable extends Refused<'AgreedActionUnusable'> {
  readonly part: string;
}

/** The most characters of each text. */
const MOST = { what: 1_000, owner: 100, result: 2_000, complaintId: 200 } as const;

/** Null for an id that an action may have. */
export const actionIdUnusable = (id: string): AgreedActionUnusable | null =>
  isOwnId(id) ? null : actionUnusable('id', "An action's id is a UUID in small letters.");

/**
 * The action as it can be kept, or what is wrong with its first part that is; `today` is the last day on which something
 * can have ended. Throws BAD_USER_INPUT for what is no day at all.
 */
export function checkAction(written: WrittenAction, today: string): ActionText | AgreedActionUnusable {
  const [what, owner] = [written.what.trim(), written.owner.trim()];
  if (what === '' || what.length > MOST.what)
    return actionUnusable('what', `Write what is to be done in 1 to ${MOST.what} characters.`);
  if (owner === '' || owner.length > MOST.owner)
    return actionUnusable('owner', `Write the post of who does it in 1 to ${MOST.owner} characters.`);
  const dueOn = readDay('dueOn', written.dueOn, isDay);
  if (dueOn === null) return actionUnusable('dueOn', 'Say by which day it is to be done.');
  const complaintId = written.complaintId?.trim() || null;
  if ((complaintId?.length ?? 0) > MOST.complaintId)
    return actionUnusable('complaintId', 'That is no id of a complaint.');
  const ended = checkEnd(written, today);
  if ('__typename' in ended) return ended;
  return {
    ...{ meeting_id: written.meetingId, what, owner, due_on: dueOn, complaint_id: complaintId },
    ...{ state: written.state, ...ended },
  };
}

/** How it ended: nothing while it is open. */
function checkEnd(
  { state, endedOn: written, result: words }: WrittenAction,
  today: string,
): Pick<ActionText, 'ended_on' | 'result'> | AgreedActionUnusable {
  const endedOn = readDay('endedOn', written, isDay);
  const result = words?.trim() || null;
  if (state === 'OPEN') {
    if (endedOn !== null) return actionUnusable('endedOn', 'What is open has not ended on any day.');
    if (result !== null) return actionUnusable('result', 'What is open has come to nothing yet.');
    return { ended_on: null, result: null };
  }
  if (endedOn === null) return actionUnusable('endedOn', 'Say on which day it was done or dropped.');
  if (endedOn > today) return actionUnusable('endedOn', 'That day has not come yet.');
  if (result === null || result.length > MOST.result)
    return actionUnusable('result', `Say what came of it in 1 to ${MOST.result} characters.`);
  return { ended_on: endedOn, result };
}

/** Whether an action says this already. */
export const saysTheSame = (row: ActionRow, text: ActionText): boolean =>
  (['meeting_id', 'what', 'owner', 'due_on', 'state', 'ended_on', 'result', 'complaint_id'] as const).every(
    (part) => row[part] === text[part],
  );

/** What is wrong with one part of an action. */
export const actionUnusable = (part: string, message: string): AgreedActionUnusable => ({
  __typename: 'AgreedActionUnusable',
  code: 'AGREED_ACTION_UNUSABLE',
  ...{ message, part },
});
