import type { KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { type Clock, systemClock } from '../config/clock';
import type { SignedIn } from './identity';

/** What demonstration tokens are signed with; a verifier takes no other. */
export const DEMONSTRATION_ALGORITHM = 'EdDSA';

const LIFETIME_SECONDS = 12 * 60 * 60;

/** A bearer token for one of the demonstration's people, good for twelve hours. */
export function demonstrationToken({
  person: { subject, ...names },
  privateKey,
  issuer,
  audience,
  clock = systemClock,
}: {
  person: SignedIn;
  privateKey: KeyObject;
  issuer: string;
  audience: string;
  clock?: Clock;
}): Promise<string> {
  const nowSeconds = Math.floor(clock.now().getTime() / 1000);
  return new SignJWT({ ...names })
    .setProtectedHeader({ alg: DEMONSTRATION_ALGORITHM })
    .setSubject(subject)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(nowSeconds)
    .setNotBefore(nowSeconds)
    .setExpirationTime(nowSeconds + LIFETIME_SECONDS)
    .sign(privateKey);
}
