import { recordAudit } from '../../../platform/audit/record';
import { type Refused, reasonUnusable } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import { type KeyShown, lockLiveKeys, readKey } from './read-keys';
import { keyNotFound } from './refusals';

/** A key that was revoked, now or before. */
export interface KeyRevoked {
  readonly __typename: 'KeyRevoked';
  readonly key: KeyShown;
}

/** Ends a key, unless that was done before. One whose time is over can be revoked too: it stays so, whatever clocks do. */
export async function revokeKey(
  context: OperationContext,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<KeyRevoked | Refused<'KeyNotFound'> | Refused<'ReasonUnusable'>> {
  const refused = reasonUnusable(reason);
  if (refused !== null) return refused;
  const { transaction, identity } = context;
  const named = await readKey(transaction, id);
  if (named === null) return keyNotFound();
  await lockLiveKeys(transaction, named);
  const before = await readKey(transaction, id);
  if (before === null) return keyNotFound();
  if (before.revoked_at !== null) return { __typename: 'KeyRevoked', key: before };
  await transaction.query(
    'update access.api_key set revoked_by = $2, revoked_at = clock_timestamp(), revoked_because = $3 where id = $1',
    [id, identity.subject, reason.trim()],
  );
  await recordAudit(context, { schema: 'access', action: 'KEY_REVOKE', recordIds: [id] });
  const key = await readKey(transaction, id);
  if (key === null) throw new Error('A key that was revoked is not there');
  return { __typename: 'KeyRevoked', key };
}
