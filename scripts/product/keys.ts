import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Settings } from '../../platform/config/settings';
import type { TokenKeys } from '../../platform/identity/bearer-token';
import { demonstrationKeys, keyPairOf } from '../../platform/identity/demonstration-keys';

/** What callers are distinguished by. */
export interface Keys {
  /** The sign-in service's, which bearer tokens are verified with. */
  readonly tokens: TokenKeys;
  /** The gateway's, which it vouches with; null where only the public half is given. */
  readonly identityPrivate: KeyObject | null;
  readonly identityPublic: KeyObject;
}

/** The keys that the settings name; outside production those that are missing are the demonstration's own. */
export async function openKeys({ token, identity, dataDirectory, production }: Settings): Promise<Keys> {
  const demonstration = production ? null : await demonstrationKeys({ dataDirectory });
  const pair = identity.privateKey ? keyPairOf(identity.privateKey) : (demonstration?.identity ?? null);
  const publicKey = identity.publicKey
    ? createPublicKey({ key: { ...identity.publicKey }, format: 'jwk' })
    : (pair?.publicKey ?? null);
  const tokens = token.jwksUrl
    ? { jwksUrl: new URL(token.jwksUrl) }
    : demonstration && { publicKey: demonstration.token.publicKey };
  if (publicKey === null || tokens === null)
    throw new Error('Settings were read without the keys that they require');
  return { tokens, identityPrivate: pair?.privateKey ?? null, identityPublic: publicKey };
}
