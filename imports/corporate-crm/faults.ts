import {
  ACKNOWLEDGED_ACTIONS,
  ANSWER_ACTIONS,
  LAST_UPDATED_ACTIONS,
  NAME_ACTIONS,
  RAGGED_ACTIONS,
  RECEIVED_ACTIONS,
} from '../kit/fault-actions';
import { faultsFor, type RowFaults } from '../kit/row-faults';
import { CORPORATE_PERSONAL_COLUMNS, type CorporateColumn } from './columns';

/** Every fault that a row of the corporate system can have, and what is done about it. */
export const CORPORATE_FAULTS = {
  UNKNOWN_CASE_TYPE: 'Left out: it is none of the types that are complaints. Tell us if it should be one.',

  ...RAGGED_ACTIONS,
  NO_IDENTITY:
    'Quarantined: without a case reference, of 100 characters at most, the row cannot be told from others. The same is true of one that a spreadsheet has cut short (9.1E+08), or that has lost a character.',
  STAGE_UNREADABLE: 'Quarantined: the stage is not 1, 2 or 3.',
  RECEIVED_MISSING: 'Quarantined: without the day it was received the stage cannot be counted.',
  ...RECEIVED_ACTIONS,

  ...ACKNOWLEDGED_ACTIONS,
  TARGET_UNREADABLE: 'Ignored: due dates are worked out from the procedure, not taken from this column.',
  ...ANSWER_ACTIONS,
  ...LAST_UPDATED_ACTIONS,

  UNKNOWN_STATUS: 'Taken as closed where there is an answer or a closure code, else as open.',
  STATUS_MISSING: 'Taken as closed where there is an answer or a closure code, else as open.',
  UNKNOWN_CLOSURE_CODE: 'Kept as written; no finding is counted until the code is mapped.',
  UNKNOWN_DIRECTORATE: 'Not used: the directorate is the one of the service.',
  ...NAME_ACTIONS,

  PARENT_UNREADABLE: 'Taken as no parent: there is no digit in it, or it is longer than any reference.',
  PARENT_MISSING:
    'Counted as escalated, as its route says; a complaint of its own, since no parent is named.',
  PARENT_AT_FIRST_STAGE: 'The parent was ignored: nothing comes before stage 1.',
  ROUTE_AT_FIRST_STAGE: 'The route was ignored: nothing comes before stage 1.',
  ROUTE_CONTRADICTS_PARENT: 'Counted as direct, as its route says; not joined to the parent that is named.',
  ROUTE_NOT_RECORDED: 'Counted as received at its stage, but neither as escalated nor as direct.',
  UNKNOWN_ROUTE: 'The route was ignored: the stage counts as escalated only where a parent is named.',
} as const;

export type CorporateFaultCode = keyof typeof CORPORATE_FAULTS;
export type CorporateRowFaults = RowFaults<CorporateColumn, CorporateFaultCode>;

/** Starts the faults of one row of the corporate system. */
export const corporateFaults = faultsFor<CorporateColumn, CorporateFaultCode>({
  actions: CORPORATE_FAULTS,
  personalColumns: CORPORATE_PERSONAL_COLUMNS,
});
