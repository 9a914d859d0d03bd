import { day, instant, key, nullable, text } from '../../../platform/tables/columns';
import { defineTable, type RowIn } from '../../../platform/tables/define-table';

/** An inherited system whose open complaints go on here: no file of it is loaded any more. */
export const systemTakenOver = defineTable({
  schema: 'intake',
  name: 'system_taken_over',
  columns: {
    source: key(text()),
    /** In London. Since that day its complaints are worked on here. */
    on_day: day(),
    taken_over_by: text(),
    reason: text(),
    began_at: instant(),
    /** When the last open complaint went on here; null while some wait. */
    done_at: nullable(instant()),
  },
});
export type SystemTakenOverRow = RowIn<typeof systemTakenOver>;
