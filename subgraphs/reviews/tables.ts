import {
  day,
  instant,
  int,
  jsonb,
  key,
  nullable,
  references,
  text,
  texts,
} from '../../platform/tables/columns';
import { defineTable, type RowIn } from '../../platform/tables/define-table';
import type { KeptAgenda } from './meetings/agenda';

/** A review meeting as it stands. */
export const meeting = defineTable({
  schema: 'reviews',
  name: 'meeting',
  columns: {
    id: key(text()),
    version: int(),
    /** As the schema's enum has it; null where it is about a directorate whatever the stream. */
    stream: nullable(text()),
    /** The name that it had when the meeting was planned. */
    directorate: nullable(text()),
    held_on: day(),
    /** A post, not a person. */
    chair: text(),
    /** Posts, not people. */
    attendees: texts(),
    notes: text(),
    state: text<'PLANNED' | 'CLOSED'>(),
    /** As its people saw it; null until it is closed. */
    agenda: nullable(jsonb<KeptAgenda>()),
    closed_by: nullable(text()),
    closed_at: nullable(instant()),
  },
  checks: [
    { name: 'meeting_is_about_something', expression: 'stream is not null or directorate is not null' },
    { name: 'meeting_closed_has_agenda', expression: "(state = 'CLOSED') = (agenda is not null)" },
  ],
  indices: [{ name: 'meeting_by_day', columns: ['held_on', 'id'] }],
});
export type MeetingRow = RowIn<typeof meeting>;

/** What was agreed, a row for each change; the one with the highest version holds. Added to, never changed. */
export const actionVersion = defineTable({
  schema: 'reviews',
  name: 'action_version',
  columns: {
    id: key(text()),
    version: key(int()),
    meeting_id: references(text(), 'reviews.meeting', 'action_version_meeting_id_fkey'),
    what: text(),
    /** A post, not a person. */
    owner: text(),
    due_on: day(),
    state: text<'OPEN' | 'DONE' | 'DROPPED'>(),
    /** The day on which it was done or dropped. */
    ended_on: nullable(day()),
    /** What came of it, or why it was dropped. */
    result: nullable(text()),
    complaint_id: nullable(text()),
    changed_by: text(),
    changed_at: instant(),
  },
  checks: [
    {
      name: 'action_version_ended_has_result',
      expression: "(state = 'OPEN') = (ended_on is null) and (state = 'OPEN') = (result is null)",
    },
  ],
  indices: [{ name: 'action_version_by_meeting', columns: ['meeting_id'] }],
});
export type ActionRow = RowIn<typeof actionVersion>;
