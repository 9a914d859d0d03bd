import { EntitySchema } from 'typeorm';

/** One stage as figures count it: no personal data. Days are ISO dates in Europe/London. */
export interface StageFactRow {
  stage_id: string;
  complaint_id: string;
  authority: string;
  /** The stream's name in the schema's enum. */
  stream: string;
  stage: number;
  reference: string;
  received_on: string;
  due_on: string | null;
  answered_on: string | null;
  /** Answered on or before the due date; null while it is not answered, or where no due date is known. */
  in_time: boolean | null;
  route: string | null;
  outcome: string | null;
  closure_reason: string | null;
  service_id: string | null;
  directorate_id: string | null;
  theme: string | null;
  channel: string | null;
  /** The partner organisation whose own complaint it is; null for the council's. */
  partner: string | null;
}

/** One complaint: `received_on` is its first stage's, what follows `version` its latest stage's. */
export interface ComplaintFactRow {
  complaint_id: string;
  authority: string;
  stream: string;
  status: string;
  received_on: string;
  closed_on: string | null;
  version: number;
  due_on: string | null;
  /** All of its stages in order: what a newer state no longer names is let go. */
  stage_ids: string[];
  stage: number;
  reference: string;
  service_id: string | null;
  directorate_id: string | null;
  theme: string | null;
  channel: string | null;
  outcome: string | null;
  partner: string | null;
}

/** A complaint that joined another or was taken back: its version is remembered, so that an older event never brings it back. */
export interface ComplaintGoneRow {
  complaint_id: string;
  version: number;
}

const text = { type: 'text' } as const;
const maybeText = { type: 'text', nullable: true } as const;
const day = { type: 'date' } as const;
const maybeDay = { type: 'date', nullable: true } as const;

const stageColumns = {
  authority: text,
  stream: text,
  stage: { type: 'smallint' },
  reference: text,
  received_on: day,
  due_on: maybeDay,
  answered_on: maybeDay,
  in_time: { type: 'boolean', nullable: true },
  route: maybeText,
  outcome: maybeText,
  closure_reason: maybeText,
  service_id: maybeText,
  directorate_id: maybeText,
  theme: maybeText,
  channel: maybeText,
  partner: maybeText,
} as const;

export const stageFact = new EntitySchema<StageFactRow>({
  name: 'insight.stage_fact',
  schema: 'insight',
  tableName: 'stage_fact',
  columns: {
    stage_id: { ...text, primary: true, primaryKeyConstraintName: 'stage_fact_pkey' },
    complaint_id: text,
    ...stageColumns,
  },
  indices: [
    { name: 'stage_fact_by_reference', columns: ['reference'] },
    { name: 'stage_fact_by_received', columns: ['received_on'] },
    {
      name: 'stage_fact_by_answered',
      columns: ['answered_on'],
      where: '(answered_on IS NOT NULL)',
    },
    {
      name: 'stage_fact_received_figures',
      columns: ['stream', 'stage', 'received_on', 'route', 'partner'],
    },
    {
      name: 'stage_fact_answered_figures',
      columns: ['stream', 'stage', 'answered_on', 'in_time', 'partner'],
      where: '(answered_on IS NOT NULL)',
    },
    {
      name: 'stage_fact_received_by_service',
      columns: ['service_id', 'directorate_id', 'stream', 'stage', 'received_on', 'route', 'partner'],
    },
    {
      name: 'stage_fact_answered_by_service',
      columns: ['service_id', 'directorate_id', 'stream', 'stage', 'answered_on', 'in_time', 'partner'],
      where: '(answered_on IS NOT NULL)',
    },
  ],
});

/** Claims to a stage that two complaints hold at the moment; see `contested.ts`. Nearly always empty. */
export const contestedStage = new EntitySchema<StageFactRow>({
  name: 'insight.contested_stage',
  schema: 'insight',
  tableName: 'contested_stage',
  columns: {
    stage_id: { ...text, primary: true, primaryKeyConstraintName: 'contested_stage_pkey' },
    complaint_id: { ...text, primary: true, primaryKeyConstraintName: 'contested_stage_pkey' },
    ...stageColumns,
  },
  indices: [{ name: 'contested_stage_by_complaint', columns: ['complaint_id'] }],
});

export const complaintFact = new EntitySchema<ComplaintFactRow>({
  name: 'insight.complaint_fact',
  schema: 'insight',
  tableName: 'complaint_fact',
  columns: {
    complaint_id: { ...text, primary: true, primaryKeyConstraintName: 'complaint_fact_pkey' },
    authority: text,
    stream: text,
    status: text,
    received_on: day,
    closed_on: maybeDay,
    version: { type: 'bigint' },
    due_on: maybeDay,
    stage_ids: { type: 'text', array: true },
    stage: { type: 'smallint' },
    reference: text,
    service_id: maybeText,
    directorate_id: maybeText,
    theme: maybeText,
    channel: maybeText,
    outcome: maybeText,
    partner: maybeText,
  },
  indices: [
    { name: 'complaint_fact_by_received', columns: ['received_on'] },
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
    {
      name: 'complaint_fact_closed_figures',
      columns: ['stream', 'stage', 'closed_on', 'partner'],
      where: '(closed_on IS NOT NULL)',
    },
    {
      name: 'complaint_fact_closed_by_service',
      columns: ['service_id', 'directorate_id', 'stream', 'stage', 'closed_on', 'partner'],
      where: '(closed_on IS NOT NULL)',
    },
  ],
});

export const complaintGone = new EntitySchema<ComplaintGoneRow>({
  name: 'insight.complaint_gone',
  schema: 'insight',
  tableName: 'complaint_gone',
  columns: {
    complaint_id: { ...text, primary: true, primaryKeyConstraintName: 'complaint_gone_pkey' },
    version: { type: 'bigint' },
  },
});
