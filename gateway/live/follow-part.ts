import type { Change } from '../../platform/changes/change';
import type { Identity } from '../../platform/identity/identity';
import type { IdentitySigner } from '../../platform/identity/signer';
import type { SubgraphExecutor } from '../../platform/server/executor';
import { CHANGES } from '../../platform/server/follow-changes';

export interface FollowPart {
  readonly part: string;
  readonly follow: NonNullable<SubgraphExecutor['follow']>;
  readonly identitySigner: IdentitySigner;
  readonly signal: AbortSignal;
  onChange(change: Change): void;
  /** Told when it could not be followed, or not any more. */
  onLost(): void;
  /** Told when it is followed, for the first time or again. */
  onFollowed(): void;
}

const RETRY_MILLIS = 2_000;
/** What happened meanwhile nobody knows: something may have. */
const SOMETHING: Change = { subjects: [], untold: [] };

/** Nobody can sign in as the gateway: its role is none of the contract's. */
const GATEWAY: Identity = {
  ...{ subject: 'gateway', role: 'gateway', scopes: [], streams: [], services: [], partner: null },
};

/** Follows the changes of one part until `signal` aborts; where it is lost, it is tried again every two seconds. Resolves after the first try. */
export async function followPart(options: FollowPart): Promise<void> {
  const { part, follow, identitySigner, signal, onChange, onLost, onFollowed } = options;
  const again = () => {
    if (signal.aborted) return;
    onLost();
    const timer = setTimeout(retry, RETRY_MILLIS);
    timer.unref();
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  };
  const attempt = async () => {
    const identityToken = await identitySigner.sign(GATEWAY, { part, ...CHANGES });
    await follow({ identityToken, signal, onChange, onLost: again });
    onFollowed();
  };
  const retry = async () => {
    if (signal.aborted) return;
    await attempt().then(() => onChange(SOMETHING), again);
  };
  await attempt().catch(again);
}
