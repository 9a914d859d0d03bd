import { ANSWER_ACTIONS, NAME_ACTIONS } from '../kit/fault-actions';
import { faultsFor, type RowFaults } from '../kit/row-faults';
import { CHILDRENS_PERSONAL_COLUMNS, type ChildrensColumn } from './columns';

/** Every fault that a line of the children's system can have, and what is done about it. */
export const CHILDRENS_FAULTS = {
  NOT_JSON: 'Quarantined: the line is no JSON, so nothing in it can be read.',
  KEY_TWICE:
    'Quarantined: this key is in one object twice, and nobody can tell which of its values is meant.',
  NOT_A_RECORD: 'Quarantined: the line is JSON, but not the object that a complaint is.',
  LINE_TOO_LONG:
    'Quarantined: the line is longer than 1 MiB, which no complaint is. Its beginning is kept here, the whole of it in the file alone.',
  NO_IDENTITY:
    'Quarantined: without a case number, of 100 characters at most, the complaint cannot be told from others. The same is true of one that a spreadsheet has cut short (9.1E+08), or that has lost a character.',
  NO_STAGES: 'Quarantined: there is no stage in it, so there is nothing to count.',
  STAGE_UNREADABLE: 'Quarantined: which stage this is, 1, 2 or 3, cannot be read, and it may be the first.',
  RECEIVED_MISSING: 'Quarantined: the day on which the stage began is not there.',
  RECEIVED_UNREADABLE:
    'Quarantined: the day on which the stage began cannot be read, or cannot be meant (it is before 1990), and is not guessed.',
  RECEIVED_IN_FUTURE: 'Quarantined: the day on which the stage began has not come yet.',

  LATER_STAGE_NOT_PLACED:
    'This stage is in no figure until this is corrected; the complaint counts by its other stages. The line is kept in full.',
  DUPLICATE_STAGE:
    'Not used: the same stage is in this complaint again. The last one that has a day holds. The line is kept in full.',
  STAGES_OUT_OF_ORDER: 'Taken in the order of their numbers.',
  STAGE_MISSING_BEFORE:
    'Counted at its stage as direct: the stage before it is not there, and none is invented.',
  STAGE_BEFORE_EARLIER_ONE: 'Kept as dated, although the stage before it began later.',

  DUE_UNREADABLE:
    'Not used, since it cannot be read or meant: the due date is the extension where there is one, else the limit of the law.',
  EXTENSION_UNREADABLE:
    'Not used, since it cannot be read or meant: the due date is the one before the extension.',
  DUE_BEFORE_RECEIVED: 'Used as written, so that no answer can be in time.',
  ...ANSWER_ACTIONS,
  PANEL_DAY_UNREADABLE: 'Taken as not recorded.',
  FINDINGS_DAY_UNREADABLE: 'Taken as not recorded.',

  UNKNOWN_OUTCOME: 'Kept as written; no finding is counted until the word is mapped.',
  ...NAME_ACTIONS,
  UNKNOWN_YES_OR_NO: 'Taken as not recorded: it says neither yes nor no.',
} as const;

export type ChildrensFaultCode = keyof typeof CHILDRENS_FAULTS;
export type ChildrensRowFaults = RowFaults<ChildrensColumn, ChildrensFaultCode>;

/** Starts the faults of one line of the children's system. */
export const childrensFaults = faultsFor<ChildrensColumn, ChildrensFaultCode>({
  actions: CHILDRENS_FAULTS,
  personalColumns: CHILDRENS_PERSONAL_COLUMNS,
});
