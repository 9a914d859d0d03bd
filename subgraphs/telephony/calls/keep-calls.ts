import { callRecord, type KeptCall } from '../../../contracts/records/call';
import {
  createKeeper,
  type KeepRecords,
  type RecordKeeper,
  type RemoveRecords,
} from '../../../platform/server/keeper';
import { bulkUpsert } from '../../../platform/transaction/bulk';
import { type CallPeopleRow, type CallRow, call, callPeople } from '../tables';

/** Keeps telephone calls, and apart from what figures count, who was on the line. A call kept before is replaced. */
const keepCalls: KeepRecords<KeptCall> = async (transaction, { authority, batch }) => {
  const calls = batch.map(({ record }) => record);
  await bulkUpsert(
    transaction,
    call,
    calls.map((kept) => callRow(authority, kept)),
  );
  await bulkUpsert(
    transaction,
    callPeople,
    calls.map((kept) => peopleRow(authority, kept)),
  );
  return [];
};

const callRow = (authority: string, kept: KeptCall): CallRow => ({
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

/** Removes telephone calls, and who was on the line. */
const removeCalls: RemoveRecords<KeptCall> = async (transaction, { authority, batch }) => {
  const callIds = batch.map(({ record }) => record.callId);
  for (const { table } of [callPeople, call]) {
    await transaction.query(`delete from ${table} where authority = $1 and call_id = any($2)`, [
      authority,
      callIds,
    ]);
  }
};

/** Keeps the telephone calls. */
export const callKeeper: RecordKeeper = createKeeper(callRecord, { keep: keepCalls, remove: removeCalls });
