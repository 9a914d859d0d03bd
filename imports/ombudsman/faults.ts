import { RECEIVED_ACTIONS } from '../kit/fault-actions';
import { faultsFor, type RowFaults } from '../kit/row-faults';
import type { RegisterColumn } from './columns';

/** Every fault that a row of the register can have, and what is done about it. */
export const REGISTER_FAULTS = {
  NO_IDENTITY:
    'Quarantined: without the ombudsman and its reference, of 100 characters at most, the case cannot be told from others. The same is true of one that a spreadsheet has cut short (9.1E+08), or that has lost a character.',
  UNKNOWN_BODY: 'Quarantined: it is not known which ombudsman this is. LGSCO and HO are.',
  RECEIVED_MISSING: 'Quarantined: without the day it was received the enquiry cannot be counted.',
  ...RECEIVED_ACTIONS,

  UNKNOWN_STREAM: 'Kept as written; counted among the cases of no stream.',
  STREAM_MISSING: 'Counted among the cases of no stream.',
  OUR_REFERENCE_UNREADABLE: 'Kept without its complaint: this is longer than any reference.',
  REPLY_DUE_UNREADABLE: 'The day was not used.',
  REPLY_SENT_UNREADABLE: 'The day was not used.',
  REPLY_SENT_BEFORE_RECEIVED: 'The day was not used.',
  REPLY_SENT_IN_FUTURE: 'The day was not used: it has not come yet.',
  DECIDED_UNREADABLE: 'Counted as received, but in no figure of decisions.',
  DECIDED_BEFORE_RECEIVED: 'Counted as received, but in no figure of decisions.',
  DECIDED_IN_FUTURE: 'Counted as received, but in no figure of decisions: the day has not come yet.',
  DECISION_NOT_DATED: 'Kept, but in no figure of decisions: the day of the decision is missing.',
  REMEDY_DUE_UNREADABLE: 'The day was not used.',
  REMEDY_DONE_UNREADABLE: 'The day was not used.',
  REMEDY_DONE_IN_FUTURE: 'The day was not used: it has not come yet.',
  REMEDY_NOT_NAMED: 'The day was kept, as that of a remedy which is not named.',

  FORMULA:
    'The cell was read as it stood when the workbook was saved; a formula that had given nothing is empty.',
  ERROR_CELL: 'Taken as empty: the cell shows an error.',
  MERGED_CELLS: 'The content belongs to the first of the merged cells; the others are empty.',
  BESIDE_THE_TABLE: 'Kept with the row as it came, but not read: no column has a name there.',
} as const;

export type RegisterFaultCode = keyof typeof REGISTER_FAULTS;
export type RegisterRowFaults = RowFaults<RegisterColumn, RegisterFaultCode>;

/** Starts the faults of one row of the register. No column of it is meant for personal data. */
export const registerFaults = faultsFor<RegisterColumn, RegisterFaultCode>({
  actions: REGISTER_FAULTS,
  personalColumns: new Set(),
});
