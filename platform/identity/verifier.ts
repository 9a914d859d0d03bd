import type { KeyObject } from 'node:crypto';
import { jwtVerify } from 'jose';
import { type Clock, systemClock } from '../config/clock';
import { identityClaims } from './claims';
import type { Identity } from './identity';
import {
  CLOCK_TOLERANCE_SECONDS,
  hashOfRequest,
  IDENTITY_TOKEN,
  type VouchedRequest,
} from './identity-token';
import { createSeenIds, type SeenIds } from './seen-ids';
import { SignInError } from './sign-in-error';

/** Some 40 MB at the most: thirteen thousand requests a second for as long as one is good. */
const MOST_REMEMBERED = 200_000;

export interface IdentityVerifier {
  /**
   * The identity that the gateway vouched for, for this request and the first time. Throws `SignInError` for anything else: a
   * second use, another part, another question.
   */
  verify(token: string, request: VouchedRequest): Promise<Identity>;
}

/** Verifies what `createIdentitySigner` signed, with the public half of its key, and remembers what was used. */
export function createIdentityVerifier({
  publicKey,
  clock = systemClock,
}: {
  publicKey: KeyObject;
  clock?: Clock;
}): IdentityVerifier {
  const seen = createSeenIds({ clock, capacity: MOST_REMEMBERED });
  return {
    async verify(token, request) {
      try {
        return await verified(token, request, { publicKey, clock, seen });
      } catch {
        throw new SignInError('The gateway does not vouch for this caller.');
      }
    },
  };
}

async function verified(
  token: string,
  request: VouchedRequest,
  { publicKey, clock, seen }: { publicKey: KeyObject; clock: Clock; seen: SeenIds },
): Promise<Identity> {
  const { payload } = await jwtVerify(token, publicKey, {
    algorithms: [IDENTITY_TOKEN.algorithm],
    typ: IDENTITY_TOKEN.type,
    issuer: IDENTITY_TOKEN.issuer,
    audience: request.part,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    maxTokenAge: IDENTITY_TOKEN.lifetimeSeconds,
    requiredClaims: ['iat', 'nbf', 'exp', 'jti'],
    currentDate: clock.now(),
  });
  if (payload.request !== hashOfRequest(request)) throw new Error('Signed for another request');
  const { sub: subject, ...names } = identityClaims.parse(payload);
  const { jti = '', exp = 0 } = payload;
  if (!seen.take(jti, (exp + CLOCK_TOLERANCE_SECONDS) * 1000)) throw new Error('Used before');
  return { subject, ...names };
}
