import {
  bigint,
  boolean,
  day,
  instant,
  key,
  nullable,
  text,
  texts,
  withDefault,
} from '../../../platform/tables/columns';
import { defineTable, type RowIn } from '../../../platform/tables/define-table';

/** Since when, until when and how finely a stream recorded a measure. */
export const coverage = defineTable({
  schema: 'intake',
  name: 'coverage',
  columns: {
    /** The stream's name in the schema's enum. */
    stream: key(text()),
    measure: key(text()),
    recorded_from: key(day()),
    recorded_to: nullable(day()),
    granularity: text<'day' | 'year'>(),
    /** The line was removed: only its version is of use. */
    taken_back: withDefault(boolean(), false),
    /** Somebody decided that it does not hold. */
    retracted: withDefault(boolean(), false),
    /** Counts the changes. */
    version: bigint(),
  },
});

/** What somebody decided on a line of coverage: added to, never changed. */
export const coverageDecision = defineTable({
  schema: 'intake',
  name: 'coverage_decision',
  columns: {
    id: key(bigint()),
    stream: text(),
    measure: text(),
    recorded_from: day(),
    is_retracted: boolean(),
    reason: text(),
    decided_by: text(),
    decided_at: instant(),
  },
  indices: [{ name: 'coverage_decision_by_line', columns: ['stream', 'measure', 'recorded_from'] }],
});
export type CoverageDecisionRow = RowIn<typeof coverageDecision>;

/** A name that directory published: the importers look up by it what an inherited system means. */
export const knownName = defineTable({
  schema: 'intake',
  name: 'known_name',
  columns: {
    kind: key(text<'service' | 'directorate' | 'channel'>()),
    id: key(text()),
    name: text(),
    other_names: texts(),
    version: bigint(),
  },
});
export type KnownNameRow = RowIn<typeof knownName>;

/**
 * Which service each record of a complaint belongs to, as its stream published it: no personal data. A complaint that
 * joined another or was removed keeps its row without records, so that an older event brings nothing back.
 */
export const complaintService = defineTable({
  schema: 'intake',
  name: 'complaint_service',
  columns: {
    complaint_id: key(text()),
    /** As the stream's records are called by their keeper. */
    stream: text(),
    /** The references of its stages, by which their records are held. */
    records: texts(),
    /** The service of each, by its place; an empty text where it has none. */
    service_ids: texts(),
    version: bigint(),
  },
});
export type ComplaintServiceRow = RowIn<typeof complaintService>;

/** A record whose complaint is closed to some: its rows as they came are read by nobody. Numbers of records, and no person. */
export const closedRecord = defineTable({
  schema: 'intake',
  name: 'closed_record',
  columns: { complaint_id: key(text()), source: key(text()), record: key(text()) },
  indices: [{ name: 'closed_record_by_record', columns: ['source', 'record'] }],
});
