import { type Notes, notesOf } from '../notes';
import type { RawRow } from '../record';
import { ADULTS_PERSONAL_COLUMNS, type AdultsColumn } from './columns';

/** Every fault that a row of the adults' system can have, and what is done about it. */
export const ADULTS_FAULTS = {
  ROW_TOO_SHORT: 'Quarantined: the row has fewer cells than the header, so none of them can be trusted.',
  ROW_TOO_LONG: 'Quarantined: the row has more cells than the header, so none of them can be trusted.',
  NO_IDENTITY:
    'Quarantined: without a number of the complaint, of 100 characters at most, the row cannot be told from others.',
  RECEIVED_MISSING: 'Quarantined: without the day it was received the complaint cannot be counted.',
  RECEIVED_UNREADABLE: 'Quarantined: the day it was received cannot be read, and is not guessed.',
  RECEIVED_IN_FUTURE: 'Quarantined: the day it was received has not come yet.',

  ACKNOWLEDGED_UNREADABLE: 'The day of the acknowledgement was not used.',
  ACKNOWLEDGED_BEFORE_RECEIVED: 'The day of the acknowledgement was not used.',
  DUE_UNREADABLE: "Taken as not agreed: the law's six months from receipt count in its place.",
  DUE_BEFORE_RECEIVED: 'Kept as agreed, though every answer is late by it.',
  ANSWER_UNREADABLE: 'Counted as received, but in no figure of answers or timeliness.',
  ANSWER_BEFORE_RECEIVED: 'Counted as received, but in no figure of answers or timeliness.',
  ANSWER_IN_FUTURE: 'Kept as dated: it counts as an answer on that day.',
  CLOSED_UNREADABLE:
    'The day of closing was not used: the complaint is closed on the day of its answer, if any.',
  CLOSED_BEFORE_RECEIVED:
    'The day of closing was not used: the complaint is closed on the day of its answer, if any.',
  CLOSED_IN_FUTURE: 'Kept as dated: it counts as closed on that day.',

  UNKNOWN_CLOSURE_CODE: 'Kept as written; no finding is counted until the word is mapped.',
  UNKNOWN_SERVICE: 'Kept as written; counted as "Not recorded" until the name is mapped.',
  UNKNOWN_RISK: 'Kept as written; taken as not recorded.',
  UNKNOWN_CONSENT: 'Kept as written; taken as not recorded.',
  UNKNOWN_PLAN: 'Kept as written; taken as not recorded. A due date counts all the same.',
} as const;

export type AdultsFaultCode = keyof typeof ADULTS_FAULTS;
export type AdultsNotes = Notes<AdultsColumn, AdultsFaultCode>;

/** Starts the notes of one row of the adults' system. */
export function adultsNotes(row: RawRow): AdultsNotes {
  return notesOf({ row, actions: ADULTS_FAULTS, personalColumns: ADULTS_PERSONAL_COLUMNS });
}
