import { callRecord, type KeptCall } from '../../../contracts/records/call';
import {
  createKeeper,
  type KeepRecords,
  type RecordKeeper,
  type RemoveRecords,
} from '../../../platform/server/keeper';
import { someColumns } from '../../../platform/tables/define-table';
import { bulkUpsert } from '../../../platform/transaction/bulk';
import type { Transaction } from '../../../platform/transaction/transaction';
import { type CallPeopleRow, type CallRow, call, callPeople } from '../tables';
import { publishDays } from './publish-days';

/**
 * Keeps telephone calls, and apart from what figures count, who was on the line. A call kept before is replaced; how many
 * calls its days have is published.
 */
const keepCalls: KeepRecords<KeptCall> = async (transaction, { authority, batch }) => {
  const calls = batch.map(({ record }) => record);
  const before = await daysOf(transaction, { authority, callIds: calls.map(({ callId }) => callId) });
  await bulkUpsert(
    transaction,
    WRITTEN,
    calls.map((kept) => callRow(authority, kept)),
  );
  await bulkUpsert(
    transaction,
    callPeople,
    calls.map((kept) => peopleRow(authority, kept)),
  );
  await publishDays(transaction, {
    authority,
    days: [...new Set([...before, ...calls.map(({ offeredOn }) => offeredOn)])],
  });
  return [];
};

/** All but what the database keeps by itself. */
const WRITTEN = someColumns(
  call,
  call.names.filter((name) => name !== 'changed_at'),
);

const callRow = (authority: string, kept: KeptCall): Omit<CallRow, 'changed_at'> => ({
  authority,
  call_id: kept.callId,
  offered_on: kept.offeredOn,
  offered_at: kept.offeredAt,
  call_group: kept.group,
  queue_written: kept.queueWritten,
  answered: kept.answered,
  wait_seconds: kept.waitSeconds,
  talk_seconds: kept.talkSeconds,
});

const peopleRow = (authority: string, kept: KeptCall): CallPeopleRow => ({
  authority,
  call_id: kept.callId,
  caller_number: kept.callerNumber,
  agent: kept.agent,
  cleared_for: [...kept.clearedFor],
});

/** The days of calls as they are held. */
async function daysOf(
  transaction: Transaction,
  { authority, callIds }: { readonly authority: string; readonly callIds: readonly string[] },
): Promise<readonly string[]> {
  const rows = await transaction.query<{ day: string }>(
    'select distinct offered_on::text as day from telephony.call where authority = $1 and call_id = any($2)',
    [authority, callIds],
  );
  return rows.map(({ day }) => day);
}

/** Removes telephone calls, who was on the line, and what was noted of them; how many calls are left of their days is published. */
const removeCalls: RemoveRecords<KeptCall> = async (transaction, { authority, batch }) => {
  const callIds = batch.map(({ record }) => record.callId);
  const days = await daysOf(transaction, { authority, callIds });
  for (const { table } of [callPeople, call]) {
    await transaction.query(`delete from ${table} where authority = $1 and call_id = any($2)`, [
      authority,
      callIds,
    ]);
  }
  await transaction.query(
    'update telephony.call_outcome set note = null where authority = $1 and call_id = any($2) and note is not null',
    [authority, callIds],
  );
  await publishDays(transaction, { authority, days });
};

/** Keeps the telephone calls. */
export const callKeeper: RecordKeeper = createKeeper(callRecord, { keep: keepCalls, remove: removeCalls });
