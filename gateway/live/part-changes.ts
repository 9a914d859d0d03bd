import type { Change } from '../../platform/changes/change';
import type { IdentitySigner } from '../../platform/identity/signer';
import type { SubgraphExecutor } from '../../platform/server/executor';
import { followPart } from './follow-part';

/** Who waits for changes. */
export interface ChangeListener {
  /** Some part may answer otherwise than before. */
  onChange(change: Change): void;
  /** What changes in this part is not told for a while. */
  onLost(part: string): void;
}

/** The changes of all parts that tell of any, followed once for all who wait for them. */
export interface PartChanges {
  /** Tells `listener` from when this resolves; `lost`: the parts that are not followed just now. */
  listen(listener: ChangeListener): Promise<{ readonly lost: ReadonlySet<string>; leave(): void }>;
}

interface Following {
  readonly begun: Promise<unknown>;
  readonly lost: ReadonlySet<string>;
  stop(): void;
}

/** Follows while anybody listens, and nothing is left running when nobody does. */
export function createPartChanges(options: {
  readonly executors: ReadonlyMap<string, SubgraphExecutor>;
  readonly identitySigner: IdentitySigner;
}): PartChanges {
  const listeners = new Set<ChangeListener>();
  let following: Following | null = null;
  return {
    async listen(listener) {
      listeners.add(listener);
      following ??= followAll(options, listeners);
      const { begun, lost, stop } = following;
      await begun;
      return {
        lost,
        leave() {
          listeners.delete(listener);
          if (listeners.size > 0) return;
          stop();
          following = null;
        },
      };
    },
  };
}

function followAll(
  {
    executors,
    identitySigner,
  }: {
    readonly executors: ReadonlyMap<string, SubgraphExecutor>;
    readonly identitySigner: IdentitySigner;
  },
  listeners: ReadonlySet<ChangeListener>,
): Following {
  // One each: a signal warns where many wait for it.
  const parts = [...executors].map((named) => [...named, new AbortController()] as const);
  const lost = new Set<string>();
  const all = parts.map(([part, { follow }, over]) => {
    if (follow === undefined) return Promise.resolve();
    return followPart({
      ...{ part, follow, identitySigner, signal: over.signal },
      onChange(change) {
        for (const { onChange } of listeners) onChange(change);
      },
      onLost() {
        lost.add(part);
        for (const { onLost } of listeners) onLost(part);
      },
      onFollowed: () => void lost.delete(part),
    });
  });
  return {
    begun: Promise.all(all),
    lost,
    stop() {
      for (const [, , over] of parts) over.abort();
    },
  };
}
