import { isSecretOf, KEY_PREFIX, keyIdIn } from '../../platform/identity/key-text';
import { SignInError } from '../../platform/identity/sign-in-error';
import type { Verifier } from '../entrance/sign-in';
import type { KeyBook } from './key-book';
import type { KeyUses } from './key-uses';

/** Named where somebody names no key, so that it is looked for as any other is. */
const NO_KEY = 'cck_000000000000';

/** The same for every key that is not good, so that nobody learns in which way. */
const REFUSED =
  'The key is not good here. Send its id and secret as they were given to you; if you did, ask whoever gave them to you for a new one.';

/**
 * Signs programs in by a key: `Basic` with its id and secret (RFC 7617), or `Bearer` with the secret. Whether there is no
 * such key, its secret is another, it was revoked, its time is over, or it comes from elsewhere is refused in the same words,
 * after the same work.
 */
export function apiKeys({
  book,
  uses,
}: {
  readonly book: KeyBook;
  readonly uses: Pick<KeyUses, 'used' | 'refused'>;
}): Verifier {
  return {
    credential: 'key',
    refused: keyRefused,
    credentialIn: (authorization) => bearerKeyIn(authorization) ?? basicIn(authorization),
    async verify(credential, { address }) {
      const { id, secret } = namedIn(credential);
      const key = await book.find(id ?? NO_KEY);
      const holds = [
        isSecretOf(secret, key?.hash ?? ''),
        id !== null,
        key?.isLive === true,
        key?.addresses === null || key?.addresses.holds(address ?? '') === true,
      ];
      if (key === null || id === null || holds.includes(false)) {
        if (key === null || id === null) throw keyRefused();
        uses.refused(id);
        throw new SignInError(REFUSED, id);
      }
      uses.used(id);
      const { role, streams, services, partner, isSandbox } = key;
      return { subject: id, role, streams, services, partner, isSandbox };
    },
  };
}

const keyRefused = (): SignInError => new SignInError(REFUSED);

/** The secret as the whole of a bearer credential, written as `Basic` would have it. */
function bearerKeyIn(authorization: string): string | null {
  const [, token = ''] = /^Bearer +(\S+) *$/i.exec(authorization) ?? [];
  return token.startsWith(KEY_PREFIX) ? `${keyIdIn(token) ?? ''}:${token}` : null;
}

function basicIn(authorization: string): string | null {
  const [scheme, encoded = ''] = authorization.trim().split(/ +/, 2);
  return scheme?.toLowerCase() === 'basic' ? Buffer.from(encoded, 'base64').toString('utf8') : null;
}

/** The id is null where the name and the secret are not of one key. */
function namedIn(credential: string): { readonly id: string | null; readonly secret: string } {
  const colon = credential.indexOf(':');
  const [name, secret] = [credential.slice(0, Math.max(colon, 0)), credential.slice(colon + 1)];
  return { id: keyIdIn(secret) === name ? name : null, secret };
}
