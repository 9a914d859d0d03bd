import { EntitySchema } from 'typeorm';
import type { OmbudsmanBody, OmbudsmanDescribed } from '../../../casework/events';

/** One ombudsman's case as figures count it. Days are ISO dates in Europe/London. */
export interface OmbudsmanCaseFactRow {
  case_id: string;
  authority: string;
  body: OmbudsmanBody;
  reference: string;
  /** The stream's name in the schema's enum; null for a case of no stream of the council. */
  stream: string | null;
  /** The partner organisation whose own case it is; null for the council's. */
  partner: string | null;
  received_on: string;
  decided_on: string | null;
  upheld: boolean | null;
  complaint_id: string | null;
  version: number;
}

/** A case that was taken back: its version is remembered, so that an older event never brings it back. */
export interface OmbudsmanCaseGoneRow {
  case_id: string;
  version: number;
}

/** What the ombudsmen's part told of itself; one row at most. */
export interface OmbudsmanDescribedRow {
  part: string;
  description: OmbudsmanDescribed;
  version: number;
}

const text = { type: 'text' } as const;
const maybeText = { type: 'text', nullable: true } as const;
const version = { type: 'bigint' } as const;

export const ombudsmanCaseFact = new EntitySchema<OmbudsmanCaseFactRow>({
  name: 'insight.ombudsman_case_fact',
  schema: 'insight',
  tableName: 'ombudsman_case_fact',
  columns: {
    case_id: { ...text, primary: true, primaryKeyConstraintName: 'ombudsman_case_fact_pkey' },
    authority: text,
    body: text,
    reference: text,
    stream: maybeText,
    partner: maybeText,
    received_on: { type: 'date' },
    decided_on: { type: 'date', nullable: true },
    upheld: { type: 'boolean', nullable: true },
    complaint_id: maybeText,
    version,
  },
  indices: [{ name: 'ombudsman_case_fact_by_received', columns: ['received_on'] }],
});

export const ombudsmanCaseGone = new EntitySchema<OmbudsmanCaseGoneRow>({
  name: 'insight.ombudsman_case_gone',
  schema: 'insight',
  tableName: 'ombudsman_case_gone',
  columns: {
    case_id: { ...text, primary: true, primaryKeyConstraintName: 'ombudsman_case_gone_pkey' },
    version,
  },
});

export const ombudsmanDescribed = new EntitySchema<OmbudsmanDescribedRow>({
  name: 'insight.ombudsman_described',
  schema: 'insight',
  tableName: 'ombudsman_described',
  columns: {
    part: { ...text, primary: true, primaryKeyConstraintName: 'ombudsman_described_pkey' },
    description: { type: 'jsonb' },
    version,
  },
});
