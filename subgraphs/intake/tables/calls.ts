import { EntitySchema } from 'typeorm';

/** A telephone call as figures count it: no personal data. */
export interface CallRow {
  /** The council whose call it is. */
  authority: string;
  call_id: string;
  offered_on: string;
  /** Null where no time was written. */
  offered_at: Date | null;
  /** The group of staff; null where it was not recorded. */
  call_group: string | null;
  /** The queue as the telephony system names it. */
  queue_written: string | null;
  /** Null where the result is not known. */
  answered: boolean | null;
  /** From the offer to the answer, or to the end of a call that was abandoned. */
  wait_seconds: number | null;
  /** From the answer to the end. */
  talk_seconds: number | null;
}

/** Who was on the line. Personal data. */
export interface CallPeopleRow {
  authority: string;
  call_id: string;
  /** As the telephony system wrote it. */
  caller_number: string | null;
  agent: string | null;
  /** The streams that a reader has to be cleared for, all of them. */
  cleared_for: string[];
}

const key = (constraint: string) =>
  ({ type: 'text', primary: true, primaryKeyConstraintName: constraint }) as const;

export const call = new EntitySchema<CallRow>({
  name: 'intake.call',
  schema: 'intake',
  tableName: 'call',
  columns: {
    authority: key('call_pkey'),
    call_id: key('call_pkey'),
    offered_on: { type: 'date' },
    offered_at: { type: 'timestamptz', nullable: true },
    call_group: { type: 'text', nullable: true },
    queue_written: { type: 'text', nullable: true },
    answered: { type: 'boolean', nullable: true },
    wait_seconds: { type: 'int', nullable: true },
    talk_seconds: { type: 'int', nullable: true },
  },
  checks: [
    { name: 'call_waits_forward', expression: 'wait_seconds >= 0' },
    { name: 'call_talks_forward', expression: 'talk_seconds >= 0' },
  ],
  indices: [{ name: 'call_figures', columns: ['offered_on', 'call_group', 'answered', 'wait_seconds'] }],
});

export const callPeople = new EntitySchema<CallPeopleRow>({
  name: 'intake.call_people',
  schema: 'intake',
  tableName: 'call_people',
  columns: {
    authority: key('call_people_pkey'),
    call_id: key('call_people_pkey'),
    caller_number: { type: 'text', nullable: true },
    agent: { type: 'text', nullable: true },
    cleared_for: { type: 'text', array: true },
  },
});
