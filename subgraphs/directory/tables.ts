import { EntitySchema } from 'typeorm';
import type { Decision } from './words/decisions';

/** A name that directory publishes: of a directorate, a service or a channel. Reference data, no records. */
export interface NamedRow {
  kind: string;
  id: string;
  name: string;
  /** Counts the changes. */
  version: number;
  /** The event's payload, as it was last published. */
  payload: unknown;
}

/** All names, one row each: they differ only in what their events say. */
export const named = new EntitySchema<NamedRow>({
  name: 'directory.named',
  schema: 'directory',
  tableName: 'named',
  columns: {
    kind: { type: 'text', primary: true, primaryKeyConstraintName: 'named_pkey' },
    id: { type: 'text', primary: true, primaryKeyConstraintName: 'named_pkey' },
    name: { type: 'text' },
    version: { type: 'bigint' },
    payload: { type: 'jsonb' },
  },
});

/** What people decided that words mean: who and when with each. */
export const wordDecision = new EntitySchema<Decision>({
  name: 'directory.word_decision',
  schema: 'directory',
  tableName: 'word_decision',
  columns: {
    subject: { type: 'text', primary: true, primaryKeyConstraintName: 'word_decision_pkey' },
    from_day: { type: 'date', primary: true, primaryKeyConstraintName: 'word_decision_pkey' },
    kind: { type: 'text' },
    source: { type: 'text', nullable: true },
    word: { type: 'text' },
    written: { type: 'text' },
    means: { type: 'jsonb' },
    decided_by: { type: 'text' },
    decided_at: { type: 'timestamptz' },
  },
  indices: [{ name: 'word_decision_by_time', columns: ['decided_at'] }],
});
