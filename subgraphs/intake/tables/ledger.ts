import { EntitySchema } from 'typeorm';

/**
 * How an import stands. `interrupted`: its process ended without a word; the same import again completes it.
 * `undoing`: its records are being taken back, and nothing else of the source happens before that is done. `undone`: nothing that it brought is left, but for this entry.
 */
export type RunState = 'running' | 'loaded' | 'refused' | 'failed' | 'interrupted' | 'undoing' | 'undone';

/** One import in the ledger. Counts are null unless it was loaded. */
export interface ImportRunRow {
  id: number;
  source: string;
  /** The file's name without its folder. */
  file: string;
  /** Of the file's bytes, in hexadecimal; null where it was not read to its end. */
  sha256: string | null;
  state: RunState;
  started_at: Date;
  ended_at: Date | null;
  read: number | null;
  loaded: number | null;
  updated: number | null;
  copies: number | null;
  left_out: number | null;
  quarantined: number | null;
  /** Why a refused run was refused, as a code. */
  refusal: string | null;
  /** A file as it came, or one row of it as somebody corrected it. */
  kind: 'file' | 'correction';
  /** What a correction carries out. */
  amendment_id: number | null;
  /** How many records were held, when it was settled, that the source's newest whole file had no row for. */
  vanished: number | null;
  undone_at: Date | null;
  undone_by: string | null;
}

/** How often a run met one fault, or left rows out for one reason. */
export interface RunTallyRow {
  run_id: number;
  kind: 'fault' | 'left_out';
  name: string;
  count: number;
}

const count = { type: 'int', nullable: true } as const;

export const importRun = new EntitySchema<ImportRunRow>({
  name: 'intake.import_run',
  schema: 'intake',
  tableName: 'import_run',
  columns: {
    id: { type: 'bigint', primary: true, primaryKeyConstraintName: 'import_run_pkey' },
    source: { type: 'text' },
    file: { type: 'text' },
    sha256: { type: 'text', nullable: true },
    state: { type: 'text' },
    started_at: { type: 'timestamptz' },
    ended_at: { type: 'timestamptz', nullable: true },
    read: count,
    loaded: count,
    updated: count,
    copies: count,
    left_out: count,
    quarantined: count,
    refusal: { type: 'text', nullable: true },
    kind: { type: 'text', default: 'file' },
    amendment_id: { type: 'bigint', nullable: true },
    vanished: count,
    undone_at: { type: 'timestamptz', nullable: true },
    undone_by: { type: 'text', nullable: true },
  },
  checks: [
    {
      name: 'import_run_states',
      expression: `state in ('running', 'loaded', 'refused', 'failed', 'interrupted', 'undone', 'undoing')`,
    },
    { name: 'import_run_kinds', expression: `kind in ('file', 'correction')` },
    {
      name: 'import_run_adds_up',
      expression: `state <> 'loaded' or (read is not null and read = loaded + copies + left_out + quarantined)`,
    },
  ],
  indices: [{ name: 'import_run_by_source', columns: ['source', 'id'] }],
});

export const runTally = new EntitySchema<RunTallyRow>({
  name: 'intake.run_tally',
  schema: 'intake',
  tableName: 'run_tally',
  columns: {
    run_id: { type: 'bigint', primary: true, primaryKeyConstraintName: 'run_tally_pkey' },
    kind: { type: 'text', primary: true, primaryKeyConstraintName: 'run_tally_pkey' },
    name: { type: 'text', primary: true, primaryKeyConstraintName: 'run_tally_pkey' },
    count: { type: 'int' },
  },
});
