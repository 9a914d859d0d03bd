import type { OmbudsmanBody } from '../../contracts/ombudsman-body';
import { sourceReachTable } from '../../counting/source-reach';
import type { HousingFinding, LgscoDecision } from '../../domain/enquiries/decisions';
import { removedTable } from '../../platform/records/removals';
import {
  bigint,
  boolean,
  day,
  instant,
  key,
  nullable,
  references,
  smallint,
  text,
} from '../../platform/tables/columns';
import { defineTable, type RowIn } from '../../platform/tables/define-table';
import { bankHoliday, closedComplaint, commandDone, enquiryEntry, enquiryWords } from './enquiries/tables';
import { removableCases } from './records/removable';

/** One ombudsman's case. Days are ISO dates in Europe/London. */
export const ombudsmanCase = defineTable({
  schema: 'ombudsman',
  name: 'ombudsman_case',
  columns: {
    id: key(text()),
    authority: text(),
    body: text<OmbudsmanBody>(),
    /** As written. */
    reference: text(),
    /** As written; what complaints are found by are the two keys made of it. */
    our_reference: nullable(text()),
    our_reference_key: nullable(text()),
    our_reference_digits: nullable(text()),
    /** The stream's name in the schema's enum. */
    stream: nullable(text()),
    stream_written: nullable(text()),
    partner: nullable(text()),
    received_on: day(),
    reply_due_on: nullable(day()),
    reply_sent_on: nullable(day()),
    decided_on: nullable(day()),
    decision: nullable(text()),
    upheld: nullable(boolean()),
    lgsco_decision: nullable(text<LgscoDecision>()),
    /** The complaint that has our reference, as far as the streams have published; null while none has. */
    complaint_id: nullable(text()),
    content_hash: text(),
    /** When anything of it last changed; the database keeps it. */
    changed_at: instant(),
    /** Counts the changes, so that readers of its events know an older one. */
    version: bigint(),
  },
  indices: [
    { name: 'ombudsman_case_by_complaint', columns: ['complaint_id'] },
    { name: 'ombudsman_case_by_our_reference', columns: ['our_reference_key'] },
    { name: 'ombudsman_case_by_our_digits', columns: ['our_reference_digits'] },
    { name: 'ombudsman_case_by_received', columns: ['received_on', 'id'] },
    { name: 'ombudsman_case_by_changed', columns: ['changed_at', 'id'] },
  ],
});
export type CaseRow = RowIn<typeof ombudsmanCase>;

/** What findings and remedies begin with: their case, their place in it, and whose case it is. */
const partOf = (table: string) => ({
  case_id: references(key(text()), 'ombudsman.ombudsman_case', `${table}_of_case`),
  place: key(smallint()),
  partner: nullable(text()),
});

/** One finding of the Housing Ombudsman. */
export const finding = defineTable({
  schema: 'ombudsman',
  name: 'finding',
  columns: {
    ...partOf('finding'),
    issue: nullable(text()),
    finding: text(),
    category: nullable(text<HousingFinding>()),
  },
});
export type FindingRow = RowIn<typeof finding>;

/** Something that the council was to do. */
export const remedy = defineTable({
  schema: 'ombudsman',
  name: 'remedy',
  columns: {
    ...partOf('remedy'),
    text: nullable(text()),
    due_on: nullable(day()),
    done_on: nullable(day()),
  },
});
export type RemedyRow = RowIn<typeof remedy>;

/** A case that was removed: its version is remembered, so that it goes on when the case is kept again. */
const caseGone = defineTable({
  schema: 'ombudsman',
  name: 'case_gone',
  columns: { id: key(text()), version: bigint(), gone_at: nullable(instant()) },
});

/**
 * A reference of a complaint, as its stream published it. A complaint that joined another or was removed keeps one row
 * with an empty key, so that its version is remembered and an older event brings nothing back.
 */
export const referenceOfComplaint = defineTable({
  schema: 'ombudsman',
  name: 'reference_of_complaint',
  columns: {
    complaint_id: key(text()),
    reference_key: key(text()),
    stream: text(),
    /** Of the stage that has it; null for an empty key. */
    received_on: nullable(day()),
    version: bigint(),
  },
  indices: [{ name: 'reference_of_complaint_by_key', columns: ['reference_key'] }],
});
export type ReferenceRow = RowIn<typeof referenceOfComplaint>;

/** Of which days each inherited system's records speak. */
const sourceReach = sourceReachTable('ombudsman');

/** The tables of the schema `ombudsman`, for the drift test; the migrations make them. */
export const tables = [
  ombudsmanCase,
  finding,
  remedy,
  caseGone,
  removedTable(removableCases),
  referenceOfComplaint,
  sourceReach,
  enquiryEntry,
  enquiryWords,
  commandDone,
  closedComplaint,
  bankHoliday,
].map(({ entity }) => entity);
