import { setTimeout as wait } from 'node:timers/promises';
import type { Change } from '../../platform/changes/change';
import type { Identity } from '../../platform/identity/identity';
import type { IdentitySigner } from '../../platform/identity/signer';
import type { SubgraphExecutor } from '../../platform/server/executor';
import { CHANGES } from '../../platform/server/follow-changes';
import { withTimeLimit } from '../graph/time-limit';

export interface FollowPart {
  readonly part: string;
  readonly follow: NonNullable<SubgraphExecutor['follow']>;
  readonly identitySigner: IdentitySigner;
  readonly signal: AbortSignal;
  /** How soon it is tried again. */
  readonly retryMillis?: number;
  onChange(change: Change): void;
  /** Told when it could not be followed, or not any more. */
  onLost(): void;
  /** Told when it is followed, for the first time or again. */
  onFollowed(): void;
}

const RETRY_MILLIS = 2_000;
/** How long a part may take to begin. */
const BEGIN_MILLIS = 5_000;
/** What happened meanwhile nobody knows: something may have. */
const SOMETHING: Change = { subjects: [], untold: [] };

/** Nobody can sign in as the gateway: its role is none of the contract's. */
const GATEWAY: Identity = {
  ...{ subject: 'gateway', role: 'gateway', scopes: [], streams: [], services: [], partner: null },
};

/** Follows the changes of one part until `signal` aborts; where it is lost, it is tried again. Resolves after the first try. */
export async function followPart(options: FollowPart): Promise<void> {
  const { signal, retryMillis = RETRY_MILLIS, onChange, onLost } = options;
  const lost = async () => {
    if (signal.aborted) return;
    onLost();
    await wait(retryMillis, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return;
    await begin(options, () => void lost()).then(() => onChange(SOMETHING), lost);
  };
  await begin(options, () => void lost()).catch(() => void lost());
}

/** Rejects where it does not begin in time; then nothing of it is heard any more. */
async function begin(
  { part, follow, identitySigner, signal, onChange, onFollowed }: FollowPart,
  onLost: () => void,
): Promise<void> {
  const identityToken = await identitySigner.sign(GATEWAY, { part, ...CHANGES });
  const trying = new AbortController();
  const following = AbortSignal.any([signal, trying.signal]);
  try {
    await withTimeLimit({ timeoutMillis: BEGIN_MILLIS, caller: signal }, () =>
      follow({ identityToken, signal: following, onChange, onLost }),
    );
  } catch (error) {
    trying.abort();
    throw error;
  }
  onFollowed();
}
