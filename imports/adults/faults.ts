import {
  ACKNOWLEDGED_ACTIONS,
  ANSWER_ACTIONS,
  NAME_ACTIONS,
  RAGGED_ACTIONS,
  RECEIVED_ACTIONS,
} from '../kit/fault-actions';
import { faultsFor, type RowFaults } from '../kit/row-faults';
import { ADULTS_PERSONAL_COLUMNS, type AdultsColumn } from './columns';

/** Every fault that a row of the adults' system can have, and what is done about it. */
export const ADULTS_FAULTS = {
  ...RAGGED_ACTIONS,
  NO_IDENTITY:
    'Quarantined: without a number of the complaint, of 100 characters at most, the row cannot be told from others. The same is true of one that a spreadsheet has cut short (9.1E+08), or that has lost a character.',
  RECEIVED_MISSING: 'Quarantined: without the day it was received the complaint cannot be counted.',
  ...RECEIVED_ACTIONS,

  ...ACKNOWLEDGED_ACTIONS,
  DUE_UNREADABLE:
    "Taken as not agreed: the day cannot be read, or cannot be meant (before 1990, or more than five years after the receipt). The law's six months from receipt count in its place.",
  DUE_BEFORE_RECEIVED: 'Kept as agreed, though every answer is late by it.',
  ...ANSWER_ACTIONS,
  CLOSED_UNREADABLE:
    'The day of closing was not used: the complaint is closed on the day of its answer, if any.',
  CLOSED_BEFORE_RECEIVED:
    'The day of closing was not used: the complaint is closed on the day of its answer, if any.',
  CLOSED_IN_FUTURE:
    'The day of closing was not used, since it has not come: the complaint is closed on the day of its answer, if any, else open.',

  UNKNOWN_CLOSURE_CODE: 'Kept as written; no finding is counted until the word is mapped.',
  UNKNOWN_SERVICE: NAME_ACTIONS.UNKNOWN_SERVICE,
  UNKNOWN_RISK: 'Kept as written; taken as not recorded.',
  UNKNOWN_CONSENT: 'Kept as written; taken as not recorded.',
  UNKNOWN_PLAN: 'Kept as written; taken as not recorded. A due date counts all the same.',
} as const;

export type AdultsFaultCode = keyof typeof ADULTS_FAULTS;
export type AdultsRowFaults = RowFaults<AdultsColumn, AdultsFaultCode>;

/** Starts the faults of one row of the adults' system. */
export const adultsFaults = faultsFor<AdultsColumn, AdultsFaultCode>({
  actions: ADULTS_FAULTS,
  personalColumns: ADULTS_PERSONAL_COLUMNS,
});
