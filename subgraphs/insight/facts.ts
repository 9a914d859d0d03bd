import type { ComplaintChanged, StageFact } from '../../casework/events';
import type { PlacedEvent } from '../../platform/outbox/outbox';
import { type BulkTable, bulkUpsert } from '../../platform/transaction/bulk';
import type { Transaction } from '../../platform/transaction/transaction';
import { setAsideContested, settleContested } from './contested';
import type { ComplaintFactRow, ComplaintGoneRow, StageFactRow } from './fact-tables';
import { newestByKey } from './newest';

/** A complaint's whole state with its version. */
interface Told extends ComplaintChanged {
  readonly version: number;
}

const STAGES: BulkTable<StageFactRow> = {
  table: 'insight.stage_fact',
  key: ['stage_id'],
  columns: {
    stage_id: 'text',
    complaint_id: 'text',
    authority: 'text',
    stream: 'text',
    stage: 'smallint',
    reference: 'text',
    received_on: 'date',
    due_on: 'date',
    answered_on: 'date',
    in_time: 'boolean',
    route: 'text',
    outcome: 'text',
    closure_reason: 'text',
    service_id: 'text',
    directorate_id: 'text',
    theme: 'text',
    channel: 'text',
    partner: 'text',
  },
};
const CONTESTED: BulkTable<StageFactRow> = {
  ...STAGES,
  table: 'insight.contested_stage',
  key: ['stage_id', 'complaint_id'],
};

const COMPLAINTS: BulkTable<ComplaintFactRow> = {
  table: 'insight.complaint_fact',
  key: ['complaint_id'],
  columns: {
    complaint_id: 'text',
    authority: 'text',
    stream: 'text',
    status: 'text',
    received_on: 'date',
    closed_on: 'date',
    version: 'bigint',
    due_on: 'date',
    stage_id: 'text',
    stage: 'smallint',
    reference: 'text',
    service_id: 'text',
    directorate_id: 'text',
    theme: 'text',
    channel: 'text',
    outcome: 'text',
    partner: 'text',
  },
};

const GONE: BulkTable<ComplaintGoneRow> = {
  table: 'insight.complaint_gone',
  key: ['complaint_id'],
  columns: { complaint_id: 'text', version: 'bigint' },
};

/**
 * Brings the facts to the newest state that was told of each complaint. A state no newer than the held one changes
 * nothing. A handful of statements, whatever the number of events.
 */
export async function applyComplaints(
  transaction: Transaction,
  events: readonly PlacedEvent[],
): Promise<void> {
  const told = events.map(({ payload, version }) => ({ ...(payload as ComplaintChanged), version }));
  const newer = await newerThanHeld(
    transaction,
    newestByKey(told, ({ id }) => id),
  );
  if (newer.length === 0) return;
  await writeStages(transaction, newer);
  await writeComplaints(transaction, newer);
}

async function newerThanHeld(transaction: Transaction, told: readonly Told[]): Promise<readonly Told[]> {
  const held = await transaction.query<{ complaint_id: string; version: number }>(
    `select complaint_id, version from insight.complaint_fact where complaint_id = any($1)
     union all
     select complaint_id, version from insight.complaint_gone where complaint_id = any($1)`,
    [told.map(({ id }) => id)],
  );
  const versions = new Map(held.map(({ complaint_id, version }) => [complaint_id, Number(version)]));
  return told.filter(({ id, version }) => version > (versions.get(id) ?? Number.NEGATIVE_INFINITY));
}

async function writeStages(transaction: Transaction, complaints: readonly Told[]): Promise<void> {
  const complaintIds = complaints.map(({ id }) => id);
  const claims = complaints.flatMap((complaint) =>
    complaint.stages.map((stage) => stageRow(complaint, stage)),
  );
  const contested = await setAsideContested(transaction, { complaintIds, claims });
  const plain = claims.filter(({ stage_id }) => !contested.stageIds.has(stage_id));
  await transaction.query(
    'delete from insight.stage_fact where complaint_id = any($1) and stage_id <> all($2)',
    [complaintIds, plain.map(({ stage_id }) => stage_id)],
  );
  await bulkUpsert(transaction, STAGES, plain);
  await bulkUpsert(
    transaction,
    CONTESTED,
    claims.filter(({ stage_id }) => contested.stageIds.has(stage_id)),
  );
  if (contested.any) await settleContested(transaction);
}

/** A complaint without stages has joined another: it goes, and its version stays. */
async function writeComplaints(transaction: Transaction, complaints: readonly Told[]): Promise<void> {
  const gone = complaints.filter(({ stages }) => stages.length === 0);
  const living = complaints.flatMap(complaintRows);
  await transaction.query('delete from insight.complaint_gone where complaint_id = any($1)', [
    living.map(({ complaint_id }) => complaint_id),
  ]);
  await bulkUpsert(transaction, COMPLAINTS, living);
  if (gone.length === 0) return;
  await transaction.query('delete from insight.complaint_fact where complaint_id = any($1)', [
    gone.map(({ id }) => id),
  ]);
  await bulkUpsert(
    transaction,
    GONE,
    gone.map(({ id, version }) => ({ complaint_id: id, version })),
  );
}

function stageRow({ id, authority, stream }: Told, stage: StageFact): StageFactRow {
  return {
    stage_id: stage.id,
    complaint_id: id,
    authority,
    stream: stream.toUpperCase(),
    stage: stage.number,
    reference: stage.reference,
    received_on: stage.receivedOn,
    due_on: stage.dueOn,
    answered_on: stage.answeredOn,
    in_time: stage.answeredOn === null || stage.dueOn === null ? null : stage.answeredOn <= stage.dueOn,
    route: stage.route,
    outcome: stage.outcome,
    closure_reason: stage.closureReason,
    service_id: stage.serviceId,
    directorate_id: stage.directorateId,
    theme: stage.theme,
    channel: stage.channel,
    // The streams of the council tell of no partner's own complaints.
    partner: null,
  };
}

function complaintRows(complaint: Told): ComplaintFactRow[] {
  const [first, latest] = [complaint.stages[0], complaint.stages.at(-1)];
  if (!first || !latest) return [];
  const row = stageRow(complaint, latest);
  return [
    {
      complaint_id: complaint.id,
      authority: complaint.authority,
      stream: row.stream,
      status: complaint.status,
      received_on: first.receivedOn,
      closed_on: complaint.closedOn,
      version: complaint.version,
      due_on: row.due_on,
      stage_id: row.stage_id,
      stage: row.stage,
      reference: row.reference,
      service_id: row.service_id,
      directorate_id: row.directorate_id,
      theme: row.theme,
      channel: row.channel,
      outcome: row.outcome,
      partner: row.partner,
    },
  ];
}
