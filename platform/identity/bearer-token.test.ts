import { createHmac, createSecretKey, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CompactSign, SignJWT } from 'jose';
import { createTokenVerifier } from './bearer-token';
import { SignInError } from './sign-in-error';

const keys = generateKeyPairSync('ed25519');
const NOW_SECONDS = Date.UTC(2021, 9, 1, 12) / 1000;
const clock = { now: () => new Date(NOW_SECONDS * 1000) };
const expected = { issuer: 'urn:sign-in', audience: 'graph', algorithms: ['EdDSA'] };
const verifier = createTokenVerifier({ ...expected, keys: { publicKey: keys.publicKey }, clock });

const CLAIMS = {
  sub: 'mark',
  role: 'manager',
  services: ['greenspace'],
  iss: 'urn:sign-in',
  aud: 'graph',
  exp: NOW_SECONDS + 600,
};

function token(claims: Record<string, unknown> = {}, key = keys.privateKey, header = {}): Promise<string> {
  return new SignJWT({ ...CLAIMS, ...claims }).setProtectedHeader({ alg: 'EdDSA', ...header }).sign(key);
}

describe('a bearer token', () => {
  it('says who signed in', async () => {
    expect(await verifier.verify(await token())).toEqual({
      subject: 'mark',
      role: 'manager',
      streams: [],
      services: ['greenspace'],
      partner: null,
    });
  });

  it('may be off by a few seconds', async () => {
    const late = await token({ exp: NOW_SECONDS - 4, nbf: NOW_SECONDS + 4 });
    expect((await verifier.verify(late)).subject).toBe('mark');
  });

  it.each([
    ['has expired', { exp: NOW_SECONDS - 6 }],
    ['is not valid yet', { nbf: NOW_SECONDS + 6 }],
    ['never ends', { exp: undefined }],
    ['is from another issuer', { iss: 'urn:other' }],
    ['is for another audience', { aud: 'another' }],
    ['names nobody', { sub: undefined }],
    ['has no role', { role: undefined }],
    ['names a service that could be read as two', { services: ['greenspace,parking'] }],
  ])('is refused in the same words when it %s', async (_, claims) => {
    const refused = verifier.verify(await token(claims));
    await expect(refused).rejects.toThrow(SignInError);
    await expect(refused).rejects.toThrow('Sign in again: the bearer token is not valid here, or no longer.');
  });

  it('is refused when it says something twice, whichever of both a reader would take', async () => {
    const claims = JSON.stringify(CLAIMS);
    for (const twice of ['"role":"admin"', '"\\u0072ole":"admin"', '"deep":{"a":1,"a":2}']) {
      const payload = Buffer.from(claims.replace('{', `{${twice},`));
      const signed = await new CompactSign(payload)
        .setProtectedHeader({ alg: 'EdDSA' })
        .sign(keys.privateKey);
      await expect(verifier.verify(signed)).rejects.toThrow('not valid here');
    }
  });

  it('is refused with another key, another algorithm, no algorithm, or the public key as a secret', async () => {
    const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const secret = keys.publicKey.export({ format: 'pem', type: 'spki' });
    const text = `${encoded({ alg: 'HS256' })}.${encoded(CLAIMS)}`;
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const forgeries = [
      await token({}, generateKeyPairSync('ed25519').privateKey),
      await token({}, rsa.privateKey, { alg: 'RS256' }),
      `${encoded({ alg: 'none' })}.${encoded(CLAIMS)}.`,
      `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`,
    ];
    for (const forgery of forgeries) await expect(verifier.verify(forgery)).rejects.toThrow(SignInError);
  });

  it('is not believed past its end because it was good before', async () => {
    let seconds = NOW_SECONDS;
    const moving = { now: () => new Date(seconds * 1000) };
    const remembering = createTokenVerifier({
      ...expected,
      keys: { publicKey: keys.publicKey },
      clock: moving,
    });
    const short = await token({ exp: NOW_SECONDS + 20 });
    expect((await remembering.verify(short)).subject).toBe('mark');
    seconds += 26;
    await expect(remembering.verify(short)).rejects.toThrow('no longer');
  });

  it.each([['none'], ['HS256'], ['']])(
    'cannot be configured to be taken with the algorithm "%s"',
    (algorithm) => {
      const make = () =>
        createTokenVerifier({
          ...expected,
          algorithms: ['EdDSA', algorithm],
          keys: { publicKey: createSecretKey(Buffer.alloc(32)) },
        });
      expect(make).toThrow('public-key algorithm');
      expect(() =>
        createTokenVerifier({ ...expected, algorithms: [], keys: { publicKey: keys.publicKey } }),
      ).toThrow();
    },
  );
});

describe('keys that are published at an address', () => {
  let server: Server;
  let jwksUrl: URL;
  let status = 200;
  beforeAll(async () => {
    const key = { ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'EdDSA', use: 'sig' };
    server = createServer((_, response) => response.writeHead(status).end(JSON.stringify({ keys: [key] })));
    await new Promise<void>((resolve) => void server.listen(0, resolve));
    jwksUrl = new URL(`http://localhost:${(server.address() as AddressInfo).port}/keys`);
  });
  afterAll(() => new Promise((resolve) => void server.close(resolve)));
  const published = () => createTokenVerifier({ ...expected, keys: { jwksUrl }, clock });

  it('are used', async () => {
    expect((await published().verify(await token({}, keys.privateKey, { kid: 'one' }))).subject).toBe('mark');
  });

  it('do not hold a key that nobody published', async () => {
    await expect(published().verify(await token({}, keys.privateKey, { kid: 'two' }))).rejects.toThrow(
      SignInError,
    );
  });

  it('are no fault of the caller when they cannot be had', async () => {
    status = 500;
    const failed = published().verify(await token({}, keys.privateKey, { kid: 'one' }));
    await expect(failed).rejects.toThrow('200 OK');
    await expect(failed).rejects.not.toThrow(SignInError);
  });
});
