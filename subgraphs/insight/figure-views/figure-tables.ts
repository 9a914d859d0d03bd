import { day, instant, jsonb, key, nullable, text } from '../../../platform/tables/columns';
import { defineTable } from '../../../platform/tables/define-table';

/** A set of figures as it was counted last; nulls until it is counted for the first time, or anew. */
export const figureSet = defineTable({
  schema: 'insight',
  name: 'figure_set',
  columns: {
    name: key(text()),
    /** From what it was counted, as `STATE` names it. */
    state: nullable(text()),
    as_at: nullable(day()),
    counted_at: nullable(instant()),
  },
});

/** One row of a set of figures, as the graph told it. */
export const figureRow = defineTable({
  schema: 'insight',
  name: 'figure_row',
  columns: {
    figure_set: key(text()),
    id: key(text()),
    /** Dimensions and figures, by the names of the graph's fields. */
    figures: jsonb<Readonly<Record<string, unknown>>>(),
  },
});
