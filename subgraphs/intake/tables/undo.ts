import { EntitySchema } from 'typeorm';

/** That a run took rows for copies, or for older states, of what another run brought: it rests on that one. */
export interface RunBasisRow {
  run_id: number;
  on_run_id: number;
  rows: number;
}

/** A held row as it was before a run replaced it. Personal data. */
export interface ReplacedRow {
  /** The run that replaced it. */
  run_id: number;
  source: string;
  identity: string;
  content_hash: string;
  last_updated: string | null;
  keeper: string | null;
  /** The run that it was held by. */
  held_run_id: number;
  amendment_id: number | null;
  line: number;
  raw: unknown;
}

/** Where a quarantined row had been met before a run met it again. */
export interface MetAgainRow {
  run_id: number;
  row_id: string;
  owner: string | null;
  line: number;
  reasons: unknown;
  met_run_id: number;
}

/** A record that is held though the source's newer files had no row that counts for it. */
export interface VanishedRow {
  source: string;
  identity: string;
  /** The first run that had none. */
  since_run_id: number;
  /** The run that had one again; null while there is none. */
  until_run_id: number | null;
  owner: string | null;
}

const text = { type: 'text' } as const;
const maybeText = { type: 'text', nullable: true } as const;
const run = { type: 'bigint' } as const;
const keyed = (table: string) => ({ primary: true, primaryKeyConstraintName: `${table}_pkey` });

export const runBasis = new EntitySchema<RunBasisRow>({
  name: 'intake.run_basis',
  schema: 'intake',
  tableName: 'run_basis',
  columns: {
    run_id: { ...run, ...keyed('run_basis') },
    on_run_id: { ...run, ...keyed('run_basis') },
    rows: { type: 'int' },
  },
  indices: [{ name: 'run_basis_by_basis', columns: ['on_run_id', 'run_id'] }],
});

export const replacedRow = new EntitySchema<ReplacedRow>({
  name: 'intake.replaced_row',
  schema: 'intake',
  tableName: 'replaced_row',
  columns: {
    run_id: { ...run, ...keyed('replaced_row') },
    source: text,
    identity: { ...text, ...keyed('replaced_row') },
    content_hash: text,
    last_updated: maybeText,
    keeper: maybeText,
    held_run_id: run,
    amendment_id: { type: 'bigint', nullable: true },
    line: { type: 'int' },
    raw: { type: 'json' },
  },
  indices: [{ name: 'replaced_row_by_record', columns: ['source', 'identity', 'run_id'] }],
});

export const metAgain = new EntitySchema<MetAgainRow>({
  name: 'intake.met_again',
  schema: 'intake',
  tableName: 'met_again',
  columns: {
    run_id: { ...run, ...keyed('met_again') },
    row_id: { ...text, ...keyed('met_again') },
    owner: maybeText,
    line: { type: 'int' },
    reasons: { type: 'jsonb' },
    met_run_id: run,
  },
});

export const vanishedRow = new EntitySchema<VanishedRow>({
  name: 'intake.vanished_row',
  schema: 'intake',
  tableName: 'vanished_row',
  columns: {
    source: text,
    identity: { ...text, ...keyed('vanished_row') },
    since_run_id: { ...run, ...keyed('vanished_row') },
    until_run_id: { type: 'bigint', nullable: true },
    owner: maybeText,
  },
  indices: [{ name: 'vanished_row_by_record', columns: ['source', 'identity'] }],
});
