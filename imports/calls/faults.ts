import { RAGGED_ACTIONS } from '../kit/fault-actions';
import { faultsFor, type RowFaults } from '../kit/row-faults';
import { CALL_PERSONAL_COLUMNS, type CallColumn } from './columns';

/** Every fault that a row of the telephony system can have, and what is done about it. */
export const CALL_FAULTS = {
  ...RAGGED_ACTIONS,
  NO_IDENTITY:
    'Quarantined: without its number, of 100 characters at most, the call cannot be told from others. The same is true of one that a spreadsheet has cut short (9.1E+08), or that has lost a character.',
  OFFERED_MISSING: 'Quarantined: without the day it was offered the call cannot be counted.',
  OFFERED_UNREADABLE:
    'Quarantined: the day it was offered cannot be read, or cannot be meant (it is before 1990), and is not guessed.',
  OFFERED_IN_FUTURE: 'Quarantined: the day it was offered has not come yet.',

  UNKNOWN_QUEUE: 'Kept as written; counted under "Not recorded" until the queue is mapped to a group.',
  RESULT_MISSING: 'Counted as offered, neither as answered nor as abandoned, and in no figure of waiting.',
  UNKNOWN_RESULT: 'Counted as offered, neither as answered nor as abandoned, and in no figure of waiting.',

  OFFERED_TIME_UNKNOWN:
    'Counted on its day; in no figure of waiting: no time was written, or one that no clock in London showed.',
  ANSWERED_MISSING: 'Counted as answered, as its result says, but in no figure of waiting.',
  ANSWERED_UNREADABLE: 'The moment was not used: a call that was answered is in no figure of waiting.',
  ANSWERED_TIME_UNKNOWN:
    'The moment was not used: no time was written, or one that no clock in London showed.',
  ANSWERED_BEFORE_OFFERED: 'The moment was not used: a call that was answered is in no figure of waiting.',
  ANSWERED_DAYS_LATER: 'The moment was not used: it is more than a day later.',
  ABANDONED_WITH_ANSWER: 'Counted as abandoned, as its result says: the moment of the answer was not used.',
  ENDED_MISSING: 'How long the call lasted is not known; one that was abandoned is in no figure of waiting.',
  ENDED_UNREADABLE: 'The moment was not used: a call that was abandoned is in no figure of waiting.',
  ENDED_TIME_UNKNOWN: 'The moment was not used: no time was written, or one that no clock in London showed.',
  ENDED_BEFORE_OFFERED: 'The moment was not used: a call that was abandoned is in no figure of waiting.',
  ENDED_BEFORE_ANSWERED: 'The moment was not used: how long the call lasted is not known.',
  ENDED_DAYS_LATER: 'The moment was not used: it is more than a day later.',
} as const;

export type CallFaultCode = keyof typeof CALL_FAULTS;
export type CallRowFaults = RowFaults<CallColumn, CallFaultCode>;

/** Starts the faults of one row of the telephony system. */
export const callFaults = faultsFor<CallColumn, CallFaultCode>({
  actions: CALL_FAULTS,
  personalColumns: CALL_PERSONAL_COLUMNS,
});
