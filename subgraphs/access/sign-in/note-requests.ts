import type { OperationContext } from '../../../platform/server/subgraph';

/** A request as a gateway tells of it. */
export interface ToldRequest {
  readonly id: string;
  readonly at: string;
  readonly partner: string;
  readonly credential: string;
  readonly byKey: boolean;
  readonly door: string;
  readonly asked: readonly string[];
  readonly status: number;
}

/** Removes so many old ones with each telling: more than come, in the end. */
const MOST_REMOVED = 1_000;

/** Notes what partners asked, once however often it is told, and removes what is older than the database lets it stay. */
export async function notePartnerRequests(
  { transaction }: OperationContext,
  requests: readonly ToldRequest[],
): Promise<number> {
  const noted = await transaction.query<{ noted: number }>(
    `with noted as (
       insert into access.partner_request (id, at, partner, credential, by_key, door, asked, status)
       select id, at, partner, credential, "byKey", door, asked, status
       from jsonb_to_recordset($1::jsonb) as told(id text, at timestamptz, partner text, credential text, "byKey" boolean,
         door text, asked text[], status int)
       on conflict (id) do nothing returning 1)
     select count(*)::int as noted from noted`,
    [JSON.stringify(requests)],
  );
  await transaction.query(
    `delete from access.partner_request where id in (
       select id from access.partner_request where at < now() - interval '400 days' order by at limit ${MOST_REMOVED})`,
  );
  return noted[0]?.noted ?? 0;
}
