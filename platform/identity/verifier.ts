import type { KeyObject } from 'node:crypto';
import { jwtVerify } from 'jose';
import { type Clock, systemClock } from '../config/clock';
import { identityClaims } from './claims';
import { createExpiringCache } from './expiring-cache';
import type { Identity } from './identity';
import { CACHED_IDENTITIES, CACHED_MILLIS, IDENTITY_TOKEN } from './identity-token';
import { SignInError } from './sign-in-error';

/** The gateway and a subgraph may be on machines whose clocks differ a little. */
const CLOCK_TOLERANCE_SECONDS = 5;

export interface IdentityVerifier {
  /** The identity that the gateway vouched for. Throws `SignInError` for anything else. */
  verify(token: string): Promise<Identity>;
}

/** Verifies what `createIdentitySigner` signed, with the public half of its key. Verdicts are kept for half a life. */
export function createIdentityVerifier({
  publicKey,
  clock = systemClock,
}: {
  publicKey: KeyObject;
  clock?: Clock;
}): IdentityVerifier {
  const cache = createExpiringCache<Identity>({ clock, capacity: CACHED_IDENTITIES });
  return {
    async verify(token) {
      const kept = cache.get(token);
      if (kept !== undefined) return kept;
      const { identity, expiresAtMillis } = await verified(token, publicKey, clock);
      cache.set(token, identity, Math.min(expiresAtMillis, clock.now().getTime() + CACHED_MILLIS));
      return identity;
    },
  };
}

async function verified(token: string, publicKey: KeyObject, clock: Clock) {
  try {
    const { payload } = await jwtVerify(token, publicKey, {
      algorithms: [IDENTITY_TOKEN.algorithm],
      typ: IDENTITY_TOKEN.type,
      issuer: IDENTITY_TOKEN.issuer,
      audience: IDENTITY_TOKEN.audience,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      maxTokenAge: IDENTITY_TOKEN.lifetimeSeconds,
      requiredClaims: ['iat', 'nbf', 'exp'],
      currentDate: clock.now(),
    });
    const { sub, ...names } = identityClaims.parse(payload);
    return { identity: { subject: sub, ...names }, expiresAtMillis: (payload.exp ?? 0) * 1000 };
  } catch {
    throw new SignInError('The gateway does not vouch for this caller.');
  }
}
