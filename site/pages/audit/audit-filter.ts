import { isDay } from '../../../domain/calendar/day';
import type { AuditAction, AuditFilter } from '../../operations/__generated__/operations';

/** What people did, as a page says it. */
export const ACTIONS: Readonly<Record<AuditAction, string>> = {
  ACCOUNT_READ: 'Read people and what they said',
  DOCUMENT_READ: 'Read a document',
  ACCOUNT_SEARCH: 'Searched people and what they said',
  COMPLAINT_LOOK_UP: 'Looked a reference up for this log',
  QUARANTINED_ROW_READ: 'Read a quarantined row',
  COPY_READ: 'Read a conflicting copy',
  HELD_ROW_READ: 'Read the cells of a record',
  QUARANTINED_ROW_CORRECT: 'Corrected a quarantined row',
  QUARANTINED_ROW_DISMISS: 'Dismissed a quarantined row',
  QUARANTINED_ROW_REOPEN: 'Took back a dismissal',
  COPY_CONFIRM: 'Confirmed a copy',
  COPY_SEPARATE: 'Separated a copy',
  IMPORT_UNDO: 'Undid an import',
  SYSTEM_TAKE_OVER: 'Took an inherited system over',
  IMPORT_SEND: 'Sent a file to load',
  IMPORT_REHEARSE: 'Sent a file to rehearse',
  IMPORT_START: 'Loaded a kept file',
  JOB_START: 'Asked for long work',
  JOB_CANCEL: 'Cancelled long work',
  DUPLICATE_CONFIRM: 'Confirmed a duplicate',
  DUPLICATE_REFUSE: 'Refused a duplicate',
  WORD_MAP: 'Said what a word means',
  WORD_RETRACT: 'Took a meaning of a word back',
  SERVICE_SAVE: 'Added, renamed or moved a service',
  DIRECTORATE_SAVE: 'Added or renamed a directorate',
  BANK_HOLIDAY_ADD: 'Added a bank holiday',
  BANK_HOLIDAY_RETRACT: 'Retracted a bank holiday',
  CLOSED_DAYS_ADD: 'Closed a calendar on days',
  CLOSED_DAYS_RETRACT: 'Took closed days back',
  COVERAGE_RETRACT: 'Retracted a line of the coverage list',
  COVERAGE_RESTORE: 'Took back such a retraction',
  ARTICLE_SAVE: 'Wrote an article of the guidance',
  ARTICLE_REVIEW: 'Looked at an article that holds',
  ARTICLE_WITHDRAW: 'Withdrew an article',
  WORKSHOP_SAVE: 'Planned or changed a workshop',
  WORKSHOP_CANCEL: 'Called a workshop off',
  ATTENDANCE_RECORD: 'Recorded who came to a workshop',
  BOOKINGS_READ: 'Read who booked a workshop',
  KEY_MAKE: 'Made a key',
  KEY_ROTATE: 'Rotated a key',
  KEY_REVOKE: 'Revoked a key',
  CASE_RESTRICT: 'Restricted a complaint',
  RESTRICTION_CHANGE: 'Named others for a restricted complaint',
  RESTRICTION_LIFT: 'Lifted a restriction',
  CONFLICT_RECORD: 'Recorded a conflict of interest',
  CONFLICT_WITHDRAW: 'Withdrew a conflict of interest',
  CASE_OPEN: 'Opened a restricted complaint by a reason',
  CASE_OPENING_END: 'Ended such an opening',
  CASE_OPENING_ACKNOWLEDGE: 'Acknowledged such an opening',
  CASE_RECORD: 'Recorded a complaint',
  CASE_COMMAND: 'Did something to a complaint',
  GROUP_SAVE: 'Made or changed a group',
  ABSENCE_RECORD: 'Recorded an absence',
  ABSENCE_END: 'Ended an absence',
  OMBUDSMAN_CASE_COMMAND: 'Did something to an ombudsman’s case',
  OMBUDSMAN_WORDS_READ: 'Read what was written at an ombudsman’s case',
  HOLD_PUT: 'Put a legal hold',
  HOLD_LIFT: 'Lifted a legal hold',
  RETENTION_DECIDE: 'Decided for how long people are kept',
  PEOPLE_ANONYMISE: 'Took the people of a complaint out',
  SUBJECT_ACCESS_PREPARE: 'Prepared what a person is sent of a complaint',
  SUBJECT_ACCESS_APPROVE: 'Approved what a person is sent',
  SUBJECT_ACCESS_TAKE: 'Took what a person is sent',
  AGREEMENT_SAVE: 'Made or changed an agreement',
  AGREEMENT_END: 'Ended an agreement',
  WEBHOOK_MAKE: 'Made a webhook',
  WEBHOOK_CHANGE: 'Changed a webhook’s address',
  WEBHOOK_TEST: 'Tried a webhook',
  WEBHOOK_ROTATE: 'Made a webhook’s second secret',
  WEBHOOK_REPLAY: 'Had events sent again',
  WEBHOOK_END: 'Ended a webhook',
  ASKING_REFUSED: 'Was refused',
  ASKING_REFUSED_AGAIN: 'Was refused the same again',
  FILE_TAKE: 'Took a file away',
  REPORT_OPEN: 'Began a report, or a new version of one',
  REPORT_WRITE: 'Wrote in a report',
  REPORT_FREEZE: 'Froze a report',
  TARGET_SAVE: 'Set or changed a target',
  TARGET_END: 'Ended a target',
  SIGNAL_NOTE: 'Wrote what was found out about a signal',
  MEETING_SAVE: 'Planned, changed or closed a review meeting',
  ACTION_SAVE: 'Wrote down, changed or finished what was agreed at a review meeting',
  CALL_NUMBER_READ: 'Read the number that somebody called from',
  CALL_DEAL_WITH: 'Said what became of a telephone call',
};

