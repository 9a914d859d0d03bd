/** All that audit logs say was done: read by people, or changed by them. The schema's `AuditAction` describes each. */
export const AUDIT_ACTIONS = [
  'ACCOUNT_READ',
  'ACCOUNT_SEARCH',
  'QUARANTINED_ROW_READ',
  'COPY_READ',
  'HELD_ROW_READ',
  'QUARANTINED_ROW_CORRECT',
  'QUARANTINED_ROW_DISMISS',
  'QUARANTINED_ROW_REOPEN',
  'COPY_CONFIRM',
  'COPY_SEPARATE',
  'IMPORT_UNDO',
  'DUPLICATE_CONFIRM',
  'DUPLICATE_REFUSE',
  'WORD_MAP',
  'SERVICE_SAVE',
  'DIRECTORATE_SAVE',
  'BANK_HOLIDAY_ADD',
  'BANK_HOLIDAY_RETRACT',
  'COVERAGE_RETRACT',
  'COVERAGE_RESTORE',
  'ARTICLE_SAVE',
  'ARTICLE_REVIEW',
  'ARTICLE_WITHDRAW',
  'WORKSHOP_SAVE',
  'WORKSHOP_CANCEL',
  'ATTENDANCE_RECORD',
  'BOOKINGS_READ',
] as const;

/** What somebody did to a record. */
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
