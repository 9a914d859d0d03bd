import { isDay } from '../../../domain/calendar/day';
import { isUuidInSmallLetters } from '../../../platform/server/named-command';
import { readDay } from '../../../platform/server/read-day';
import type { Refused } from '../../../platform/server/refusal';
import type { MeetingRow } from '../tables';

/** A meeting as somebody plans it. */
export interface WrittenMeeting {
  readonly stream?: string | null | undefined;
  readonly directorate?: string | null | undefined;
  readonly heldOn: unknown;
  readonly chair: string;
  readonly attendees: readonly string[];
  readonly notes: string;
}

/** The parts of a meeting that people write. */
export type MeetingPlan = Pick<
  MeetingRow,
  'stream' | 'directorate' | 'held_on' | 'chair' | 'attendees' | 'notes'
>;

export interface ReviewMeetingUnusable extends Refused<'ReviewMeetingUnusable'> {
  readonly part: string;
}

/** The most characters of each text, and the most attendees. */
const MOST = { post: 100, directorate: 100, notes: 10_000, attendees: 40 } as const;

/** Whether an id is a UUID in small letters, which whoever writes something new chooses. */
export const isOwnId = (id: string): boolean => isUuidInSmallLetters(id);

/** Null for an id that a meeting may have. */
export const meetingIdUnusable = (id: string): ReviewMeetingUnusable | null =>
  isOwnId(id) ? null : meetingUnusable('id', "A meeting's id is a UUID in small letters.");

/** The plan as it can be kept, or what is wrong with its first part that is. Throws BAD_USER_INPUT for no day at all. */
export function checkMeeting(written: WrittenMeeting): MeetingPlan | ReviewMeetingUnusable {
  const directorate = written.directorate?.trim() || null;
  const stream = written.stream ?? null;
  if (stream === null && directorate === null)
    return meetingUnusable('about', 'Say which stream or directorate it is about.');
  if ((directorate?.length ?? 0) > MOST.directorate)
    return meetingUnusable('about', `A directorate has at most ${MOST.directorate} characters.`);
  const heldOn = readDay('heldOn', written.heldOn, isDay);
  if (heldOn === null) return meetingUnusable('heldOn', 'Say on which day it is held.');
  const chair = written.chair.trim();
  if (!isPost(chair))
    return meetingUnusable('chair', `Write the post of who is in the chair in 1 to ${MOST.post} characters.`);
  const attendees = written.attendees.map((post) => post.trim());
  if (attendees.length > MOST.attendees || !attendees.every(isPost))
    return meetingUnusable(
      'attendees',
      `Write at most ${MOST.attendees} posts, each in 1 to ${MOST.post} characters.`,
    );
  return (
    notesUnusable(written.notes) ?? {
      ...{ stream, directorate, held_on: heldOn, chair, attendees },
      notes: written.notes.trim(),
    }
  );
}

const isPost = (text: string): boolean => text.length > 0 && text.length <= MOST.post;

/** Null for notes that can be kept. */
export const notesUnusable = (notes: string): ReviewMeetingUnusable | null =>
  notes.trim().length <= MOST.notes
    ? null
    : meetingUnusable('notes', `Write at most ${MOST.notes} characters of notes.`);

/** Whether a meeting is planned so already. */
export const isPlannedSo = (row: MeetingRow, plan: MeetingPlan): boolean =>
  (['stream', 'directorate', 'held_on', 'chair', 'notes'] as const).every(
    (part) => row[part] === plan[part],
  ) && JSON.stringify(row.attendees) === JSON.stringify(plan.attendees);

/** What is wrong with one part of a meeting. */
export const meetingUnusable = (part: string, message: string): ReviewMeetingUnusable => ({
  __typename: 'ReviewMeetingUnusable',
  code: 'REVIEW_MEETING_UNUSABLE',
  ...{ message, part },
});
