import { createPublicKey, type KeyObject } from 'node:crypto';
import { type Settings, SettingsError } from '../../platform/config/settings';
import { demonstrationKeys, keyPairOf } from '../../platform/identity/demonstration-keys';
import { ed25519 } from './keys';

/** By whom manifests of operations are signed. */
export interface OperationsKeys {
  /** Whose signatures are taken. */
  readonly publicKeys: readonly KeyObject[];
  /** What manifests are signed with here; null where that is done elsewhere. */
  readonly privateKey: KeyObject | null;
}

/**
 * The keys that the settings name for operations; where they name none, the gateway's own, and outside production the
 * demonstration's. Throws `SettingsError` for keys that nothing could be signed or checked with.
 */
export async function openOperationsKeys(settings: Settings): Promise<OperationsKeys> {
  const { operations, identity } = settings;
  const isGiven = operations.publicKeys.length > 0 || operations.privateKey !== null;
  const keys = isGiven
    ? readKeys('OPERATIONS', operations)
    : readKeys('IDENTITY', {
        privateKey: identity.privateKey,
        publicKeys: identity.publicKey === null ? [] : [identity.publicKey],
      });
  if (keys.publicKeys.length > 0) return keys;
  if (settings.production)
    throw new SettingsError([
      {
        setting: 'OPERATIONS_PUBLIC_KEY',
        says: 'is not set, nor is IDENTITY_PUBLIC_KEY. Write one of them.',
      },
    ]);
  const { identity: pair } = await demonstrationKeys(settings);
  return { publicKeys: [pair.publicKey], privateKey: pair.privateKey };
}

type Given = Pick<Settings['operations'], 'publicKeys' | 'privateKey'>;

/** The public half follows from the private one where only that is given. */
function readKeys(whose: 'OPERATIONS' | 'IDENTITY', { publicKeys, privateKey }: Given): OperationsKeys {
  const signing = privateKey && ed25519(`${whose}_PRIVATE_KEY`, () => keyPairOf(privateKey).privateKey);
  const taken = publicKeys.map((key) =>
    ed25519(`${whose}_PUBLIC_KEY`, () => createPublicKey({ key: { ...key }, format: 'jwk' })),
  );
  return {
    publicKeys: taken.length > 0 || signing === null ? taken : [createPublicKey(signing)],
    privateKey: signing,
  };
}
