import { EntitySchema } from 'typeorm';
import type { OmbudsmanBody } from '../../contracts/ombudsman-body';
import type { HousingFinding, LgscoDecision } from '../../contracts/records/ombudsman-case';

/** One ombudsman's case. Days are ISO dates in Europe/London. */
export interface CaseRow {
  id: string;
  authority: string;
  body: OmbudsmanBody;
  /** As written. */
  reference: string;
  /** As written; what complaints are found by are the two keys made of it. */
  our_reference: string | null;
  our_reference_key: string | null;
  our_reference_digits: string | null;
  /** The stream's name in the schema's enum. */
  stream: string | null;
  stream_written: string | null;
  partner: string | null;
  received_on: string;
  reply_due_on: string | null;
  reply_sent_on: string | null;
  decided_on: string | null;
  decision: string | null;
  upheld: boolean | null;
  lgsco_decision: LgscoDecision | null;
  /** The complaint that has our reference, as far as the streams have published; null while none has. */
  complaint_id: string | null;
  content_hash: string;
  /** Counts the changes, so that readers of its events know an older one. */
  version: number;
}

/** One finding of the Housing Ombudsman. */
export interface FindingRow {
  case_id: string;
  place: number;
  partner: string | null;
  issue: string | null;
  finding: string;
  category: HousingFinding | null;
}

/** Something that the council was to do. */
export interface RemedyRow {
  case_id: string;
  place: number;
  partner: string | null;
  text: string | null;
  due_on: string | null;
  done_on: string | null;
}

/** A case that was taken back: its version is remembered, so that it goes on when the case is kept again. */
export interface CaseGoneRow {
  id: string;
  version: number;
}

/**
 * A reference of a complaint, as its stream published it. A complaint that joined another or was removed keeps one row with an empty
 * key, so that its version is remembered and an older event brings nothing back.
 */
export interface ReferenceRow {
  complaint_id: string;
  reference_key: string;
  stream: string;
  /** Of the stage that has it; null for an empty key. */
  received_on: string | null;
  version: number;
}

const text = { type: 'text' } as const;
const maybeText = { type: 'text', nullable: true } as const;
const maybeDay = { type: 'date', nullable: true } as const;
const bigint = { type: 'bigint' } as const;

const ombudsmanCase = new EntitySchema<CaseRow>({
  name: 'ombudsman.ombudsman_case',
  schema: 'ombudsman',
  tableName: 'ombudsman_case',
  columns: {
    id: { ...text, primary: true, primaryKeyConstraintName: 'ombudsman_case_pkey' },
    authority: text,
    body: text,
    reference: text,
    our_reference: maybeText,
    our_reference_key: maybeText,
    our_reference_digits: maybeText,
    stream: maybeText,
    stream_written: maybeText,
    partner: maybeText,
    received_on: { type: 'date' },
    reply_due_on: maybeDay,
    reply_sent_on: maybeDay,
    decided_on: maybeDay,
    decision: maybeText,
    upheld: { type: 'boolean', nullable: true },
    lgsco_decision: maybeText,
    complaint_id: maybeText,
    content_hash: text,
    version: bigint,
  },
  indices: [
    { name: 'ombudsman_case_by_complaint', columns: ['complaint_id'] },
    { name: 'ombudsman_case_by_our_reference', columns: ['our_reference_key'] },
    { name: 'ombudsman_case_by_our_digits', columns: ['our_reference_digits'] },
  ],
});

const ofCase = (table: string) =>
  ({
    ...text,
    primary: true,
    primaryKeyConstraintName: `${table}_pkey`,
    foreignKey: { target: 'ombudsman.ombudsman_case', name: `${table}_of_case` },
  }) as const;
const placeIn = (table: string) =>
  ({ type: 'smallint', primary: true, primaryKeyConstraintName: `${table}_pkey` }) as const;

const finding = new EntitySchema<FindingRow>({
  name: 'ombudsman.finding',
  schema: 'ombudsman',
  tableName: 'finding',
  columns: {
    case_id: ofCase('finding'),
    place: placeIn('finding'),
    partner: maybeText,
    issue: maybeText,
    finding: text,
    category: maybeText,
  },
});

const remedy = new EntitySchema<RemedyRow>({
  name: 'ombudsman.remedy',
  schema: 'ombudsman',
  tableName: 'remedy',
  columns: {
    case_id: ofCase('remedy'),
    place: placeIn('remedy'),
    partner: maybeText,
    text: maybeText,
    due_on: maybeDay,
    done_on: maybeDay,
  },
});

const caseGone = new EntitySchema<CaseGoneRow>({
  name: 'ombudsman.case_gone',
  schema: 'ombudsman',
  tableName: 'case_gone',
  columns: { id: { ...text, primary: true, primaryKeyConstraintName: 'case_gone_pkey' }, version: bigint },
});

const referenceOfComplaint = new EntitySchema<ReferenceRow>({
  name: 'ombudsman.reference_of_complaint',
  schema: 'ombudsman',
  tableName: 'reference_of_complaint',
  columns: {
    complaint_id: { ...text, primary: true, primaryKeyConstraintName: 'reference_of_complaint_pkey' },
    reference_key: { ...text, primary: true, primaryKeyConstraintName: 'reference_of_complaint_pkey' },
    stream: text,
    received_on: maybeDay,
    version: bigint,
  },
  indices: [{ name: 'reference_of_complaint_by_key', columns: ['reference_key'] }],
});

/** The tables of the schema `ombudsman`, for the drift test; the migrations make them. */
export const tables: readonly EntitySchema[] = [
  ombudsmanCase,
  finding,
  remedy,
  caseGone,
  referenceOfComplaint,
];
