import { STREAMS } from '../../filters/parts';
import { dayFields, dayTyped, readDayFields } from '../../forms/day-field';
import { textsIn } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import type { MeetingPartsFragment, ReviewMeetingInput } from '../../operations/__generated__/operations';
import type { Form } from '../../server/check-form';

/** What the form of a meeting says, field by field. */
export type TypedPlan = Readonly<Record<string, string>>;

/** What was sent: as it was typed, and as the graph takes it where all of it can be meant. */
export interface ReadPlan {
  readonly typed: TypedPlan;
  readonly problems: readonly Problem[];
  readonly plan: ReviewMeetingInput | null;
  readonly id: string;
  readonly basedOnVersion: number;
}

const FIELDS = [
  ...['stream', 'directorate', ...dayFields('on'), 'chair', 'attendees', 'notes'],
  ...['id', 'basedOnVersion'],
];

/** Reads the form by which a meeting is planned. */
export function readPlan(form: Form): ReadPlan {
  const typed = textsIn(form, FIELDS);
  const { stream: given = '', directorate = '', chair = '', notes = '', id = '' } = typed;
  const stream = STREAMS.find((each) => each === given) ?? null;
  const { day, problem } = readDayFields(typed, 'on', 'the day of the meeting');
  const problems = [
    ...(stream === null && directorate === ''
      ? [{ field: 'stream', says: 'Choose a stream, a directorate, or both.' }]
      : []),
    ...(problem === null ? [] : [problem]),
    ...(chair === '' ? [{ field: 'chair', says: 'Write the post of who is in the chair.' }] : []),
  ];
  const plan =
    day === null || problems.length > 0
      ? null
      : {
          ...{ stream, directorate: directorate || null, heldOn: day, chair, notes },
          attendees: linesOf(typed.attendees),
        };
  return { typed, problems, plan, id, basedOnVersion: Number(typed.basedOnVersion) || 0 };
}

const linesOf = (text = ''): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What the form says of a meeting that is planned. */
export function typedOf(meeting: MeetingPartsFragment): TypedPlan {
  const { id, stream, directorate, heldOn, chair, attendees, notes, version } = meeting;
  return {
    ...{ id, chair, notes, stream: stream ?? '', directorate: directorate ?? '' },
    ...{ attendees: attendees.join('\n'), basedOnVersion: String(version), ...dayTyped('on', heldOn) },
  };
}
