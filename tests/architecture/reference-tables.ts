/** Tables without row-level security, each with the reason why that is right. Any other table has to have it. */
export const REFERENCE_TABLES: readonly { readonly tables: RegExp; readonly why: string }[] = [
  { tables: /^\w+\.migration$/, why: 'names of migrations; no login may read it' },
  {
    tables: /^keyring\.login_password$/,
    why: 'passwords of the logins; in a schema that no login may enter',
  },
  { tables: /^\w+\.follower_place$/, why: 'how far outboxes have been read: numbers only' },
  { tables: /^\w+\.set_aside$/, why: 'which events could not be applied: their places and kinds only' },
  { tables: /^directory\.named$/, why: 'names of services, directorates and channels, which all may know' },
  { tables: /^\w+\.(service|directorate|channel)_name$/, why: "a stream's copy of directory's names" },
  { tables: /^\w+\.mapped_word$/, why: 'what words of inherited systems were decided to mean' },
  { tables: /^\w+\.bank_holiday$/, why: 'what was decided on bank holidays, which all may know' },
  { tables: /^\w+\.closed_days$/, why: 'on which days a calendar is closed, which all may know' },
  {
    tables: /^\w+\.calendar_history$/,
    why: 'what had been decided on a calendar by when, which all may know',
  },
  { tables: /^\w+\.description$/, why: 'what a stream tells of its stages and its report' },
  { tables: /^guidance\.stream_procedure$/, why: "streams' procedures, which all may know" },
  { tables: /^insight\.(service|directorate)$/, why: "insight's copy of directory's names" },
  {
    tables: /^insight\.(stream|ombudsman)_described$/,
    why: 'what streams and the ombudsmen tell of their stages and reports',
  },
  {
    tables: /^intake\.closed_record$/,
    why: 'which records are kept back, by their numbers: a policy that goes by it has to see all of them',
  },
  { tables: /^\w+\.source_reach$/, why: 'of which days each source speaks, which all may know' },
  { tables: /^\w+\.live_since$/, why: 'since when complaints are worked on here, which all may know' },
  { tables: /^\w+\.system_taken_over$/, why: 'which inherited systems were taken over, and when' },
  { tables: /^insight\.rollup_drift$/, why: 'which rollups differ from the facts: names and numbers only' },
  { tables: /^\w+\.change$/, why: 'which transactions changed something: numbers only' },
  { tables: /^insight\.coverage$/, why: 'since when each measure has been recorded, which all may know' },
];

/** Whether a table ("schema.table") is listed as one that needs no row-level security. */
export const isReference = (table: string): boolean =>
  REFERENCE_TABLES.some(({ tables }) => tables.test(table));
