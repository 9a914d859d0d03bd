import { type CaseClosed, caseClosed } from '../../contracts/events/case-closed';
import { publish } from '../../platform/outbox/outbox';
import type { Transaction } from '../../platform/transaction/transaction';

interface Place {
  readonly id: string;
  readonly source: string;
  readonly record: string;
  readonly closed: boolean;
  /** Later ones are greater: microseconds of the database's clock. */
  readonly version: string;
  readonly shutOut: readonly string[] | null;
  readonly openTo: readonly string[] | null;
}

/**
 * Tells which of the complaints are closed to some, with their records: whoever keeps the records as they came keeps them back
 * too. Of all that are named, or of those alone that are closed.
 */
export async function publishClosed(
  transaction: Transaction,
  schema: string,
  {
    complaintIds,
    isClosedAlone,
  }: { readonly complaintIds: readonly string[]; readonly isClosedAlone: boolean },
): Promise<void> {
  if (!(await isThere(transaction, schema))) return;
  const places = await transaction.query<Place>(
    `select place.*, whom.shut_out as "shutOut", whom.open_to as "openTo" from (
       select distinct on (complaint_id, source, named.record) complaint_id as id, source, named.record,
         coalesce(complaint_id = any ((select "${schema}".guarded_complaints())::text[]), false) as closed,
         (extract(epoch from clock_timestamp()) * 1000000)::bigint::text as version
       from "${schema}".stage cross join lateral (values (coalesce(case_key, key)), (reference)) as named (record)
       where complaint_id = any ($1)) place
       left join "${schema}".closed_to_whom($1::text[]) as whom on whom.complaint_id = place.id
     where closed or not $2::boolean order by id, source, record`,
    [complaintIds, isClosedAlone],
    { isRepeated: true },
  );
  const told = new Map<string, { version: number; payload: CaseClosed }>();
  for (const { id, source, record, closed, version, shutOut, openTo } of places) {
    const before = told.get(id)?.payload.records ?? [];
    const payload = {
      ...{ id, stream: schema, isClosed: closed, shutOut, openTo },
      records: [...before, { source, record }],
    };
    told.set(id, { version: Number(version), payload });
  }
  const events = [...told].map(([subject, event]) => caseClosed.event({ subject, ...event }));
  await publish(transaction, schema, events);
}

/** Migrations of before this could be told publish complaints by this code too. */
async function isThere(transaction: Transaction, schema: string): Promise<boolean> {
  const [row] = await transaction.query<{ there: boolean }>(
    'select to_regprocedure($1) is not null as there',
    [`"${schema}".closed_to_whom(text[])`],
    { isRepeated: true },
  );
  return row?.there === true;
}
