import type { Transaction } from './transaction';

/**
 * Notes in a part's table `live_since` that its work is done here since this day at the latest. The version to tell it with;
 * null where that is known already: then nothing is written, so that nobody waits for anybody.
 */
export async function noteFirstDay(
  transaction: Transaction,
  { schema, day }: { readonly schema: string; readonly day: string },
): Promise<number | null> {
  const [noted] = await transaction.query<{ version: number }>(
    `insert into "${schema}".live_since as held (since, version)
     select $1::date, 1 where not exists (select from "${schema}".live_since where since <= $1::date)
     on conflict (is_only) do update set since = excluded.since, version = held.version + 1
     where excluded.since < held.since
     returning version::int as version`,
    [day],
  );
  return noted?.version ?? null;
}
