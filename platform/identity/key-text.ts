import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * How keys of programs are written. The id is `cck_` (council complaints key) and 12 characters, and may be shown; the
 * secret is the id, a `_` and 256 random bits in hexadecimal. Whoever finds one in a file or a log knows by its beginning what it is.
 */
export const KEY_PREFIX = 'cck_';

/** What the id of a sandbox's key goes on with, so that nobody takes it for one that opens records. */
const SANDBOX = 'sandbox';
const ID = 'cck_[0-9a-z]{12}';
const SECRET = `(${ID})_[0-9a-f]{64}`;
const WHOLE_SECRET = new RegExp(`^${SECRET}$`);
const ANY_SECRET = new RegExp(SECRET, 'i');

const ID_BYTES = 8;
const ID_LENGTH = 12;
const SECRET_BYTES = 32;

/** A key as it is made: its id, and what its tool signs in with. */
export interface NewKey {
  readonly id: string;
  readonly secret: string;
}

/** Makes a key that nobody can guess; one of the sandbox shows what it is. */
export function newKey({ isSandbox = false } = {}): NewKey {
  const number = randomBytes(ID_BYTES).readBigUInt64BE();
  const digits = number.toString(36).padStart(ID_LENGTH, '0').slice(-ID_LENGTH);
  const id = `${KEY_PREFIX}${isSandbox ? SANDBOX : ''}${isSandbox ? digits.slice(SANDBOX.length) : digits}`;
  return { id, secret: `${id}_${randomBytes(SECRET_BYTES).toString('hex')}` };
}

/** The id that a secret begins with; null for what is no secret of a key. */
export const keyIdIn = (secret: string): string | null => WHOLE_SECRET.exec(secret)?.[1] ?? null;

/** Whether a secret of a key stands anywhere in `text`. */
export const holdsKey = (text: string): boolean => ANY_SECRET.test(text);

/**
 * What is kept of a secret. A fast hash is right: 256 random bits cannot be guessed, however fast one may try, and each
 * request has to be checked.
 */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const HASH = /^[0-9a-f]{64}$/;

/** Whether `secret` is what `hash` was made of, in the same time whatever they are. */
export function isSecretOf(secret: string, hash: string): boolean {
  const given = Buffer.from(hashOf(secret), 'hex');
  const kept = Buffer.from(HASH.test(hash) ? hash : '0'.repeat(given.length * 2), 'hex');
  return timingSafeEqual(given, kept) && HASH.test(hash);
}
