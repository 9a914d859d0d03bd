import { EntitySchema } from 'typeorm';

/** The present state of one row of a source: the row that holds, and where it came from. Personal data. */
export interface HeldRow {
  source: string;
  identity: string;
  content_hash: string;
  last_updated: string | null;
  run_id: number;
  line: number;
  /** The row as it came, in full, or as it was corrected. JSON as written and not `jsonb`: it is kept, not searched. */
  raw: unknown;
  /** The kind of record that it is kept as; null for rows held since before this was written down. */
  keeper: string | null;
  /** The correction by which it is held; null for a row as it came. */
  amendment_id: number | null;
}

/** A fault that a run listed, in the order in which it listed them. */
export interface FaultRow {
  run_id: number;
  place: number;
  /** The part that the row belongs to; null where the row does not tell, and for a fault of the file. */
  owner: string | null;
  line: number;
  column_name: string | null;
  code: string;
  value: string | null;
  action: string;
  /**
   * `mapped` once its word was given a meaning; a copy is `confirmed` as one, or `separated` as a record of its own
   * (`separating` until an import has done it).
   */
  state: 'open' | 'mapped' | 'confirmed' | 'separating' | 'separated';
  /** The amendment that last changed the state. */
  amendment_id: number | null;
  /** A copy that does not hold, in full; null for every other fault. Personal data. */
  raw: unknown;
}

/** A row that could not be counted as it came. Personal data. */
export interface QuarantinedRow {
  source: string;
  content_hash: string;
  /** 1 for the first row of this content in its file. A later load of the same rows adds none. */
  occurrence: number;
  /** Made of the three before, so that a list can name the row without its content. */
  id: string;
  /** The part that the row belongs to, where it tells. */
  owner: string | null;
  /** Where it was met first; with that run, what lists are ordered by. Neither ever changes. */
  first_line: number;
  line: number;
  raw: object;
  /** What is wrong with it: column, code, value and action of each fault. */
  reasons: readonly { readonly code: string }[];
  first_run_id: number;
  last_run_id: number;
  /** `correcting` until an import has carried the correction out. */
  state: 'open' | 'correcting' | 'corrected' | 'dismissed';
  /** The amendment that last changed the state. */
  amendment_id: number | null;
}

export const heldRow = new EntitySchema<HeldRow>({
  name: 'intake.held_row',
  schema: 'intake',
  tableName: 'held_row',
  columns: {
    source: { type: 'text', primary: true, primaryKeyConstraintName: 'held_row_pkey' },
    identity: { type: 'text', primary: true, primaryKeyConstraintName: 'held_row_pkey' },
    content_hash: { type: 'text' },
    last_updated: { type: 'text', nullable: true },
    run_id: { type: 'bigint' },
    line: { type: 'int' },
    raw: { type: 'json' },
    keeper: { type: 'text', nullable: true },
    amendment_id: { type: 'bigint', nullable: true },
  },
});

export const fault = new EntitySchema<FaultRow>({
  name: 'intake.fault',
  schema: 'intake',
  tableName: 'fault',
  columns: {
    run_id: { type: 'bigint', primary: true, primaryKeyConstraintName: 'fault_pkey' },
    place: { type: 'int', primary: true, primaryKeyConstraintName: 'fault_pkey' },
    owner: { type: 'text', nullable: true },
    line: { type: 'int' },
    column_name: { type: 'text', nullable: true },
    code: { type: 'text' },
    value: { type: 'text', nullable: true },
    action: { type: 'text' },
    state: { type: 'text', default: 'open' },
    raw: { type: 'json', nullable: true },
    amendment_id: { type: 'bigint', nullable: true },
  },
  checks: [
    {
      name: 'fault_states',
      expression: `state in ('open', 'mapped', 'confirmed', 'separating', 'separated')`,
    },
  ],
  indices: [
    { name: 'fault_by_code', columns: ['code', 'run_id', 'place'] },
    { name: 'fault_by_state', columns: ['state', 'run_id', 'place'] },
    { name: 'fault_by_line', columns: ['run_id', 'line'] },
    { name: 'fault_by_owner', columns: ['owner', 'run_id', 'place'] },
  ],
});

export const quarantinedRow = new EntitySchema<QuarantinedRow>({
  name: 'intake.quarantined_row',
  schema: 'intake',
  tableName: 'quarantined_row',
  columns: {
    source: { type: 'text', primary: true, primaryKeyConstraintName: 'quarantined_row_pkey' },
    content_hash: { type: 'text', primary: true, primaryKeyConstraintName: 'quarantined_row_pkey' },
    occurrence: { type: 'int', primary: true, primaryKeyConstraintName: 'quarantined_row_pkey' },
    id: { type: 'text' },
    owner: { type: 'text', nullable: true },
    first_line: { type: 'int' },
    line: { type: 'int' },
    raw: { type: 'json' },
    reasons: { type: 'jsonb' },
    first_run_id: { type: 'bigint' },
    last_run_id: { type: 'bigint' },
    state: { type: 'text', default: 'open' },
    amendment_id: { type: 'bigint', nullable: true },
  },
  checks: [
    {
      name: 'quarantined_row_states',
      expression: `state in ('open', 'correcting', 'corrected', 'dismissed')`,
    },
  ],
  indices: [
    { name: 'quarantined_row_by_id', columns: ['id'], unique: true },
    { name: 'quarantined_row_in_order', columns: ['first_run_id', 'first_line', 'id'] },
    { name: 'quarantined_row_by_owner', columns: ['owner', 'first_run_id', 'first_line', 'id'] },
    { name: 'quarantined_row_by_state', columns: ['state', 'first_run_id', 'first_line', 'id'] },
  ],
});
