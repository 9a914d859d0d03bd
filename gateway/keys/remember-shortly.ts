import type { Clock } from '../../platform/config/clock';
import { createExpiringCache } from '../../platform/identity/expiring-cache';

/**
 * How long an answer holds, from when it was asked for: a key that is revoked, or an agreement that is ended, is refused by every
 * gateway within half a second, without being told.
 */
const HOLDS_MILLIS = 500;
const MOST_KEPT = 10_000;

/** No change of the machine's time keeps an answer for longer. */
const steadyClock: Clock = { now: () => new Date(performance.now()) };

/** Asks once for all who name the same within half a second, whatever the answer; after a failure whoever comes next asks anew. */
export function rememberShortly<Answer>(
  ask: (name: string) => Promise<Answer>,
  { clock = steadyClock }: { readonly clock?: Clock } = {},
): (name: string) => Promise<Answer> {
  const kept = createExpiringCache<Promise<Answer>>({ clock, capacity: MOST_KEPT });
  return (name) => {
    const before = kept.get(name);
    if (before !== undefined) return before;
    const now = clock.now().getTime();
    const asked = ask(name);
    kept.set(name, asked, now + HOLDS_MILLIS);
    asked.catch(() => kept.set(name, asked, now));
    return asked;
  };
}
