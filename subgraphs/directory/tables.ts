import {
  bigint,
  boolean,
  day,
  instant,
  int,
  jsonb,
  key,
  nullable,
  text,
} from '../../platform/tables/columns';
import { defineTable } from '../../platform/tables/define-table';

/** A name that directory publishes, of a directorate, a service or a channel: one row each. Reference data, no records. */
export const named = defineTable({
  schema: 'directory',
  name: 'named',
  columns: {
    kind: key(text()),
    id: key(text()),
    name: text(),
    /** Counts the changes. */
    version: bigint(),
    /** The event's payload, as it was last published. */
    payload: jsonb(),
  },
});

/** What people decided that words mean: who and when with each. */
export const wordDecision = defineTable({
  schema: 'directory',
  name: 'word_decision',
  columns: {
    subject: key(text()),
    /** Counts the decisions on a word: the newest holds. */
    version: key(int()),
    from_day: day(),
    kind: text(),
    source: nullable(text()),
    word: text(),
    written: text(),
    means: jsonb(),
    /** False where that was taken back. */
    is_kept: boolean(),
    /** Null where nobody wrote one. */
    reason: nullable(text()),
    decided_by: text(),
    decided_at: instant(),
  },
  indices: [{ name: 'word_decision_by_time', columns: ['decided_at'] }],
});

/** What people decided on bank holidays: who, when and why with each. */
export const bankHolidayDecision = defineTable({
  schema: 'directory',
  name: 'bank_holiday_decision',
  columns: {
    day: key(day()),
    version: key(int()),
    name: text(),
    note: nullable(text()),
    is_kept: boolean(),
    reason: text(),
    decided_by: text(),
    decided_at: instant(),
  },
});

/** What people decided on the names of services and directorates: who, when and why with each. */
export const nameDecision = defineTable({
  schema: 'directory',
  name: 'name_decision',
  columns: {
    /** `service` or `directorate`. */
    kind: key(text()),
    id: key(text()),
    version: key(int()),
    name: text(),
    /** Null for a directorate. */
    directorate_id: nullable(text()),
    /** The last day on which a service was one of the council; null while it is, and for a directorate. */
    ended_on: nullable(day()),
    reason: text(),
    decided_by: text(),
    decided_at: instant(),
  },
});

/** What people decided on the closed days of single calendars: who, when and why with each. */
export const closureDecision = defineTable({
  schema: 'directory',
  name: 'closure_decision',
  columns: {
    calendar: key(text()),
    /** Counts the decisions on a calendar. */
    version: key(int()),
    from_day: day(),
    to_day: day(),
    name: text(),
    is_closed: boolean(),
    reason: text(),
    decided_by: text(),
    decided_at: instant(),
  },
});

/** How many open limits a decision on closed days moved, once the stream has said so. */
export const closureEffect = defineTable({
  schema: 'directory',
  name: 'closure_effect',
  columns: { calendar: key(text()), version: key(int()), moved: int() },
});
