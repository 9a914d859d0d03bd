import {
  bigint,
  instant,
  int,
  jsonb,
  key,
  nullable,
  text,
  texts,
  withDefault,
} from '../../../platform/tables/columns';
import { defineTable, type RowIn } from '../../../platform/tables/define-table';

export type AmendmentKind = 'correct' | 'dismiss' | 'reopen' | 'confirm' | 'separate' | 'undo';

/** `pending` until an import has carried it out; `undone` when the import that carried it out was undone. */
export type AmendmentState = 'pending' | 'done' | 'refused' | 'undone';

/** What one person decided about a row, a copy or a run. Added once; what became of it is written by imports alone. */
export const amendment = defineTable({
  schema: 'intake',
  name: 'amendment',
  columns: {
    id: key(bigint()),
    kind: text<AmendmentKind>(),
    source: text(),
    /** The part that the row belongs to; null where only admins see it. */
    owner: nullable(text()),
    /** The quarantined row. */
    row_id: nullable(text()),
    /** The fault of the copy. */
    fault_run_id: nullable(bigint()),
    fault_place: nullable(int()),
    /** The run that is undone. */
    undoes_run_id: nullable(bigint()),
    /** The cells as they should read, by their columns. Personal data. */
    cells: nullable(jsonb<Readonly<Record<string, string>>>()),
    /** Codes of the faults that may remain. */
    accepted_faults: nullable(texts()),
    reason: text(),
    decided_by: text(),
    decided_at: instant(),
    state: text<AmendmentState>(),
    /** The run that carried it out. */
    run_id: nullable(bigint()),
    /** Why it could not be carried out, as a code. */
    refusal: nullable(text()),
    /** How often carrying it out has failed. */
    attempts: withDefault(int(), 0),
    /** The role in which it was decided; null for what was decided before this was written down. */
    decided_as: nullable(text()),
    /** The streams that its maker was cleared for then: carrying it out may touch no others. None for admins, who see all. */
    cleared_for: nullable(texts()),
  },
  checks: [
    {
      name: 'amendment_kinds',
      expression: `kind in ('correct', 'dismiss', 'reopen', 'confirm', 'separate', 'undo')`,
    },
    { name: 'amendment_states', expression: `state in ('pending', 'done', 'refused', 'undone')` },
  ],
  indices: [
    { name: 'amendment_pending', columns: ['id'], where: `(state = 'pending')` },
    { name: 'amendment_by_row', columns: ['row_id', 'id'], where: '(row_id IS NOT NULL)' },
    {
      name: 'amendment_by_copy',
      columns: ['fault_run_id', 'fault_place'],
      where: '(fault_run_id IS NOT NULL)',
    },
  ],
});
export type AmendmentRow = RowIn<typeof amendment>;
