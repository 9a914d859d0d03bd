import { createPublicKey, type KeyObject } from 'node:crypto';
import { type Settings, SettingsError } from '../../platform/config/settings';
import type { TokenKeys } from '../../platform/identity/bearer-token';
import {
  type DemonstrationKeys,
  demonstrationKeys,
  keyPairOf,
} from '../../platform/identity/demonstration-keys';

/** What callers are distinguished by. */
export interface Keys {
  /** The sign-in service's, which bearer tokens are verified with. */
  readonly tokens: TokenKeys;
  /** The gateway's, which it vouches with; null where only the public half is given. */
  readonly identityPrivate: KeyObject | null;
  readonly identityPublic: KeyObject;
}

/**
 * The keys that the settings name; outside production those that are missing are the demonstration's own. Throws
 * `SettingsError` for keys that nothing could be signed or checked with, and for two that do not belong together: every
 * request would be refused by the parts, of a product that is ready.
 */
export async function openKeys({ token, identity, dataDirectory, production }: Settings): Promise<Keys> {
  const given = keysGiven(identity);
  const demonstration = production ? null : await demonstrationKeys({ dataDirectory });
  const isGiven = given.private !== null || given.public !== null;
  const own = isGiven ? given : { private: null, public: null, ...halvesOf(demonstration?.identity) };
  const tokens = tokenKeysOf(token, demonstration);
  const identityPublic = own.public ?? (own.private && createPublicKey(own.private));
  if (identityPublic === null || tokens === null)
    throw new Error('Settings were read without the keys that they require');
  return { tokens, identityPrivate: own.private, identityPublic };
}

/** The keys that bearer tokens are verified with, for a part that vouches for nobody: the site. */
export async function openTokenKeys(settings: Settings): Promise<Pick<Keys, 'tokens'>> {
  const { token, dataDirectory, production } = settings;
  const tokens = tokenKeysOf(token, production ? null : await demonstrationKeys({ dataDirectory }));
  if (tokens === null) throw new Error('Settings were read without the keys that they require');
  return { tokens };
}

const tokenKeysOf = (
  { jwksUrl }: Settings['token'],
  demonstration: DemonstrationKeys | null,
): TokenKeys | null =>
  jwksUrl ? { jwksUrl: new URL(jwksUrl) } : demonstration && { publicKey: demonstration.token.publicKey };

/** The gateway's key, for whoever signs with it. Throws `SettingsError` where only its public half is given. */
export function signingKeyOf({ identityPrivate }: Keys): KeyObject {
  if (identityPrivate !== null) return identityPrivate;
  const says =
    'is not set, and IDENTITY_PUBLIC_KEY is. Write the private key that it belongs to, or neither.';
  throw new SettingsError([{ setting: 'IDENTITY_PRIVATE_KEY', says }]);
}

interface Halves {
  readonly private: KeyObject | null;
  readonly public: KeyObject | null;
}

const halvesOf = (pair?: {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}): Partial<Halves> => (pair ? { private: pair.privateKey, public: pair.publicKey } : {});

function keysGiven({ privateKey, publicKey }: Settings['identity']): Halves {
  const halves = {
    private: privateKey && ed25519('IDENTITY_PRIVATE_KEY', () => keyPairOf(privateKey).privateKey),
    public:
      publicKey &&
      ed25519('IDENTITY_PUBLIC_KEY', () => createPublicKey({ key: { ...publicKey }, format: 'jwk' })),
  };
  if (halves.private && halves.public && !createPublicKey(halves.private).equals(halves.public))
    throw new SettingsError([
      {
        setting: 'IDENTITY_PUBLIC_KEY',
        says: 'is not the public half of IDENTITY_PRIVATE_KEY. Write the two of one pair: the public half is the private key without its "d".',
      },
    ]);
  return halves;
}

/** An Ed25519 key of a setting. Throws `SettingsError` for any other. */
export function ed25519(setting: string, read: () => KeyObject): KeyObject {
  const key = readable(read);
  if (key?.asymmetricKeyType === 'ed25519') return key;
  const half = setting.endsWith('_PRIVATE_KEY') ? 'a private key' : 'a public key';
  throw new SettingsError([
    { setting, says: `is not ${half} that can be used. Write ${half} of Ed25519, as a JWK (RFC 8037).` },
  ]);
}

function readable(read: () => KeyObject): KeyObject | null {
  try {
    return read();
  } catch {
    return null;
  }
}
