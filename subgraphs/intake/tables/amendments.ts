import { EntitySchema } from 'typeorm';

export type AmendmentKind = 'correct' | 'dismiss' | 'reopen' | 'confirm' | 'separate' | 'undo';

/** `pending` until an import has carried it out; `undone` when the import that carried it out was undone. */
export type AmendmentState = 'pending' | 'done' | 'refused' | 'undone';

/** What one person decided about a row, a copy or a run. Added once; what became of it is written by imports alone. */
export interface AmendmentRow {
  id: number;
  kind: AmendmentKind;
  source: string;
  /** The part that the row belongs to; null where only admins see it. */
  owner: string | null;
  /** The quarantined row. */
  row_id: string | null;
  /** The fault of the copy. */
  fault_run_id: number | null;
  fault_place: number | null;
  /** The run that is undone. */
  undoes_run_id: number | null;
  /** The cells as they should read, by their columns. Personal data. */
  cells: Readonly<Record<string, string>> | null;
  /** Codes of the faults that may remain. */
  accepted_faults: string[] | null;
  reason: string;
  decided_by: string;
  decided_at: Date;
  state: AmendmentState;
  /** The run that carried it out. */
  run_id: number | null;
  /** Why it could not be carried out, as a code. */
  refusal: string | null;
  /** How often carrying it out has failed. */
  attempts: number;
}

const maybeText = { type: 'text', nullable: true } as const;
const maybeNumber = { type: 'bigint', nullable: true } as const;

export const amendment = new EntitySchema<AmendmentRow>({
  name: 'intake.amendment',
  schema: 'intake',
  tableName: 'amendment',
  columns: {
    id: { type: 'bigint', primary: true, primaryKeyConstraintName: 'amendment_pkey' },
    kind: { type: 'text' },
    source: { type: 'text' },
    owner: maybeText,
    row_id: maybeText,
    fault_run_id: maybeNumber,
    fault_place: { type: 'int', nullable: true },
    undoes_run_id: maybeNumber,
    cells: { type: 'jsonb', nullable: true },
    accepted_faults: { type: 'text', array: true, nullable: true },
    reason: { type: 'text' },
    decided_by: { type: 'text' },
    decided_at: { type: 'timestamptz' },
    state: { type: 'text' },
    run_id: maybeNumber,
    refusal: maybeText,
    attempts: { type: 'int', default: 0 },
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
