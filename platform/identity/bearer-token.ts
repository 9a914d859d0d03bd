import type { KeyObject } from 'node:crypto';
import { errors, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
import type { ClaimRules } from '../config/claims';
import { type Clock, systemClock } from '../config/clock';
import { createExpiringCache } from './expiring-cache';
import type { SignedIn } from './identity';
import { OWN_CLAIMS, readClaims } from './read-claims';
import { createRemoteKeys } from './remote-keys';
import { tokenRefused } from './sign-in-error';
import { hasUniqueMembers } from './unique-members';

export interface TokenVerifier {
  /**
   * Throws `SignInError`, always with the same message, for a token that is not good, `NotAdmittedError` for a good one of somebody without a role, and
   * whatever happened when the keys cannot be had.
   */
  verify(token: string): Promise<SignedIn>;
}

/** Where the sign-in service's public keys are: published at an address (RFC 7517), or at hand. */
export type TokenKeys = { readonly jwksUrl: URL } | { readonly publicKey: KeyObject };

export interface CreateTokenVerifier {
  /** Whose tokens are taken: one issuer's, or those of any of several. */
  readonly issuer: string | readonly string[];
  readonly audience: string;
  /** As in RFC 7518, for example RS256 or EdDSA; only ones with a public key. */
  readonly algorithms: readonly string[];
  readonly keys: TokenKeys;
  /** Where in a token stands what; by default claims have our own names. */
  readonly claims?: ClaimRules;
  readonly clock?: Clock;
  /** Told when keys that are published cannot be read any more; once until they could be. */
  readonly onKeysOutage?: (error: unknown) => void;
}

const CLOCK_TOLERANCE_SECONDS = 5;
const CACHED_MILLIS = 60_000;
const CACHED_TOKENS = 1_000;
const PUBLIC_KEY_ALGORITHM = /^(?:RS|PS|ES)(?:256|384|512)$|^EdDSA$|^Ed25519$/;

/**
 * Verifies bearer tokens from outside: algorithm, signature, issuer, audience, times, and that every name is plain.
 * Throws at once for an algorithm that is no public-key one: `none` and shared secrets are never accepted, so that a
 * public key can never be used as a secret. A good token is remembered for a minute at most, never past its end.
 */
export function createTokenVerifier(options: CreateTokenVerifier): TokenVerifier {
  refuseOtherAlgorithms(options.algorithms);
  const { clock = systemClock, claims = OWN_CLAIMS } = options;
  const check = checker(options, clock);
  const cache = createExpiringCache<SignedIn>({ clock, capacity: CACHED_TOKENS });
  return {
    async verify(token) {
      const kept = cache.get(token);
      if (kept !== undefined) return kept;
      const payload = await check(token);
      const signedIn = readClaims(payload, claims);
      const untilMillis = Math.min((payload.exp ?? 0) * 1000, clock.now().getTime() + CACHED_MILLIS);
      cache.set(token, signedIn, untilMillis);
      return signedIn;
    },
  };
}

function refuseOtherAlgorithms(algorithms: readonly string[]): void {
  const other = algorithms.filter((algorithm) => !PUBLIC_KEY_ALGORITHM.test(algorithm));
  if (algorithms.length === 0 || other.length > 0)
    throw new Error(
      `Bearer tokens need a public-key algorithm (RS256, ES256, EdDSA …), not ${other.join(', ') || 'nothing'}.`,
    );
}

function checker(
  { issuer, audience, algorithms, keys, claims = OWN_CLAIMS, onKeysOutage }: CreateTokenVerifier,
  clock: Clock,
): (token: string) => Promise<JWTPayload> {
  const options = (): JWTVerifyOptions => ({
    issuer: typeof issuer === 'string' ? issuer : [...issuer],
    audience,
    algorithms: [...algorithms],
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    requiredClaims: claims.subjectPath === 'sub' ? ['sub', 'exp'] : ['exp'],
    currentDate: clock.now(),
  });
  const published =
    'jwksUrl' in keys
      ? createRemoteKeys({ url: keys.jwksUrl, clock, ...(onKeysOutage ? { onOutage: onKeysOutage } : {}) })
      : null;
  return async (token) => {
    try {
      if (published !== null) return saidOnce(token, (await jwtVerify(token, published, options())).payload);
      if ('publicKey' in keys)
        return saidOnce(token, (await jwtVerify(token, keys.publicKey, options())).payload);
    } catch (error) {
      throw explained(error);
    }
    throw new Error('There is no key to check bearer tokens with.');
  };
}

const KEYS_OUT_OF_REACH = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

function explained(error: unknown): unknown {
  return error instanceof errors.JOSEError && !KEYS_OUT_OF_REACH.has(error.code) ? tokenRefused() : error;
}

/** The claims of a verified token in which nothing is said twice, in its header as in its claims. */
function saidOnce(token: string, payload: JWTPayload): JWTPayload {
  const [header = '', claims = ''] = token.split('.');
  const isOnce = [header, claims].every((part) =>
    hasUniqueMembers(Buffer.from(part, 'base64url').toString('utf8')),
  );
  if (!isOnce) throw tokenRefused();
  return payload;
}
