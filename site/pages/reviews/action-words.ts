import { dayWords } from '../../../domain/figures/days';
import type { ActionPartsFragment } from '../../operations/__generated__/operations';
import { complaintHref } from '../complaints/rows';
import { type StageState, stageState } from '../complaints/stage-state';
import { aboutWords } from './meeting-words';
import { actionPath, meetingPath } from './paths';

/** Something that was agreed, as pages show it. */
export interface ActionWords {
  readonly id: string;
  readonly href: string;
  readonly what: string;
  readonly owner: string;
  readonly dueOn: string;
  readonly state: StageState;
  readonly result: string | null;
  readonly complaintHref: string | null;
  /** The meeting at which it was agreed, and its page. */
  readonly agreed: string;
  readonly agreedHref: string;
}

const STATES = { DONE: 'done', DROPPED: 'dropped' } as const;

/** An action in words; how late it is, is told as at `day`. */
export function actionWords(action: ActionPartsFragment, day: string): ActionWords {
  const { id, what, owner, dueOn, result, complaintId, meeting } = action;
  return {
    ...{ id, what, owner, result },
    href: actionPath(id),
    dueOn: dayWords(dueOn),
    state: actionState(action, day),
    complaintHref: complaintId === null ? null : complaintHref(complaintId),
    agreed: `${aboutWords(meeting)}, ${dayWords(meeting.heldOn)}`,
    agreedHref: meetingPath(meeting.id),
  };
}

/** How it stands on `day`: "overdue by 12 days", "due in 5 days", "done 20 October 2021". */
export function actionState(
  { state, dueOn, endedOn }: Pick<ActionPartsFragment, 'state' | 'dueOn' | 'endedOn'>,
  day: string,
): StageState {
  if (state === 'OPEN') return stageState({ dueOn, answeredOn: null, inTime: null, isOpen: true }, day);
  return { words: `${STATES[state]} ${dayWords(endedOn)}`, kind: state === 'DONE' ? 'good' : 'plain' };
}
