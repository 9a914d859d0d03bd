import type { Change } from '../changes/change';
import type { ChangeFeed } from '../changes/change-feed';
import type { IdentityVerifier } from '../identity/verifier';
import type { FollowRequest } from './executor';

/** What the gateway signs its word for when it follows the changes of a part: in its own name, and no caller's. */
export const CHANGES = { query: 'changes', variables: {}, operationName: null } as const;

/** The role in which the gateway speaks for itself: no sign-in can have it. */
const GATEWAY_ROLE = 'gateway';

/** Tells the gateway of the changes of a part until `signal` aborts. Rejects for anybody else, and where there is nothing to follow. */
export async function followChanges(
  { feed, verifier, part }: { feed: ChangeFeed; verifier: IdentityVerifier; part: string },
  { identityToken, signal, onChange }: FollowRequest,
): Promise<void> {
  const { role } = await verifier.verify(identityToken, { part, ...CHANGES });
  if (role !== GATEWAY_ROLE) throw new Error('Only the gateway follows the changes of a part');
  const leave = await feed.follow((change: Change) => {
    if (!signal.aborted) onChange(change);
  });
  if (signal.aborted) return leave();
  signal.addEventListener('abort', () => void leave(), { once: true });
}
