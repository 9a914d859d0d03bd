import { EntitySchema } from 'typeorm';
import type { Route } from '../contracts/route';
import type { ClosureReason, Outcome } from '../domain/findings';
import { openWords } from './open-words';

/** A complaint as its stream keeps it: its stages say the rest. A complaint without stages has joined another, or was taken back. */
export interface ComplaintRow {
  id: string;
  authority: string;
  /** Counts the changes, so that readers of its events know an older one. */
  version: number;
}

/** One stage of a complaint. Days are ISO dates in Europe/London. */
export interface StageRow {
  id: string;
  complaint_id: string;
  number: number;
  /** The case system that the record came from. */
  source: string;
  key: string;
  reference: string;
  case_key: string | null;
  parent_key: string | null;
  own_key: string | null;
  route: Route | null;
  received_on: string;
  acknowledged_on: string | null;
  due_on: string | null;
  answered_on: string | null;
  closed_on: string | null;
  ended: boolean;
  outcome: Outcome | null;
  closure_reason: ClosureReason | null;
  closure_code_written: string | null;
  service_id: string | null;
  service_written: string | null;
  directorate_id: string | null;
  theme: string | null;
  channel: string | null;
  channel_written: string | null;
  content_hash: string;
}

/** Personal data of a stage: who complained and what they said. */
export interface AccountRow {
  stage_id: string;
  person: string | null;
  relationship: string | null;
  title: string | null;
  forename: string | null;
  surname: string | null;
  name: string | null;
  email: string | null;
  postcode: string | null;
  summary: string | null;
}

const text = { type: 'text' } as const;
const maybeText = { type: 'text', nullable: true } as const;
const day = { type: 'date' } as const;
const maybeDay = { type: 'date', nullable: true } as const;

/** The tables that every stream has, in the stream's own PostgreSQL schema. */
export function caseTables(schema: string) {
  return {
    complaint: new EntitySchema<ComplaintRow>({
      name: `${schema}.complaint`,
      schema,
      tableName: 'complaint',
      columns: {
        id: { ...text, primary: true, primaryKeyConstraintName: 'complaint_pkey' },
        authority: text,
        version: { type: 'bigint' },
      },
    }),
    stage: new EntitySchema<StageRow>({
      name: `${schema}.stage`,
      schema,
      tableName: 'stage',
      columns: {
        id: { ...text, primary: true, primaryKeyConstraintName: 'stage_pkey' },
        complaint_id: {
          ...text,
          foreignKey: { target: `${schema}.complaint`, name: 'stage_of_complaint' },
        },
        number: { type: 'smallint' },
        source: text,
        key: text,
        reference: text,
        case_key: maybeText,
        parent_key: maybeText,
        own_key: maybeText,
        route: maybeText,
        received_on: day,
        acknowledged_on: maybeDay,
        due_on: maybeDay,
        answered_on: maybeDay,
        closed_on: maybeDay,
        ended: { type: 'boolean' },
        outcome: maybeText,
        closure_reason: maybeText,
        closure_code_written: maybeText,
        service_id: maybeText,
        service_written: maybeText,
        directorate_id: maybeText,
        theme: maybeText,
        channel: maybeText,
        channel_written: maybeText,
        content_hash: text,
      },
      indices: [
        { name: 'stage_by_complaint', columns: ['complaint_id'] },
        { name: 'stage_by_case_key', columns: ['source', 'case_key'], where: '(case_key IS NOT NULL)' },
        { name: 'stage_by_own_key', columns: ['source', 'own_key'] },
        { name: 'stage_by_parent_key', columns: ['source', 'parent_key'], where: '(parent_key IS NOT NULL)' },
        ...openWords.map(({ index: name, column, where }) => ({
          name,
          columns: ['source', column],
          where: `(${where})`,
        })),
      ],
    }),
    account: new EntitySchema<AccountRow>({
      name: `${schema}.account`,
      schema,
      tableName: 'account',
      columns: {
        stage_id: {
          ...text,
          primary: true,
          primaryKeyConstraintName: 'account_pkey',
          foreignKey: { target: `${schema}.stage`, name: 'account_of_stage' },
        },
        person: maybeText,
        relationship: maybeText,
        title: maybeText,
        forename: maybeText,
        surname: maybeText,
        name: maybeText,
        email: maybeText,
        postcode: maybeText,
        summary: maybeText,
      },
    }),
  };
}
