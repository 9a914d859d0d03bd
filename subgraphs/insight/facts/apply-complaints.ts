import type { ComplaintChanged } from '../../../contracts/events/complaint-changed';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import { bulkUpsert } from '../../../platform/transaction/bulk';
import { columnar } from '../../../platform/transaction/columns';
import type { Transaction } from '../../../platform/transaction/transaction';
import { newestByKey } from '../../../platform/transaction/upsert-newest';
import { complaintFact, complaintGone, type StageFactRow, stageFact } from '../tables/fact-tables';
import { settleContestedStages, stagesClaimedTwice, withdrawWaitingClaims } from './contested-stages';
import { type ComplaintState, complaintRows, stageRows } from './fact-rows';

/** A new state and the stages that are stored for the complaint: those are withdrawn unless it claims them again. */
interface Change extends ComplaintState {
  readonly storedStageIds: readonly string[];
}

/**
 * Brings the facts to the newest published state of each complaint. A state no newer than the stored one changes
 * nothing. A handful of statements, whatever the number of events.
 */
export async function applyComplaints(
  transaction: Transaction,
  events: readonly PlacedEvent<ComplaintChanged>[],
): Promise<void> {
  const states = events.map(({ payload, version, at }) => ({ ...payload, version, at }));
  const changes = await newerThanStored(
    transaction,
    newestByKey(states, ({ id }) => id),
  );
  if (changes.length === 0) return;
  await writeStages(transaction, changes);
  await writeComplaints(transaction, changes);
}

async function newerThanStored(
  transaction: Transaction,
  states: readonly ComplaintState[],
): Promise<readonly Change[]> {
  const rows = await transaction.query<{ complaint_id: string; version: number; stage_ids: string[] }>(
    // Each is looked up by itself: asked for as a set, all that is stored would be read for every batch.
    `select found.* from unnest($1::text[]) as asked (id) cross join lateral (
       select complaint_id, version, stage_ids from insight.complaint_fact where complaint_id = asked.id
       union all
       select complaint_id, version, '{}' from insight.complaint_gone where complaint_id = asked.id offset 0) as found`,
    [states.map(({ id }) => id)],
  );
  const stored = new Map(rows.map((row) => [row.complaint_id, row]));
  return states
    .filter(({ id, version }) => version > Number(stored.get(id)?.version ?? Number.NEGATIVE_INFINITY))
    .map((complaint) => ({ ...complaint, storedStageIds: stored.get(complaint.id)?.stage_ids ?? [] }));
}

async function writeStages(transaction: Transaction, changes: readonly Change[]): Promise<void> {
  const complaintIds = changes.map(({ id }) => id);
  const claims = changes.flatMap(stageRows);
  const contestedByOthers = await withdrawWaitingClaims(transaction, complaintIds);
  const contested = new Set([...contestedByOthers, ...stagesClaimedTwice(claims)]);
  const uncontested = claims.filter(({ stage_id }) => !contested.has(stage_id));
  const kept = new Set(uncontested.map(({ stage_id }) => stage_id));
  const released = changes.flatMap(({ storedStageIds }) => storedStageIds).filter((id) => !kept.has(id));
  if (released.length > 0) {
    await transaction.query(
      'delete from insight.stage_fact where stage_id = any($1) and complaint_id = any($2)',
      [released, complaintIds],
    );
  }
  for (const id of await upsertUnlessClaimed(transaction, { claims: uncontested, complaintIds }))
    contested.add(id);
  if (contested.size > 0) {
    await settleContestedStages(
      transaction,
      claims.filter(({ stage_id }) => contested.has(stage_id)),
    );
  }
}

/** Writes the stages that no complaint but `complaintIds` has. Returns the ids of the others. */
async function upsertUnlessClaimed(
  transaction: Transaction,
  { claims, complaintIds }: { claims: readonly StageFactRow[]; complaintIds: readonly string[] },
): Promise<readonly string[]> {
  if (claims.length === 0) return [];
  const { names, columns } = stageFact;
  const { from, selected, values } = columnar(claims, columns, { alias: 'claim', first: 2 });
  // Nearly all are written: only the others are told, which spares a row of the answer for each.
  const unwritten = await transaction.query<{ stage_id: string }>(
    `with claim as (select ${selected} from ${from}),
     written as (
       insert into insight.stage_fact as stored (${names.join(', ')})
       select ${names.join(', ')} from claim
       on conflict (stage_id) do update set ${names.map((column) => `${column} = excluded.${column}`).join(', ')}
       where stored.complaint_id = any($1)
       returning stage_id)
     select stage_id from claim where stage_id not in (select stage_id from written)`,
    [complaintIds, ...values],
  );
  return unwritten.map(({ stage_id }) => stage_id);
}

/** A complaint without stages has joined another or was removed: it goes, and its version stays. */
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
    gone.map(({ id, version, at }) => ({ complaint_id: id, version, gone_at: at })),
  );
}
