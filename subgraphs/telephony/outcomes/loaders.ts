import DataLoader from 'dataloader';
import { recordAudit } from '../../../platform/audit/record';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { CallComplaintRow, CallOutcomeRow, CallPeopleRow } from '../tables';
import type { DealtCall } from './list-calls';

/** What became of a call: somebody said so, or a stream published it. */
export type BecameOfCall = CallOutcomeRow | CallComplaintRow;

/** What is read of calls, for all calls of an operation together. */
export interface CallLoaders {
  /** The number that was called from; null where none was written. Each reading is recorded in its transaction, or is none. */
  readonly callerNumbers: DataLoader<DealtCall, string | null, string>;
  readonly outcomes: DataLoader<DealtCall, readonly BecameOfCall[], string>;
}

type Named = Pick<DealtCall, 'authority' | 'call_id'>;

const keyOf = ({ authority, call_id }: Named): string => JSON.stringify([authority, call_id]);

/** Of rows of a table, those of some calls, by the call. Row security leaves those that the caller is cleared for. */
async function rowsOf<Row extends Named>(
  { transaction }: Pick<OperationContext, 'transaction'>,
  { table, order }: { readonly table: string; readonly order: string },
  calls: readonly Named[],
): Promise<Row[]> {
  return transaction.query<Row>(
    `select found.* from unnest($1::text[], $2::text[]) as asked (authority, call_id)
     join telephony.${table} as found using (authority, call_id) order by ${order}`,
    [calls.map(({ authority }) => authority), calls.map(({ call_id }) => call_id)],
  );
}

/** Loaders for one operation. */
export const callLoaders = (context: OperationContext): CallLoaders => ({
  callerNumbers: new DataLoader<DealtCall, string | null, string>(
    async (calls) => {
      const rows = await rowsOf<CallPeopleRow>(context, { table: 'call_people', order: 'call_id' }, calls);
      const numbers = new Map(rows.map((row) => [keyOf(row), row.caller_number]));
      const recordIds = rows.filter((row) => row.caller_number !== null).map((row) => row.call_id);
      if (recordIds.length > 0)
        await recordAudit(context, { schema: 'telephony', action: 'CALL_NUMBER_READ', recordIds });
      return calls.map((call) => numbers.get(keyOf(call)) ?? null);
    },
    { cacheKeyFn: keyOf },
  ),
  outcomes: new DataLoader<DealtCall, readonly BecameOfCall[], string>(
    async (calls) => {
      const [said, recorded] = [
        await rowsOf<CallOutcomeRow>(context, { table: 'call_outcome', order: 'call_id' }, calls),
        await rowsOf<CallComplaintRow>(context, { table: 'call_complaint', order: 'stream' }, calls),
      ];
      const found = new Map<string, BecameOfCall[]>();
      for (const row of [...said, ...recorded])
        found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row]);
      return calls.map((call) => (found.get(keyOf(call)) ?? []).sort((a, b) => +momentOf(a) - +momentOf(b)));
    },
    { cacheKeyFn: keyOf },
  ),
});

/** When a call was dealt with. */
export const momentOf = (became: BecameOfCall): Date =>
  'complaint_id' in became ? became.recorded_at : became.at;
