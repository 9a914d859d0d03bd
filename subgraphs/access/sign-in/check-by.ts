import type { OperationContext } from '../../../platform/server/subgraph';

/** What the gateway checks a key by. */
export interface SignInKey {
  readonly hash: string;
  readonly isLive: boolean;
  readonly addresses: string[];
  readonly role: string;
  readonly streams: string[];
  readonly services: string[];
  readonly partner: string | null;
  readonly isSandbox: boolean;
}

/** A key by its id; null where there is none, and for everybody but the gateway: row security hides the hash. */
export async function keyForSignIn({ transaction }: OperationContext, id: string): Promise<SignInKey | null> {
  const rows = await transaction.query<SignInKey>(
    `select s.hash, k.revoked_at is null and k.expires_at > now() as "isLive", k.addresses, k.role, k.streams, k.services, k.partner,
       k.is_sandbox as "isSandbox"
     from access.api_key k join access.key_secret s on s.key_id = k.id where k.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** How one key was used since that was last told. */
export interface KeyUse {
  readonly id: string;
  readonly isUsed: boolean;
  readonly refused: number;
}

/** Adds up how keys were used, by the hour. Keys that there are not are passed over. */
export async function noteKeyUses(
  { transaction }: OperationContext,
  uses: readonly KeyUse[],
): Promise<number> {
  const noted = await transaction.query<{ noted: number }>(
    `with noted as (
       update access.key_use held
       set last_used_at = case when u."isUsed" then greatest(last_used_at, date_trunc('hour', now())) else last_used_at end,
           refused = least(held.refused::bigint + greatest(u.refused, 0), 2147483647)::int,
           last_refused_at = case when u.refused > 0 then date_trunc('hour', now()) else last_refused_at end
       from jsonb_to_recordset($1::jsonb) as u(id text, "isUsed" boolean, refused int)
       where held.key_id = u.id returning 1)
     select count(*)::int as noted from noted`,
    [JSON.stringify(uses)],
  );
  return noted[0]?.noted ?? 0;
}
