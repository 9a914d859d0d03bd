import { dayWords } from '../../../domain/figures/days';
import type { Refused } from '../../../platform/server/refusal';
import type { MeetingRow } from '../tables';
import { type MeetingShown, shown } from './meetings';

export interface ReviewMeetingChanged extends Refused<'ReviewMeetingChanged'> {
  readonly meeting: MeetingShown;
}
export interface ReviewMeetingClosed extends Refused<'ReviewMeetingClosed'> {
  readonly meeting: MeetingShown;
}

export const meetingChanged = (standing: MeetingRow): ReviewMeetingChanged => ({
  __typename: 'ReviewMeetingChanged',
  code: 'REVIEW_MEETING_CHANGED',
  message: 'Somebody else changed the meeting meanwhile. Look at what is planned by now, and change that.',
  meeting: shown(standing),
});

export const meetingClosed = (standing: MeetingRow): ReviewMeetingClosed => ({
  __typename: 'ReviewMeetingClosed',
  code: 'REVIEW_MEETING_CLOSED',
  message: `The meeting of ${dayWords(standing.held_on)} is closed, and stays as it is. What is new belongs to the next one.`,
  meeting: shown(standing),
});

export const meetingNotFound = (): Refused<'ReviewMeetingNotFound'> => ({
  __typename: 'ReviewMeetingNotFound',
  code: 'REVIEW_MEETING_NOT_FOUND',
  message: 'There is no such meeting. `reviewMeetings` lists them.',
});
