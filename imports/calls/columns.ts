/** The columns of the telephony system's export, in its order (the extracts' README, `telephony-calls.csv`). */
export const CALL_COLUMNS = [
  'CallID',
  'Queue',
  'CLI',
  'OfferedAt',
  'AnsweredAt',
  'EndedAt',
  'Agent',
  'Result',
] as const;

export type CallColumn = (typeof CALL_COLUMNS)[number];

/** Who called (the number, "calling line identification") and who answered: shown to nobody outside the quarantine. */
export const CALL_PERSONAL_COLUMNS: ReadonlySet<string> = new Set<CallColumn>(['CLI', 'Agent']);
