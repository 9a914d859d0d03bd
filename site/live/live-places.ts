export interface LiveLimits {
  /** Open pages of one session that are told of changes. */
  readonly ofOneSession: number;
  /** Of all sessions. */
  readonly inAll: number;
}

/** Somebody has some complaints open beside their list. Each costs its connection and a small question every few seconds. */
export const LIVE_LIMITS: LiveLimits = { ofOneSession: 12, inAll: 400 };

/** The pages that are told of changes: gives what frees a place, or null where there is none. */
export function createLivePlaces({ ofOneSession, inAll }: LiveLimits) {
  const taken = new Map<string, number>();
  let all = 0;
  return (session: string): (() => void) | null => {
    const own = taken.get(session) ?? 0;
    if (own >= ofOneSession || all >= inAll) return null;
    all += 1;
    taken.set(session, own + 1);
    return () => {
      all -= 1;
      const left = (taken.get(session) ?? 1) - 1;
      if (left === 0) taken.delete(session);
      else taken.set(session, left);
    };
  };
}
