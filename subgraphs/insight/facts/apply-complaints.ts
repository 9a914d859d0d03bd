import type { ComplaintChanged, StageFact } from '../../../casework/events';
import { type Day, toDay } from '../../../domain/calendar/day';
import { isAnsweredInTime } from '../../../domain/findings';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import { bulkUpsert } from '../../../platform/transaction/bulk';
import { columnar } from '../../../platform/transaction/columns';
import type { Transaction } from '../../../platform/transaction/transaction';
import {
  type ComplaintFactRow,
  complaintFact,
  complaintGone,
  type StageFactRow,
  stageFact,
} from '../tables/fact-tables';
import { claimedTwice, settleContested, withdrawWaiting } from './contested';
import { newestByKey } from './newest';

/** A complaint's whole state with its version. */
interface Told extends ComplaintChanged {
  readonly version: number;
}

/** A complaint as it was told of and as it is held: what it claimed before is withdrawn unless it claims it again. */
interface Change extends Told {
  readonly heldStageIds: readonly string[];
}

/**
 * Brings the facts to the newest state that was told of each complaint. A state no newer than the held one changes
 * nothing. A handful of statements, whatever the number of events.
 */
export async function applyComplaints(
  transaction: Transaction,
  events: readonly PlacedEvent[],
): Promise<void> {
  const told = events.map(({ payload, version }) => ({ ...(payload as ComplaintChanged), version }));
  const changes = await newerThanHeld(
    transaction,
    newestByKey(told, ({ id }) => id),
  );
  if (changes.length === 0) return;
  await writeStages(transaction, changes);
  await writeComplaints(transaction, changes);
}

async function newerThanHeld(transaction: Transaction, told: readonly Told[]): Promise<readonly Change[]> {
  const rows = await transaction.query<{ complaint_id: string; version: number; stage_ids: string[] }>(
    `select complaint_id, version, stage_ids from insight.complaint_fact where complaint_id = any($1)
     union all
     select complaint_id, version, '{}' from insight.complaint_gone where complaint_id = any($1)`,
    [told.map(({ id }) => id)],
  );
  const held = new Map(rows.map((row) => [row.complaint_id, row]));
  return told
    .filter(({ id, version }) => version > Number(held.get(id)?.version ?? Number.NEGATIVE_INFINITY))
    .map((complaint) => ({ ...complaint, heldStageIds: held.get(complaint.id)?.stage_ids ?? [] }));
}

async function writeStages(transaction: Transaction, changes: readonly Change[]): Promise<void> {
  const complaintIds = changes.map(({ id }) => id);
  const claims = changes.flatMap((complaint) => complaint.stages.map((stage) => stageRow(complaint, stage)));
  const waiting = await withdrawWaiting(transaction, complaintIds);
  const contested = new Set([...waiting, ...claimedTwice(claims)]);
  const plain = claims.filter(({ stage_id }) => !contested.has(stage_id));
  const kept = new Set(plain.map(({ stage_id }) => stage_id));
  const released = changes.flatMap(({ heldStageIds }) => heldStageIds).filter((id) => !kept.has(id));
  if (released.length > 0) {
    await transaction.query(
      'delete from insight.stage_fact where stage_id = any($1) and complaint_id = any($2)',
      [released, complaintIds],
    );
  }
  for (const id of await upsertUnlessHeld(transaction, { claims: plain, complaintIds })) contested.add(id);
  if (contested.size > 0) {
    await settleContested(
      transaction,
      claims.filter(({ stage_id }) => contested.has(stage_id)),
    );
  }
}

/** Writes the stages that nobody but `complaintIds` holds. Gives the ids of the others. */
async function upsertUnlessHeld(
  transaction: Transaction,
  { claims, complaintIds }: { claims: readonly StageFactRow[]; complaintIds: readonly string[] },
): Promise<readonly string[]> {
  if (claims.length === 0) return [];
  const { names, columns } = stageFact;
  const { from, selected, values } = columnar(claims, columns, { alias: 'claim', first: 2 });
  const written = await transaction.query<{ stage_id: string }>(
    `insert into insight.stage_fact as held (${names.join(', ')})
     select ${selected} from ${from}
     on conflict (stage_id) do update set ${names.map((column) => `${column} = excluded.${column}`).join(', ')}
     where held.complaint_id = any($1)
     returning stage_id`,
    [complaintIds, ...values],
  );
  const ids = new Set(written.map(({ stage_id }) => stage_id));
  return claims.map(({ stage_id }) => stage_id).filter((id) => !ids.has(id));
}

/** A complaint without stages has joined another or was taken back: it goes, and its version stays. */
async function writeComplaints(transaction: Transaction, changes: readonly Change[]): Promise<void> {
  const gone = changes.filter(({ stages }) => stages.length === 0);
  const living = changes.flatMap(complaintRows);
  await transaction.query('delete from insight.complaint_gone where complaint_id = any($1)', [
    living.map(({ complaint_id }) => complaint_id),
  ]);
  await bulkUpsert(transaction, complaintFact, living);
  if (gone.length === 0) return;
  await transaction.query('delete from insight.complaint_fact where complaint_id = any($1)', [
    gone.map(({ id }) => id),
  ]);
  await bulkUpsert(
    transaction,
    complaintGone,
    gone.map(({ id, version }) => ({ complaint_id: id, version })),
  );
}

const dayOrNull = (text: string | null): Day | null => (text === null ? null : toDay(text));

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
    in_time: isAnsweredInTime({ answeredOn: dayOrNull(stage.answeredOn), dueOn: dayOrNull(stage.dueOn) }),
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
      stage_ids: complaint.stages.map(({ id }) => id),
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
