import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { parse } from 'graphql';
import { CompactSign, SignJWT } from 'jose';
import { ManifestRefused, readManifest, signManifest } from './manifest';
import { type TrustedOperation, trustedOperation } from './trusted-operation';

const now = generateKeyPairSync('ed25519');
const before = generateKeyPairSync('ed25519');
const operation = trustedOperation(parse('query Who { whoAmI }')) as TrustedOperation;

const signed = (payload: object, key: KeyObject = now.privateKey, typ = 'operations+jws') =>
  new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader({ alg: 'EdDSA', typ }).sign(key);
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const listed = (changed: object) => signed({ operations: [{ ...operation, ...changed }] });
const read = (manifest: string) => readManifest(manifest, [now.publicKey, before.publicKey]);

describe('a manifest of operations', () => {
  it('gives what was signed, by the key of now and by the one of before', async () => {
    for (const { privateKey } of [now, before])
      expect(await read(`${await signManifest([operation], privateKey)}\n`)).toEqual([operation]);
  });

  it('may be changed nowhere', async () => {
    const manifest = await signManifest([operation], now.privateKey);
    const [head, payload = '', signature] = manifest.split('.');
    const other = Buffer.from(Buffer.from(payload, 'base64url').toString().replaceAll('Who', 'Hoo'));
    for (const changed of [
      [head, other.toString('base64url'), signature].join('.'),
      [head, payload, signature?.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'))].join('.'),
      `${head}.${payload}.`,
      [Buffer.from('{"alg":"none","typ":"operations+jws"}').toString('base64url'), payload, ''].join('.'),
      manifest.slice(0, -1),
      'no manifest',
      '',
    ])
      await expect(read(changed)).rejects.toThrow('not signed with the key');
  });

  it.each([
    ['by a key of nobody', () => signed({ operations: [] }, generateKeyPairSync('ed25519').privateKey)],
    ['as something else', () => signed({ operations: [] }, now.privateKey, 'identity+jwt')],
    [
      'as the gateway’s word for a caller',
      () => new SignJWT({ operations: [] }).setProtectedHeader({ alg: 'EdDSA' }).sign(now.privateKey),
    ],
  ])('is refused where it is signed %s', async (_, made) => {
    await expect(read(await made())).rejects.toBeInstanceOf(ManifestRefused);
  });

  it.each([
    ['a hash of something else', { hash: hashOf('query Other { whoAmI }') }],
    ['a name of another', { name: 'Other' }],
    ['two operations in one', { text: `${operation.text} query B { whoAmI }` }],
    ['a text in another way of writing', { text: 'query Who{whoAmI}', hash: hashOf('query Who{whoAmI}') }],
    ['a text that is none', { text: '{', hash: hashOf('{') }],
  ])('is refused with %s, whoever signed it', async (_, changed) => {
    await expect(read(await listed(changed))).rejects.toThrow('what it says of "');
  });

  it('is refused where it lists nothing', async () => {
    for (const payload of [{}, { operations: 3 }, { operations: [{ name: 'Who' }] }])
      await expect(read(await signed(payload))).rejects.toThrow('it does not list operations');
  });
});
