import { EntitySchema } from 'typeorm';

/** A name that directory tells others: of a directorate, a service or a channel. Reference data, no records. */
export interface NamedRow {
  kind: string;
  id: string;
  name: string;
  /** Counts the changes. */
  version: number;
  /** The event's payload, as it was last told. */
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
