import { bigint, boolean, instant, int, key, nullable, text } from '../../../platform/tables/columns';
import { defineTable } from '../../../platform/tables/define-table';

/** What people decided on targets: who, when and why with each. Of one target the highest version holds; none is changed. */
export const targetDecision = defineTable({
  schema: 'insight',
  name: 'target_decision',
  columns: {
    /** Of the target: what it is of, and the year. */
    id: key(text()),
    version: key(int()),
    measure: text(),
    financial_year: text(),
    /** Null of all, as each of the next. */
    stream: nullable(text()),
    stage: nullable(int()),
    directorate_id: nullable(text()),
    service_id: nullable(text()),
    /** Millionths of the measure's unit, so that a target is exactly what was written. */
    value_millionths: bigint(),
    /** Millionths of a point of a hundred for a rate, else of the measure's unit. */
    tolerance_millionths: bigint(),
    reason: text(),
    is_ended: boolean(),
    decided_by: text(),
    decided_at: instant(),
  },
});
