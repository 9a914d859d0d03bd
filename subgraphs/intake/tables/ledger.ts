import {
  bigint,
  day,
  instant,
  int,
  key,
  nullable,
  text,
  texts,
  withDefault,
} from '../../../platform/tables/columns';
import { defineTable, type RowIn } from '../../../platform/tables/define-table';

/**
 * How an import stands. `interrupted`: its process ended without saying so; the same import again completes it.
 * `undoing`: its records are being removed, and nothing else of the source happens before that is done. `undone`:
 * nothing that it brought is left, except this entry.
 */
export type RunState = 'running' | 'loaded' | 'refused' | 'failed' | 'interrupted' | 'undoing' | 'undone';

/** One import in the ledger. Counts are null unless it was loaded. */
export const importRun = defineTable({
  schema: 'intake',
  name: 'import_run',
  columns: {
    id: key(bigint()),
    source: text(),
    /** The file's name without its folder. */
    file: text(),
    /** Of the file's bytes, in hexadecimal; null where it was not read to its end. */
    sha256: nullable(text()),
    state: text<RunState>(),
    started_at: instant(),
    ended_at: nullable(instant()),
    read: nullable(int()),
    loaded: nullable(int()),
    updated: nullable(int()),
    copies: nullable(int()),
    left_out: nullable(int()),
    quarantined: nullable(int()),
    /** Why a refused run was refused, as a code. */
    refusal: nullable(text()),
    /** A file as it came, or one row of it as somebody corrected it. */
    kind: withDefault(text<'file' | 'correction'>(), 'file'),
    /** What a correction carries out. */
    amendment_id: nullable(bigint()),
    /** How many records were held, when it was settled, that the source's newest whole file had no row for. */
    vanished: nullable(int()),
    undone_at: nullable(instant()),
    undone_by: nullable(text()),
    /** The first and the newest day that its rows speak of; null where they speak of none, or this was not noted yet. */
    first_day: nullable(day()),
    last_day: nullable(day()),
    /** Who keeps its rows; null with the days. */
    keepers: nullable(texts()),
    /** The long work that made it; null for what the import command made, and for corrections. */
    job_id: nullable(bigint()),
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
  indices: [
    { name: 'import_run_by_source', columns: ['source', 'id'] },
    { name: 'import_run_by_job', columns: ['job_id'], where: '(job_id IS NOT NULL)' },
  ],
});

/** Of which days a source's runs in effect speak, as it was published last. */
export const sourceReach = defineTable({
  schema: 'intake',
  name: 'source_reach',
  columns: { source: key(text()), version: bigint() },
});

export type ImportRunRow = RowIn<typeof importRun>;

/** How often a run met one fault, or left rows out for one reason. */
export const runTally = defineTable({
  schema: 'intake',
  name: 'run_tally',
  columns: {
    run_id: key(bigint()),
    kind: key(text<'fault' | 'left_out'>()),
    name: key(text()),
    count: int(),
  },
});
export type RunTallyRow = RowIn<typeof runTally>;
