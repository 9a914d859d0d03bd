import type { FaultsCounted } from '../../../contracts/events/faults-counted';
import { bigint, int, jsonb, key, nullable, text, texts } from '../../../platform/tables/columns';
import { defineTable } from '../../../platform/tables/define-table';

/**
 * By how many the faults of one kind have changed, one row for each statement that changed them: written by a trigger, and
 * summed by whoever reads.
 */
export const faultTally = defineTable({
  schema: 'intake',
  name: 'fault_tally',
  columns: {
    id: key(bigint()),
    run_id: bigint(),
    owner: nullable(text()),
    code: text(),
    state: text(),
    count: int(),
  },
  indices: [{ name: 'fault_tally_by_run', columns: ['run_id'] }],
});

/** The same of quarantined rows. */
export const quarantineTally = defineTable({
  schema: 'intake',
  name: 'quarantine_tally',
  columns: {
    id: key(bigint()),
    first_run_id: bigint(),
    owner: nullable(text()),
    codes: nullable(texts()),
    state: text(),
    count: int(),
  },
  indices: [{ name: 'quarantine_tally_by_run', columns: ['first_run_id'] }],
});

/** How many open faults and quarantined rows of each keeper's records were told to the other parts last. */
export const toldFaults = defineTable({
  schema: 'intake',
  name: 'told_faults',
  columns: {
    keeper: key(text()),
    open_faults: int(),
    quarantined_rows: int(),
    version: bigint(),
    months: nullable(jsonb<FaultsCounted['months']>()),
    /** How the lists stood when they were counted: not counted again while they stand so. */
    counted_at: nullable(text()),
  },
});
