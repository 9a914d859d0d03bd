import { instant, int, key, text } from '../../../platform/tables/columns';
import { defineTable } from '../../../platform/tables/define-table';

/** A rollup that was found to differ from the facts: it is not read until it is made anew. Empty when all is well. */
export const rollupDrift = defineTable({
  schema: 'insight',
  name: 'rollup_drift',
  columns: { rollup: key(text()), cells: int(), found_at: instant() },
});
