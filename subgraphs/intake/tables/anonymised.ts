import { instant, key, nullable, text } from '../../../platform/tables/columns';
import { defineTable } from '../../../platform/tables/define-table';

/** A record of which nothing personal is kept: none of its rows may hold anybody, now or ever after. */
export const anonymisedRecord = defineTable({
  schema: 'intake',
  name: 'anonymised_record',
  columns: {
    source: key(text()),
    record: key(text()),
    /** What people know it by: rows that were kept back name it so. */
    reference: key(text()),
    complaint_id: text(),
    /** When its people were taken out of what was kept; null while they wait for it. */
    taken_out_at: nullable(instant()),
  },
  indices: [{ name: 'anonymised_record_waiting', columns: ['source'], where: '(taken_out_at IS NULL)' }],
});
