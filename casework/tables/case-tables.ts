import type { Route } from '../../contracts/route';
import type { ClosureReason, Outcome } from '../../domain/findings';
import {
  bigint,
  boolean,
  day,
  key,
  nullable,
  type RowOf,
  references,
  smallint,
  text,
  withDefault,
} from '../../platform/tables/columns';
import { defineTable } from '../../platform/tables/define-table';
import { wordColumns } from '../reference/decided-words';

/** A complaint as its stream keeps it: its stages say the rest. A complaint without stages has joined another, or was removed. */
const complaintColumns = {
  id: key(text()),
  authority: text(),
  /** Counts the changes, so that readers of its events know an older one. */
  version: bigint(),
};
export type ComplaintRow = RowOf<typeof complaintColumns>;

/** One stage of a complaint. Days are ISO dates in Europe/London. */
const stageColumns = {
  id: key(text()),
  complaint_id: text(),
  number: smallint(),
  /** The case system that the record came from. */
  source: text(),
  key: text(),
  reference: text(),
  case_key: nullable(text()),
  parent_key: nullable(text()),
  own_key: nullable(text()),
  route: nullable(text<Route>()),
  received_on: day(),
  acknowledged_on: nullable(day()),
  due_on: nullable(day()),
  answered_on: nullable(day()),
  closed_on: nullable(day()),
  ended: boolean(),
  outcome: nullable(text<Outcome>()),
  closure_reason: nullable(text<ClosureReason>()),
  closure_code_written: nullable(text()),
  service_id: nullable(text()),
  service_written: nullable(text()),
  directorate_id: nullable(text()),
  theme: nullable(text()),
  channel: nullable(text()),
  channel_written: nullable(text()),
  content_hash: text(),
  /** Whether people decide what a word means: it is written, and its importer knew no meaning of it. */
  service_decided: withDefault(boolean(), false),
  channel_decided: withDefault(boolean(), false),
  closure_code_decided: withDefault(boolean(), false),
};
export type StageRow = RowOf<typeof stageColumns>;

/** Personal data of a stage: who complained and what they said. */
const accountColumns = {
  stage_id: key(text()),
  person: nullable(text()),
  relationship: nullable(text()),
  title: nullable(text()),
  forename: nullable(text()),
  surname: nullable(text()),
  name: nullable(text()),
  email: nullable(text()),
  postcode: nullable(text()),
  summary: nullable(text()),
};
export type AccountRow = RowOf<typeof accountColumns>;

const described = new Map<string, CaseTables>();
export type CaseTables = ReturnType<typeof describeTables>;

/** The tables that every stream has, in the stream's own PostgreSQL schema; the same objects each time. */
export function caseTables(schema: string): CaseTables {
  const tables = described.get(schema) ?? describeTables(schema);
  described.set(schema, tables);
  return tables;
}

const describeTables = (schema: string) => ({
  complaint: defineTable({ schema, name: 'complaint', columns: complaintColumns }),
  stage: defineTable({
    schema,
    name: 'stage',
    columns: {
      ...stageColumns,
      complaint_id: references(text(), `${schema}.complaint`, 'stage_of_complaint'),
    },
    indices: [
      { name: 'stage_by_complaint', columns: ['complaint_id'] },
      { name: 'stage_by_case_key', columns: ['source', 'case_key'], where: '(case_key IS NOT NULL)' },
      { name: 'stage_by_own_key', columns: ['source', 'own_key'] },
      { name: 'stage_by_reference', columns: ['reference'] },
      { name: 'stage_by_service', columns: ['service_id', 'received_on', 'id'] },
      { name: 'stage_by_parent_key', columns: ['source', 'parent_key'], where: '(parent_key IS NOT NULL)' },
      ...wordColumns.map(({ index: name, column, isDecided }) => ({
        name,
        columns: ['source', column],
        where: isDecided,
      })),
    ],
  }),
  account: defineTable({
    schema,
    name: 'account',
    columns: {
      ...accountColumns,
      stage_id: references(key(text()), `${schema}.stage`, 'account_of_stage'),
    },
  }),
});
