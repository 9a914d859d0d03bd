import type { Clock } from '../../platform/config/clock';
import type { KeptSession } from '../sessions/session';
import type { Sessions } from '../sessions/sessions';
import type { SignInService } from './sign-in-service';

/** Tokens are renewed when they end within this time, so that none ends on its way. */
const EARLY_MILLIS = 60_000;

export interface Renewing {
  readonly sessions: Sessions;
  readonly service: SignInService;
  readonly clock: Clock;
}

/**
 * The session with a token that still holds; null where it cannot be renewed, and the person has to sign in again. Pages
 * that are asked for at once renew it once: a refresh token is good for one use.
 */
export function createRenewal({ sessions, service, clock }: Renewing) {
  const underWay = new Map<string, Promise<KeptSession | null>>();
  const holds = ({ session }: KeptSession, earlyMillis: number) =>
    session.accessTokenEndsAt - earlyMillis > clock.now().getTime();
  const renew = async (kept: KeptSession): Promise<KeptSession | null> => {
    const { refreshToken } = kept.session;
    if (refreshToken === null) return holds(kept, 0) ? kept : null;
    try {
      const { accessToken, accessTokenEndsAt, ...grant } = await service.renew(refreshToken);
      const session = {
        ...kept.session,
        ...{ accessToken, accessTokenEndsAt, refreshToken: grant.refreshToken ?? refreshToken },
      };
      await sessions.keep({ id: kept.id, session });
      return { id: kept.id, session };
    } catch {
      // Another copy of the site may have renewed it a moment ago.
      const now = await sessions.find(kept.id);
      return now !== null && holds(now, 0) ? now : null;
    }
  };
  return (kept: KeptSession): Promise<KeptSession | null> => {
    if (holds(kept, EARLY_MILLIS)) return Promise.resolve(kept);
    const begun = underWay.get(kept.id);
    if (begun) return begun;
    const renewed = renew(kept).finally(() => underWay.delete(kept.id));
    underWay.set(kept.id, renewed);
    return renewed;
  };
}
