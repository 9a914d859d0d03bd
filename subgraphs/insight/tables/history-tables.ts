import { bigint, instant, jsonb, key, nullable, text } from '../../../platform/tables/columns';
import { defineTable } from '../../../platform/tables/define-table';

/**
 * What a row that figures are counted from, or named by, was before a transaction changed it, and after: `before` is null of
 * one that is new, `after` of one that went. Triggers alone write it, once a history is kept.
 */
export const factChange = defineTable({
  schema: 'insight',
  name: 'fact_change',
  columns: {
    /** Rises with each change of one row. */
    id: key(bigint()),
    /** The table of the row. */
    relation: text(),
    /** What names the row there. */
    record: text(),
    before: nullable(jsonb<object>()),
    after: nullable(jsonb<object>()),
    /** The transaction, as a number: a frozen report's snapshot says whether it was seen. */
    xid: bigint(),
    at: instant(),
  },
  indices: [{ name: 'fact_change_by_xid', columns: ['xid'] }],
  checks: [{ name: 'fact_change_of_something', expression: 'num_nonnulls(before, after) > 0' }],
});

/** Since when changes are kept: one row, or none while nothing has been reported. */
export const factHistory = defineTable({
  schema: 'insight',
  name: 'fact_history',
  columns: { began_at: key(instant()) },
});

/** What facts were when a rebuild began, until it ends: empty at all other times. */
export const factHeld = defineTable({
  schema: 'insight',
  name: 'fact_held',
  columns: { relation: key(text()), record: key(text()), held: jsonb<object>() },
});
