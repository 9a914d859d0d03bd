import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly untilMillis: number;
}

/** How much is kept of each kind; the oldest goes first. A demonstration has few people. */
const MOST = 1_000;

/**
 * Keeps what an OpenID provider has to remember, each for its time, until the process ends: in the demonstration nothing
 * of a sign-in is written anywhere. A model is a kind of thing, such as a session or a code.
 */
export function createMemoryAdapters(now: () => number = Date.now): (model: string) => Adapter {
  const models = new Map<string, Map<string, Kept>>();
  return (model) => {
    const kept = models.get(model) ?? new Map<string, Kept>();
    models.set(model, kept);
    const find = (isWanted: (payload: AdapterPayload, id: string) => boolean) => {
      for (const [id, { payload, untilMillis }] of kept)
        if (isWanted(payload, id) && untilMillis > now()) return payload;
      return undefined;
    };
    return {
      async upsert(id, payload, expiresIn) {
        kept.delete(id);
        const [oldest] = kept.keys();
        if (kept.size >= MOST && oldest !== undefined) kept.delete(oldest);
        kept.set(id, {
          payload,
          untilMillis: expiresIn ? now() + expiresIn * 1000 : Number.POSITIVE_INFINITY,
        });
      },
      find: async (id) => find((_, each) => each === id),
      findByUid: async (uid) => find((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => find((payload) => payload.userCode === userCode),
      async consume(id) {
        const entry = kept.get(id);
        if (entry) entry.payload.consumed = Math.floor(now() / 1000);
      },
      async destroy(id) {
        kept.delete(id);
      },
      async revokeByGrantId(grantId) {
        for (const [id, { payload }] of kept) if (payload.grantId === grantId) kept.delete(id);
      },
    };
  };
}
