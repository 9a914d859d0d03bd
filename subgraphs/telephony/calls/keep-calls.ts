import type { KeepRecords, RemoveRecords } from '../../../platform/server/keeper';
import { bulkUpsert } from '../../../platform/transaction/bulk';
import { type CallPeopleRow, type CallRow, call, callPeople } from '../tables';

/** A call as the importer hands it over. */
export interface KeptCall {
  readonly callId: string;
  readonly offeredOn: string;
  readonly offeredAt: string | null;
  readonly group: string | null;
  readonly queueWritten: string | null;
  readonly answered: boolean | null;
  readonly waitSeconds: number | null;
  readonly talkSeconds: number | null;
  readonly callerNumber: string | null;
  readonly agent: string | null;
  readonly clearedFor: readonly string[];
}

/** Keeps telephone calls, and apart from what figures count, who was on the line. A call kept before is replaced. */
export const keepCalls: KeepRecords = async (transaction, { authority, batch }) => {
  const calls = batch.map(({ record }) => record as KeptCall);
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
export const removeCalls: RemoveRecords = async (transaction, { authority, batch }) => {
  const callIds = batch.map(({ record }) => (record as KeptCall).callId);
  for (const { table } of [callPeople, call]) {
    await transaction.query(`delete from ${table} where authority = $1 and call_id = any($2)`, [
      authority,
      callIds,
    ]);
  }
};
