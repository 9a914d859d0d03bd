import {
  bigint,
  boolean,
  instant,
  int,
  jsonb,
  key,
  nullable,
  text,
  withDefault,
} from '../../../platform/tables/columns';
import { defineTable, type RowIn } from '../../../platform/tables/define-table';

/** `undo` stands for an amendment, which says how it stands; the others say so themselves. */
export type JobKind = 'import' | 'dry_run' | 'undo' | 'search' | 'rebuild';

export type JobState = 'waiting' | 'working' | 'cancelling' | 'done' | 'refused' | 'failed' | 'cancelled';

/** A name and how often it was met. */
interface Tally {
  readonly name: string;
  readonly count: number;
}

/** One kind of fault that a file had. Nothing personal: values of personal columns are null. */
export interface KeptFault {
  readonly code: string;
  readonly count: number;
  readonly action: string;
  readonly first: readonly {
    readonly line: number;
    readonly column: string | null;
    readonly value: string | null;
  }[];
}

/** What came of a file, as it is kept with its job. */
export interface KeptOutcome {
  readonly read: number;
  readonly loaded: number;
  readonly updated: number;
  readonly copies: number;
  readonly leftOut: number;
  readonly quarantined: number;
  readonly leftOutFor: readonly Tally[];
  readonly faults: readonly KeptFault[];
  readonly notes: readonly string[];
}

/** Long work: who asked for it, how it stands, and what came of it. */
export const job = defineTable({
  schema: 'intake',
  name: 'job',
  columns: {
    id: key(bigint()),
    kind: text<JobKind>(),
    state: text<JobState>(),
    source: nullable(text()),
    /** The file's name, for people. */
    file: nullable(text()),
    bytes: nullable(bigint()),
    sha256: nullable(text()),
    /** What the file is called in the spool folder; null where it has none there. */
    upload: nullable(text()),
    asked_by: text(),
    asked_at: instant(),
    started_at: nullable(instant()),
    ended_at: nullable(instant()),
    /** How often it was begun. Whoever works on it says with each word which of these they are. */
    attempts: withDefault(int(), 0),
    /** From here on it goes on to its end. */
    is_recording: withDefault(boolean(), false),
    done: nullable(int()),
    /** How many there will be, where that is known. */
    expected: nullable(int()),
    outcome: nullable(jsonb<KeptOutcome>()),
    refusal: nullable(text()),
    message: nullable(text()),
    cancelled_by: nullable(text()),
    /** When the one who asked looked at what came of it. */
    seen_at: nullable(instant()),
    /** Until when its file is kept, once it has ended. */
    kept_until: nullable(instant()),
    /** The job that took its file over. */
    next_job_id: nullable(bigint()),
    /** Where in the watched folder its file came from; null where it came another way. */
    watched: nullable(text()),
    /** When its file was moved out of the way there. */
    filed_at: nullable(instant()),
    /** The amendment that an undo carries out. */
    amendment_id: nullable(bigint()),
    /** How often the ledger had changed when this search was cancelled: until it changes again none begins by itself. */
    put_off_at: nullable(bigint()),
  },
  checks: [
    { name: 'job_kinds', expression: `kind in ('import', 'dry_run', 'undo', 'search', 'rebuild')` },
    {
      name: 'job_states',
      expression: `state in ('waiting', 'working', 'cancelling', 'done', 'refused', 'failed', 'cancelled')`,
    },
  ],
  indices: [
    {
      name: 'job_under_way',
      columns: ['id'],
      where: `(state = ANY (ARRAY['waiting'::text, 'working'::text, 'cancelling'::text]))`,
    },
    { name: 'job_put_off', columns: ['put_off_at'], where: '(put_off_at IS NOT NULL)' },
    { name: 'job_by_who_asked', columns: ['asked_by', 'id'] },
    { name: 'job_by_upload', columns: ['upload'], where: '(upload IS NOT NULL)', unique: true },
    {
      name: 'job_watched',
      columns: ['watched'],
      where: '((watched IS NOT NULL) AND (filed_at IS NULL))',
      unique: true,
    },
  ],
});
export type JobRow = RowIn<typeof job>;
