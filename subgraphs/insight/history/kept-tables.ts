/** A table whose rows are kept as they were, as the triggers keep it (`../migrations/1767225601670-change-functions.ts`). */
export interface KeptTable {
  readonly table: string;
  /** SQL of what names a row, of the row's alias. */
  readonly record: (alias: string) => string;
  /** What of it may change without being a change: versions, and when something was written. */
  readonly ignored: readonly string[];
}

const named =
  (column: string) =>
  (alias: string): string =>
    `${alias}.${column}`;

/** All that figures are counted from and named by. */
export const KEPT_TABLES: readonly KeptTable[] = [
  { table: 'stage_fact', record: named('stage_id'), ignored: [] },
  { table: 'complaint_fact', record: named('complaint_id'), ignored: ['version', 'changed_at'] },
  { table: 'ombudsman_case_fact', record: named('case_id'), ignored: ['version'] },
  { table: 'promise_fact', record: named('complaint_id'), ignored: ['version'] },
  { table: 'call_day', record: named('offered_on::text'), ignored: ['version'] },
  { table: 'service', record: named('id'), ignored: ['version'] },
  { table: 'directorate', record: named('id'), ignored: ['version'] },
  {
    table: 'coverage',
    record: (alias) => `concat_ws('/', ${alias}.stream, ${alias}.measure, ${alias}.recorded_from)`,
    ignored: ['version'],
  },
  { table: 'source_reach', record: named('source'), ignored: ['version', 'loaded_at'] },
];