/** Which entries a page shows, as its address says. */
export interface AuditQuestion {
  readonly where: AuditFilter;
  readonly parameters: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}

const isAction = (text: string): text is AuditAction => Object.hasOwn(ACTIONS, text);
const MOST_CHARACTERS = 200;
/** The address of a page about something, which ends with its id. */
const ADDRESS = /\/(?:complaints|ombudsman-cases)\/([^/?#\s]+)/;

/** Reads which entries are shown; what makes no sense is left out and told. */
export function readAuditQuestion(query: Readonly<Record<string, unknown>>): AuditQuestion {
  const problems: string[] = [];
  const read = (name: string, isMeant: (text: string) => boolean, says: string): string | null => {
    const given = query[name];
    if (given === undefined || given === '') return null;
    const text = typeof given === 'string' ? given.trim() : '';
    if (text !== '' && text.length <= MOST_CHARACTERS && isMeant(text)) return text;
    problems.push(says);
    return null;
  };
  let from = read('from', isDay, 'From: write one day such as 2021-09-30.');
  let to = read('to', isDay, 'To: write one day such as 2021-09-30.');
  if (from !== null && to !== null && from > to) {
    problems.push('The last day is before the first: both were left out.');
    from = null;
    to = null;
  }
  const actor = read('actor', () => true, 'Who: name one sign-in.');
  const action = read('action', isAction, 'What: choose one from the list.');
  const given = read('subject', () => true, 'To what: write one id.');
  const subject = given === null ? null : (ADDRESS.exec(given)?.[1] ?? given);
  const parts = { from, to, actor, action, subject };
  const where = {
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(actor === null ? {} : { actors: [actor] }),
    ...(action !== null && isAction(action) ? { actions: [action] } : {}),
    ...(subject === null ? {} : { subjects: [subject] }),
  };
  const parameters = Object.fromEntries(
    Object.entries(parts).flatMap(([name, text]) => (text === null ? [] : [[name, text]])),
  );
  return { where, parameters, problems };
}
