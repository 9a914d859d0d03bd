import type {
  OmbudsmanCaseChanged,
  OmbudsmanCaseTakenBack,
  OmbudsmanDescribed,
} from '../../../casework/events';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import { bulkUpsert } from '../../../platform/transaction/bulk';
import type { Transaction } from '../../../platform/transaction/transaction';
import {
  type OmbudsmanCaseFactRow,
  ombudsmanCaseFact,
  ombudsmanCaseGone,
  ombudsmanDescribed,
} from '../tables/ombudsman-tables';
import { keepNewest, newestByKey } from './newest';

type Told = (OmbudsmanCaseChanged | OmbudsmanCaseTakenBack) & { readonly version: number };

/** Brings the ombudsmen's cases to the newest state that was told of each. One that was taken back goes, and its version stays. */
export async function applyOmbudsmanCases(
  transaction: Transaction,
  events: readonly PlacedEvent[],
): Promise<void> {
  const told = events.map(({ payload, version }) => ({ ...(payload as Told), version }));
  const newer = await newerThanHeld(
    transaction,
    newestByKey(told, ({ id }) => id),
  );
  if (newer.length === 0) return;
  const living = newer.flatMap((told) => ('takenBack' in told ? [] : [caseRow(told)]));
  const gone = newer.filter((told) => 'takenBack' in told);
  for (const table of [ombudsmanCaseFact.table, ombudsmanCaseGone.table]) {
    await transaction.query(`delete from ${table} where case_id = any($1)`, [newer.map(({ id }) => id)]);
  }
  await bulkUpsert(transaction, ombudsmanCaseFact, living);
  await bulkUpsert(
    transaction,
    ombudsmanCaseGone,
    gone.map(({ id, version }) => ({ case_id: id, version })),
  );
}

async function newerThanHeld(transaction: Transaction, told: readonly Told[]): Promise<readonly Told[]> {
  const rows = await transaction.query<{ case_id: string; version: number }>(
    `select case_id, version from ${ombudsmanCaseFact.table} where case_id = any($1)
     union all
     select case_id, version from ${ombudsmanCaseGone.table} where case_id = any($1)`,
    [told.map(({ id }) => id)],
  );
  const held = new Map(rows.map(({ case_id, version }) => [case_id, Number(version)]));
  return told.filter(({ id, version }) => version > (held.get(id) ?? Number.NEGATIVE_INFINITY));
}

function caseRow(told: OmbudsmanCaseChanged & { readonly version: number }): OmbudsmanCaseFactRow {
  return {
    case_id: told.id,
    authority: told.authority,
    body: told.body,
    reference: told.reference,
    stream: told.stream,
    partner: told.partner,
    received_on: told.receivedOn,
    decided_on: told.decidedOn,
    upheld: told.upheld,
    complaint_id: told.complaintId,
    version: told.version,
  };
}

/** Keeps what the ombudsmen's part tells of itself: from then on its measures are recorded. */
export function applyOmbudsmen(transaction: Transaction, events: readonly PlacedEvent[]): Promise<void> {
  const rows = events.map(({ payload, version }) => {
    return { part: 'ombudsman', description: payload as OmbudsmanDescribed, version };
  });
  return keepNewest(transaction, ombudsmanDescribed, rows);
}
