import type {
  OmbudsmanCaseChanged,
  OmbudsmanCaseEvent,
} from '../../../contracts/events/ombudsman-case-changed';
import type { OmbudsmanDescribed } from '../../../contracts/events/ombudsman-described';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import { bulkUpsert } from '../../../platform/transaction/bulk';
import type { Transaction } from '../../../platform/transaction/transaction';
import { newestByKey, upsertNewest } from '../../../platform/transaction/upsert-newest';
import {
  type OmbudsmanCaseFactRow,
  ombudsmanCaseFact,
  ombudsmanCaseGone,
  ombudsmanDescribed,
} from '../tables/ombudsman-tables';

/** A case's state as its part published it, with its version. */
type CaseState = OmbudsmanCaseEvent & { readonly version: number };

/** Brings the ombudsmen's cases to the newest published state of each. A removed case goes, and its version stays. */
export async function applyOmbudsmanCases(
  transaction: Transaction,
  events: readonly PlacedEvent<OmbudsmanCaseEvent>[],
): Promise<void> {
  const states = events.map(({ payload, version }) => ({ ...payload, version }));
  const newer = await newerThanStored(
    transaction,
    newestByKey(states, ({ id }) => id),
  );
  if (newer.length === 0) return;
  const living = newer.flatMap((state) => ('takenBack' in state ? [] : [caseRow(state)]));
  const gone = newer.filter((state) => 'takenBack' in state);
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

async function newerThanStored(
  transaction: Transaction,
  states: readonly CaseState[],
): Promise<readonly CaseState[]> {
  const rows = await transaction.query<{ case_id: string; version: number }>(
    `select case_id, version from ${ombudsmanCaseFact.table} where case_id = any($1)
     union all
     select case_id, version from ${ombudsmanCaseGone.table} where case_id = any($1)`,
    [states.map(({ id }) => id)],
  );
  const stored = new Map(rows.map(({ case_id, version }) => [case_id, Number(version)]));
  return states.filter(({ id, version }) => version > (stored.get(id) ?? Number.NEGATIVE_INFINITY));
}

function caseRow(state: OmbudsmanCaseChanged & { readonly version: number }): OmbudsmanCaseFactRow {
  return {
    case_id: state.id,
    authority: state.authority,
    body: state.body,
    reference: state.reference,
    stream: state.stream,
    partner: state.partner,
    received_on: state.receivedOn,
    decided_on: state.decidedOn,
    upheld: state.upheld,
    complaint_id: state.complaintId,
    remedies: state.remedies,
    version: state.version,
  };
}

/** Keeps how the ombudsmen's part describes itself: from then on its measures are recorded. */
export function applyOmbudsmen(
  transaction: Transaction,
  events: readonly PlacedEvent<OmbudsmanDescribed>[],
): Promise<void> {
  const rows = events.map(({ payload: description, version }) => ({
    part: 'ombudsman',
    description,
    version,
  }));
  return upsertNewest(transaction, ombudsmanDescribed, rows);
}
