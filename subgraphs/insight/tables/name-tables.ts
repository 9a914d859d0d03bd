import { EntitySchema } from 'typeorm';
import type { StreamDescribed } from '../../../casework/events';

/** Directory's service, as its latest event named it. */
export interface ServiceRow {
  id: string;
  name: string;
  former_names: string[];
  directorate_id: string;
  directorate: string;
  version: number;
}

/** Directory's directorate. */
export interface DirectorateRow {
  id: string;
  name: string;
  version: number;
}

/** One line of the team's list of what was recorded when; `measure` is the name as written there. */
export interface CoverageRow {
  /** The stream's name in the schema's enum. */
  stream: string;
  measure: string;
  recorded_from: string;
  recorded_to: string | null;
  granularity: string;
  /** It is as if the line had never been: only its version is of use. */
  taken_back: boolean;
  version: number;
}

/** What a stream told of itself. */
export interface StreamDescribedRow {
  stream: string;
  description: StreamDescribed;
  version: number;
}

const text = { type: 'text' } as const;
const version = { type: 'bigint' } as const;

export const service = new EntitySchema<ServiceRow>({
  name: 'insight.service',
  schema: 'insight',
  tableName: 'service',
  columns: {
    id: { ...text, primary: true, primaryKeyConstraintName: 'service_pkey' },
    name: text,
    former_names: { type: 'text', array: true },
    directorate_id: text,
    directorate: text,
    version,
  },
});

export const directorate = new EntitySchema<DirectorateRow>({
  name: 'insight.directorate',
  schema: 'insight',
  tableName: 'directorate',
  columns: {
    id: { ...text, primary: true, primaryKeyConstraintName: 'directorate_pkey' },
    name: text,
    version,
  },
});

export const coverage = new EntitySchema<CoverageRow>({
  name: 'insight.coverage',
  schema: 'insight',
  tableName: 'coverage',
  columns: {
    stream: { ...text, primary: true, primaryKeyConstraintName: 'coverage_pkey' },
    measure: { ...text, primary: true, primaryKeyConstraintName: 'coverage_pkey' },
    recorded_from: { type: 'date', primary: true, primaryKeyConstraintName: 'coverage_pkey' },
    recorded_to: { type: 'date', nullable: true },
    granularity: text,
    taken_back: { type: 'boolean', default: false },
    version,
  },
});

export const streamDescribed = new EntitySchema<StreamDescribedRow>({
  name: 'insight.stream_described',
  schema: 'insight',
  tableName: 'stream_described',
  columns: {
    stream: { ...text, primary: true, primaryKeyConstraintName: 'stream_described_pkey' },
    description: { type: 'jsonb' },
    version,
  },
});
