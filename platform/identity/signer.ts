import type { KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { type Clock, systemClock } from '../config/clock';
import { identityClaims } from './claims';
import { createExpiringCache } from './expiring-cache';
import type { Identity } from './identity';
import { CACHED_IDENTITIES, CACHED_MILLIS, IDENTITY_TOKEN } from './identity-token';

export interface IdentitySigner {
  /** A token that is good for at least thirty seconds. Throws on a name that is not plain. */
  sign(identity: Identity): Promise<string>;
}

/**
 * Signs identities with the gateway's Ed25519 key. A signature is kept for half its life, so that a busy caller costs
 * two a minute. The clock is the machine's: a fixed date is for the council's days, not for keys.
 */
export function createIdentitySigner({
  privateKey,
  clock = systemClock,
}: {
  privateKey: KeyObject;
  clock?: Clock;
}): IdentitySigner {
  const cache = createExpiringCache<string>({ clock, capacity: CACHED_IDENTITIES });
  return {
    async sign(identity) {
      const claims = claimsOf(identity);
      const key = JSON.stringify(claims);
      const kept = cache.get(key);
      if (kept !== undefined) return kept;
      const now = clock.now().getTime();
      const token = await signed(claims, privateKey, Math.floor(now / 1000));
      cache.set(key, token, now + CACHED_MILLIS);
      return token;
    },
  };
}

function claimsOf({ subject, ...names }: Identity) {
  return identityClaims.parse({ sub: subject, ...names });
}

function signed(claims: ReturnType<typeof claimsOf>, privateKey: KeyObject, nowSeconds: number) {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: IDENTITY_TOKEN.algorithm, typ: IDENTITY_TOKEN.type })
    .setIssuer(IDENTITY_TOKEN.issuer)
    .setAudience(IDENTITY_TOKEN.audience)
    .setIssuedAt(nowSeconds)
    .setNotBefore(nowSeconds)
    .setExpirationTime(nowSeconds + IDENTITY_TOKEN.lifetimeSeconds)
    .sign(privateKey);
}
