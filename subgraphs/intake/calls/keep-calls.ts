import type { KeepRecords, RemoveRecords } from '../../../platform/server/keeper';
import { type BulkTable, bulkUpsert } from '../../../platform/transaction/bulk';
import type { CallPeopleRow, CallRow } from '../tables/calls';

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

/** As written: the moment goes to PostgreSQL as text. */
type WrittenCall = Omit<CallRow, 'offered_at'> & { readonly offered_at: string | null };

const CALL: BulkTable<WrittenCall> = {
  table: 'intake.call',
  columns: {
    authority: 'text',
    call_id: 'text',
    offered_on: 'date',
    offered_at: 'timestamptz',
    call_group: 'text',
    queue_written: 'text',
    answered: 'boolean',
    wait_seconds: 'int',
    talk_seconds: 'int',
  },
  key: ['authority', 'call_id'],
};

const PEOPLE: BulkTable<CallPeopleRow> = {
  table: 'intake.call_people',
  columns: {
    authority: 'text',
    call_id: 'text',
    caller_number: 'text',
    agent: 'text',
    cleared_for: 'text[]',
  },
  key: ['authority', 'call_id'],
};

/** Keeps telephone calls, and apart from what figures count, who was on the line. A call kept before is replaced. */
export const keepCalls: KeepRecords = async (transaction, { authority, batch }) => {
  const calls = batch.map(({ record }) => record as KeptCall);
  await bulkUpsert(
    transaction,
    CALL,
    calls.map((call) => factOf(authority, call)),
  );
  await bulkUpsert(
    transaction,
    PEOPLE,
    calls.map((call) => peopleOf(authority, call)),
  );
  return [];
};

const factOf = (authority: string, call: KeptCall): WrittenCall => ({
  authority,
  call_id: call.callId,
  offered_on: call.offeredOn,
  offered_at: call.offeredAt,
  call_group: call.group,
  queue_written: call.queueWritten,
  answered: call.answered,
  wait_seconds: call.waitSeconds,
  talk_seconds: call.talkSeconds,
});

const peopleOf = (authority: string, call: KeptCall): CallPeopleRow => ({
  authority,
  call_id: call.callId,
  caller_number: call.callerNumber,
  agent: call.agent,
  cleared_for: [...call.clearedFor],
});

/** Takes telephone calls back, and who was on the line. */
export const removeCalls: RemoveRecords = async (transaction, { authority, batch }) => {
  const callIds = batch.map(({ record }) => (record as KeptCall).callId);
  for (const { table } of [PEOPLE, CALL]) {
    await transaction.query(`delete from ${table} where authority = $1 and call_id = any($2)`, [
      authority,
      callIds,
    ]);
  }
};
