import type { CallsCounted } from '../../contracts/events/calls-counted';
import { sourceReachTable } from '../../counting/source-reach';
import {
  bigint,
  boolean,
  type Column,
  day,
  instant,
  int,
  jsonb,
  key,
  nullable,
  text,
  texts,
} from '../../platform/tables/columns';
import { defineTable, type RowIn } from '../../platform/tables/define-table';

/** A moment as the importer hands it over: ISO text, which PostgreSQL reads. Nothing here reads it back. */
const writtenInstant = (): Column<string> => ({ type: 'timestamptz' });

/** A telephone call as figures count it: no personal data. */
export const call = defineTable({
  schema: 'telephony',
  name: 'call',
  columns: {
    /** The council whose call it is. */
    authority: key(text()),
    call_id: key(text()),
    offered_on: day(),
    /** Null where no time was written. */
    offered_at: nullable(writtenInstant()),
    /** The group of staff; null where it was not recorded. */
    call_group: nullable(text()),
    /** The queue as the telephony system names it. */
    queue_written: nullable(text()),
    /** Null where the result is not known. */
    answered: nullable(boolean()),
    /** From the offer to the answer, or to the end of a call that was abandoned. */
    wait_seconds: nullable(int()),
    /** From the answer to the end. */
    talk_seconds: nullable(int()),
    /** When anything of it last changed; the database keeps it. */
    changed_at: instant(),
  },
  checks: [
    { name: 'call_waits_forward', expression: 'wait_seconds >= 0' },
    { name: 'call_talks_forward', expression: 'talk_seconds >= 0' },
  ],
  indices: [
    { name: 'call_figures', columns: ['offered_on', 'call_group', 'answered', 'wait_seconds'] },
    { name: 'call_by_id', columns: ['call_id'] },
    { name: 'call_by_changed', columns: ['changed_at', 'call_id'] },
  ],
});
export type CallRow = RowIn<typeof call>;

/** Who was on the line. Personal data. */
export const callPeople = defineTable({
  schema: 'telephony',
  name: 'call_people',
  columns: {
    authority: key(text()),
    call_id: key(text()),
    /** As the telephony system wrote it. */
    caller_number: nullable(text()),
    agent: nullable(text()),
    /** The streams that a reader has to be cleared for, all of them. */
    cleared_for: texts(),
  },
});
export type CallPeopleRow = RowIn<typeof callPeople>;

/** Which calls became complaints, as streams publish it. */
export const callComplaint = defineTable({
  schema: 'telephony',
  name: 'call_complaint',
  columns: {
    authority: key(text()),
    call_id: key(text()),
    /** As the schema's enum has it. */
    stream: key(text()),
    complaint_id: text(),
    recorded_at: instant(),
    version: bigint(),
  },
});
export type CallComplaintRow = RowIn<typeof callComplaint>;

/** What somebody said became of a call; of a call that is removed too, so that it is not dealt with twice when it comes again. */
export const callOutcome = defineTable({
  schema: 'telephony',
  name: 'call_outcome',
  columns: {
    authority: key(text()),
    call_id: key(text()),
    kind: text<'SERVICE_REQUEST' | 'CHASED' | 'NO_COMPLAINT'>(),
    /** Personal data: what somebody wrote. */
    note: nullable(text()),
    by: text(),
    at: instant(),
    /** Of the command that said so, with a hash of all that it asked. */
    key: text(),
    fingerprint: text(),
  },
  indices: [{ name: 'call_outcome_once', columns: ['key'], unique: true }],
});
export type CallOutcomeRow = RowIn<typeof callOutcome>;

/** What was published of how many calls a day had, with its version. A day whose calls were removed keeps its row. */
export const callDay = defineTable({
  schema: 'telephony',
  name: 'call_day',
  columns: {
    authority: key(text()),
    offered_on: key(day()),
    groups: jsonb<CallsCounted['groups']>(),
    version: bigint(),
  },
});

/** Of which days each inherited system's records speak. */
export const sourceReach = sourceReachTable('telephony');
