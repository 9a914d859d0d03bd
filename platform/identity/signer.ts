import { type KeyObject, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { type Clock, systemClock } from '../config/clock';
import { identityClaims } from './claims';
import type { Identity } from './identity';
import { hashOfRequest, IDENTITY_TOKEN, type VouchedRequest } from './identity-token';

export interface IdentitySigner {
  /** A token that is good once, for this request to this part, and for some seconds. Throws on a name that is not plain. */
  sign(identity: Identity, request: VouchedRequest): Promise<string>;
}

/**
 * Signs identities with the gateway's Ed25519 key, anew for each request. The clock is the machine's: a fixed date is for the
 * council's days, not for keys.
 */
export function createIdentitySigner({
  privateKey,
  clock = systemClock,
}: {
  privateKey: KeyObject;
  clock?: Clock;
}): IdentitySigner {
  return {
    async sign({ subject, ...names }, request) {
      const claims = identityClaims.parse({ sub: subject, ...names });
      const nowSeconds = Math.floor(clock.now().getTime() / 1000);
      return new SignJWT({ ...claims, request: hashOfRequest(request) })
        .setProtectedHeader({ alg: IDENTITY_TOKEN.algorithm, typ: IDENTITY_TOKEN.type })
        .setIssuer(IDENTITY_TOKEN.issuer)
        .setAudience(request.part)
        .setJti(randomUUID())
        .setIssuedAt(nowSeconds)
        .setNotBefore(nowSeconds)
        .setExpirationTime(nowSeconds + IDENTITY_TOKEN.lifetimeSeconds)
        .sign(privateKey);
    },
  };
}
