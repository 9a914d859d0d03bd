import {
  bigint,
  boolean,
  day,
  instant,
  int,
  key,
  nullable,
  smallint,
  text,
  texts,
  withDefault,
} from '../../../platform/tables/columns';
import { defineTable, type RowIn } from '../../../platform/tables/define-table';

const stageColumns = {
  authority: text(),
  /** The stream's name in the schema's enum. */
  stream: text(),
  stage: smallint(),
  reference: text(),
  received_on: day(),
  due_on: nullable(day()),
  answered_on: nullable(day()),
  /** Answered on or before the due date; null while it is not answered, or where no due date is known. */
  in_time: nullable(boolean()),
  route: nullable(text()),
  outcome: nullable(text()),
  closure_reason: nullable(text()),
  service_id: nullable(text()),
  directorate_id: nullable(text()),
  theme: nullable(text()),
  channel: nullable(text()),
  /** The partner organisation whose own complaint it is; null for the council's. */
  partner: nullable(text()),
  /** What the reference is sought by, however it is typed. */
  reference_key: text(),
  acknowledged_on: nullable(day()),
  /** Acknowledged on or before its limit; null while it is not acknowledged, or where nothing sets a limit. */
  acknowledged_in_time: nullable(boolean()),
  /** Working days of the stream's calendar from receipt (0) to the answer. */
  days_to_answer: nullable(int()),
  /** The first day on which its complaint reached a stage of a higher number. */
  went_on_on: nullable(day()),
  /** The first day on which any later stage of its complaint was received: with that day it no longer is the latest. */
  followed_on: nullable(day()),
  /** The day on which it ended if none follows; null where it did not, or nobody knows when. */
  closed_on: nullable(day()),
  /** Ended, though nobody knows when; one that went on had ended by then. */
  ended_without_day: withDefault(boolean(), false),
};

/** One stage as figures count it: no personal data. Days are ISO dates in Europe/London. */
export const stageFact = defineTable({
  schema: 'insight',
  name: 'stage_fact',
  columns: { stage_id: key(text()), complaint_id: text(), ...stageColumns },
  indices: [
    { name: 'stage_fact_by_reference_key', columns: ['reference_key'] },
    { name: 'stage_fact_by_received', columns: ['received_on'] },
    {
      name: 'stage_fact_by_partner',
      columns: ['partner', 'stream'],
      where: '(partner IS NOT NULL)',
    },
    {
      name: 'stage_fact_by_answered',
      columns: ['answered_on'],
      where: '(answered_on IS NOT NULL)',
    },
    {
      name: 'stage_fact_by_acknowledged',
      columns: ['acknowledged_on'],
      where: '(acknowledged_on IS NOT NULL)',
    },
    {
      name: 'stage_fact_by_closed',
      columns: ['closed_on'],
      where: '((closed_on IS NOT NULL) AND (followed_on IS NULL))',
    },
    // What is open by service within a month.
    { name: 'stage_fact_by_due', columns: ['due_on'], where: '(due_on IS NOT NULL)' },
    { name: 'stage_fact_by_followed', columns: ['followed_on'], where: '(followed_on IS NOT NULL)' },
    {
      name: 'stage_fact_by_went_on',
      columns: ['went_on_on'],
      where: '(went_on_on IS NOT NULL)',
    },
    {
      name: 'stage_fact_ended_before',
      columns: ['received_on'],
      where:
        '((followed_on < answered_on) OR (closed_on < answered_on) OR ((answered_on IS NULL) AND (closed_on < followed_on)))',
    },
    { name: 'stage_fact_closed_before', columns: ['followed_on'], where: '(closed_on < followed_on)' },
    { name: 'stage_fact_answered_before', columns: ['closed_on'], where: '(answered_on < closed_on)' },
    // Whatever is asked of a service with few complaints, which no other index finds among all the rest.
    { name: 'stage_fact_by_service', columns: ['service_id'] },
  ],
});
export type StageFactRow = RowIn<typeof stageFact>;

/** Claims to a stage that two complaints hold at the moment; see `contested.ts`. Nearly always empty. */
export const contestedStage = defineTable({
  schema: 'insight',
  name: 'contested_stage',
  columns: { stage_id: key(text()), complaint_id: key(text()), ...stageColumns },
  indices: [{ name: 'contested_stage_by_complaint', columns: ['complaint_id'] }],
});

/** One complaint: `received_on` is its first stage's, what follows `version` its latest stage's. */
export const complaintFact = defineTable({
  schema: 'insight',
  name: 'complaint_fact',
  columns: {
    complaint_id: key(text()),
    authority: text(),
    stream: text(),
    status: text(),
    received_on: day(),
    closed_on: nullable(day()),
    version: bigint(),
    due_on: nullable(day()),
    /** All of its stages in order: those that a newer state no longer names are given up. */
    stage_ids: texts(),
    stage: smallint(),
    reference: text(),
    service_id: nullable(text()),
    directorate_id: nullable(text()),
    theme: nullable(text()),
    channel: nullable(text()),
    outcome: nullable(text()),
    partner: nullable(text()),
    /** When the newest state was published, to the millisecond: lists go by it. */
    changed_at: instant(),
  },
  indices: [
    { name: 'complaint_fact_by_received', columns: ['received_on'] },
    // An import publishes many at one moment, and an upgrade all: the id has to be in the index.
    { name: 'complaint_fact_by_changed', columns: ['changed_at', 'complaint_id'] },
    { name: 'complaint_fact_by_due', columns: ['due_on'], where: '(due_on IS NOT NULL)' },
    { name: 'complaint_fact_without_due', columns: ['complaint_id'], where: '(due_on IS NULL)' },
    { name: 'complaint_fact_without_closed', columns: ['complaint_id'], where: '(closed_on IS NULL)' },
    {
      name: 'complaint_fact_open_by_due',
      columns: ['due_on'],
      where: "((status = 'OPEN'::text) AND (due_on IS NOT NULL))",
    },
    {
      name: 'complaint_fact_open',
      columns: ['received_on', 'complaint_id', 'due_on'],
      where: "(status = 'OPEN'::text)",
    },
    {
      name: 'complaint_fact_by_closed',
      columns: ['closed_on'],
      where: '(closed_on IS NOT NULL)',
    },
  ],
});
export type ComplaintFactRow = RowIn<typeof complaintFact>;

/** A complaint that joined another or was removed: its version is remembered, so that an older event never brings it back. */
export const complaintGone = defineTable({
  schema: 'insight',
  name: 'complaint_gone',
  columns: {
    complaint_id: key(text()),
    version: bigint(),
    /** When that was published; null of what went before it was kept. */
    gone_at: nullable(instant()),
  },
  indices: [{ name: 'complaint_gone_by_moment', columns: ['gone_at'] }],
});
