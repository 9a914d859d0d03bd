import { generateKeyPairSync } from 'node:crypto';
import { createIdentitySigner } from '../../platform/identity/signer';
import { keptByAccess } from './kept-by-access';

const identitySigner = createIdentitySigner(generateKeyPairSync('ed25519'));

describe('what the part that keeps keys has', () => {
  it('is nothing where none is named: no key is taken, and no limit shared', async () => {
    const kept = keptByAccess({ identitySigner }, new Map());
    expect([kept.keyVerifiers, kept.lease]).toEqual([[], null]);
    await expect(kept.flush()).resolves.toBeUndefined();
  });

  it('is asked of the part that is named, which has to be there', () => {
    expect(() => keptByAccess({ keyPart: 'access', identitySigner }, new Map())).toThrow(
      'The part that keeps keys, access, is not given.',
    );
  });
});
