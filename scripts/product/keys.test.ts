import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings, SettingsError } from '../../platform/config/settings';
import { openKeys, signingKeyOf } from './keys';

describe("the gateway's keys", () => {
  let dataDirectory: string;
  beforeAll(() => {
    dataDirectory = mkdtempSync(path.join(tmpdir(), 'keys-'));
  });
  afterAll(() => rmSync(dataDirectory, { recursive: true }));

  const pair = generateKeyPairSync('ed25519');
  const other = generateKeyPairSync('ed25519');
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = (key: { export(options: { format: 'jwk' }): object }) =>
    JSON.stringify(key.export({ format: 'jwk' }));
  const open = (env: Record<string, string>) => openKeys(readSettings({ DATA_DIR: dataDirectory, ...env }));

  it('are a pair', async () => {
    const keys = await open({
      IDENTITY_PRIVATE_KEY: jwk(pair.privateKey),
      IDENTITY_PUBLIC_KEY: jwk(pair.publicKey),
    });
    expect(keys.identityPublic.equals(pair.publicKey)).toBe(true);
    expect(signingKeyOf(keys).equals(pair.privateKey)).toBe(true);
  });

  it("are the demonstration's where none are given, and the public half follows from the private one", async () => {
    const [one, again] = [await open({}), await open({})];
    expect(signingKeyOf(one).equals(signingKeyOf(again))).toBe(true);
    const { identityPublic } = await open({ IDENTITY_PRIVATE_KEY: jwk(pair.privateKey) });
    expect(identityPublic.equals(pair.publicKey)).toBe(true);
  });

  it.each([
    [
      'that do not belong together',
      { IDENTITY_PRIVATE_KEY: jwk(pair.privateKey), IDENTITY_PUBLIC_KEY: jwk(other.publicKey) },
      'IDENTITY_PUBLIC_KEY is not the public half of IDENTITY_PRIVATE_KEY. Write the two of one pair',
    ],
    [
      'of another kind',
      { IDENTITY_PRIVATE_KEY: jwk(rsa.privateKey) },
      'IDENTITY_PRIVATE_KEY is not a private key',
    ],
    [
      'that are public in place of private',
      { IDENTITY_PRIVATE_KEY: jwk(pair.publicKey) },
      'IDENTITY_PRIVATE_KEY is',
    ],
    [
      'of another kind, to check with',
      { IDENTITY_PUBLIC_KEY: jwk(rsa.publicKey) },
      'Write a public key of Ed25519',
    ],
    [
      'that are cut',
      { IDENTITY_PUBLIC_KEY: '{"kty":"OKP","crv":"Ed25519","x":"short"}' },
      'IDENTITY_PUBLIC_KEY is',
    ],
  ])('are refused when it is ones %s', async (_, env, says) => {
    await expect(open(env)).rejects.toThrow(SettingsError);
    await expect(open(env)).rejects.toThrow(says);
    await expect(open(env)).rejects.not.toThrow(pair.privateKey.export({ format: 'jwk' }).d);
  });

  it('are refused to who signs where the public half alone is given', async () => {
    const keys = await open({ IDENTITY_PUBLIC_KEY: jwk(pair.publicKey) });
    expect(keys.identityPublic.equals(pair.publicKey)).toBe(true);
    expect(() => signingKeyOf(keys)).toThrow('IDENTITY_PRIVATE_KEY is not set, and IDENTITY_PUBLIC_KEY is.');
  });
});
