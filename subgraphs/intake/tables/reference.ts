import { EntitySchema } from 'typeorm';

/** Since when, until when and how finely a stream recorded a measure. */
export interface CoverageRow {
  /** The stream's name in the schema's enum. */
  stream: string;
  measure: string;
  recorded_from: string;
  recorded_to: string | null;
  granularity: 'day' | 'year';
  /** It is as if the line had never been: only its version is of use. */
  taken_back: boolean;
  /** Counts the changes. */
  version: number;
}

/** A name that directory published: the importers look up by it what an inherited system means. */
export interface KnownNameRow {
  kind: 'service' | 'directorate' | 'channel';
  id: string;
  name: string;
  other_names: string[];
  version: number;
}

export const coverage = new EntitySchema<CoverageRow>({
  name: 'intake.coverage',
  schema: 'intake',
  tableName: 'coverage',
  columns: {
    stream: { type: 'text', primary: true, primaryKeyConstraintName: 'coverage_pkey' },
    measure: { type: 'text', primary: true, primaryKeyConstraintName: 'coverage_pkey' },
    recorded_from: { type: 'date', primary: true, primaryKeyConstraintName: 'coverage_pkey' },
    recorded_to: { type: 'date', nullable: true },
    granularity: { type: 'text' },
    taken_back: { type: 'boolean', default: false },
    version: { type: 'bigint' },
  },
});

export const knownName = new EntitySchema<KnownNameRow>({
  name: 'intake.known_name',
  schema: 'intake',
  tableName: 'known_name',
  columns: {
    kind: { type: 'text', primary: true, primaryKeyConstraintName: 'known_name_pkey' },
    id: { type: 'text', primary: true, primaryKeyConstraintName: 'known_name_pkey' },
    name: { type: 'text' },
    other_names: { type: 'text', array: true },
    version: { type: 'bigint' },
  },
});
