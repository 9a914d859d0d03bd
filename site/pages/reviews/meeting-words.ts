import { dayWords } from '../../../domain/figures/days';
import { streamName } from '../../../domain/figures/names';
import type { MeetingPartsFragment } from '../../operations/__generated__/operations';
import { meetingPath } from './paths';

/** What a meeting is about: "Adults", "Place", "Corporate of Place". */
export function aboutWords({
  stream,
  directorate,
}: Pick<MeetingPartsFragment, 'stream' | 'directorate'>): string {
  if (stream === null) return directorate ?? '';
  return directorate === null ? streamName(stream) : `${streamName(stream)} of ${directorate}`;
}

/** What lists and pages say of a meeting. */
export function meetingWords(meeting: MeetingPartsFragment) {
  const { id, heldOn, chair, attendees, notes, state } = meeting;
  return {
    ...{ id, chair, attendees, notes, isClosed: state === 'CLOSED' },
    href: meetingPath(id),
    about: aboutWords(meeting),
    day: dayWords(heldOn),
  };
}
