import { createHmac, generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Identity } from './identity';
import { hashOfRequest, IDENTITY_TOKEN } from './identity-token';
import { SignInError } from './sign-in-error';
import { createIdentitySigner } from './signer';
import { createIdentityVerifier } from './verifier';

const keys = generateKeyPairSync('ed25519');
const START_MILLIS = Date.UTC(2021, 9, 1, 12);
const identity: Identity = {
  subject: 'olu',
  role: 'officer',
  scopes: ['figures', 'accounts'],
  streams: ['corporate', 'schools'],
  services: [],
  partner: null,
};

function clockAt(secondsLater: number) {
  return { now: () => new Date(START_MILLIS + secondsLater * 1000) };
}

const ASKED = { part: 'corporate', query: '{ a }', variables: { id: '1' }, operationName: null };
const signer = createIdentitySigner({ privateKey: keys.privateKey, clock: clockAt(0) });
const verifyAt = (secondsLater: number, token: string, asked = {}) =>
  createIdentityVerifier({ publicKey: keys.publicKey, clock: clockAt(secondsLater) }).verify(token, {
    ...ASKED,
    ...asked,
  });

interface Forged {
  readonly header?: Record<string, string>;
  readonly claims?: Record<string, unknown>;
  readonly key?: typeof keys.privateKey;
}

/** A token like the gateway's, but for what is named. */
function forged({ header, claims, key = keys.privateKey }: Forged): Promise<string> {
  const seconds = START_MILLIS / 1000;
  const { subject, ...names } = identity;
  return new SignJWT({
    ...names,
    sub: subject,
    iss: 'gateway',
    aud: 'corporate',
    jti: 'one',
    request: hashOfRequest(ASKED),
    iat: seconds,
    nbf: seconds,
    exp: seconds + 10,
    ...claims,
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: IDENTITY_TOKEN.type, ...header })
    .sign(key);
}

/** header.claims.signature by hand, for what no library signs. */
function written(header: object, claims: object, sign: (text: string) => string): string {
  const text = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${sign(text)}`;
}

describe('an identity that the gateway vouches for', () => {
  it('arrives as it was signed', async () => {
    expect(await verifyAt(1, await signer.sign(identity, ASKED))).toEqual(identity);
    expect(await verifyAt(0, await forged({}))).toEqual(identity);
  });

  it.each([
    ['has ended', 16, {}],
    ['has not begun', -6, {}],
    ['is for somebody else', 0, { claims: { aud: 'browsers' } }],
    ['is from somebody else', 0, { claims: { iss: 'somebody' } }],
    ['is for all parts', 0, { claims: { aud: 'subgraphs' } }],
    ['says of no request', 0, { claims: { request: undefined } }],
    ['has no id of its own', 0, { claims: { jti: undefined } }],
    ['never ends', 0, { claims: { exp: undefined } }],
    ['was signed long ago for a long time', 0, { claims: { iat: START_MILLIS / 1000 - 3600 } }],
    ['is another kind of token', 0, { header: { typ: 'JWT' } }],
    ['is signed with another key', 0, { key: generateKeyPairSync('ed25519').privateKey }],
    ['lacks its scopes', 0, { claims: { scopes: undefined } }],
    ['names what could be read as two', 0, { claims: { streams: ['corporate,schools'] } }],
  ] satisfies [string, number, Forged][])('is refused when it %s', async (_, secondsLater, forgery) => {
    await expect(verifyAt(secondsLater, await forged(forgery))).rejects.toThrow(SignInError);
  });

  it('is refused unsigned, and signed with the public key as a shared secret', async () => {
    const claims = {
      ...identity,
      sub: 'olu',
      iss: 'gateway',
      aud: 'corporate',
      jti: 'one',
      request: hashOfRequest(ASKED),
      iat: 1633089600,
      nbf: 1633089600,
      exp: 1633089610,
    };
    const secret = keys.publicKey.export({ format: 'pem', type: 'spki' });
    const unsigned = written({ alg: 'none', typ: IDENTITY_TOKEN.type }, claims, () => '');
    const shared = written({ alg: 'HS256', typ: IDENTITY_TOKEN.type }, claims, (text) =>
      createHmac('sha256', secret).update(text).digest('base64url'),
    );
    for (const token of [unsigned, shared, 'garbage', ''])
      await expect(verifyAt(0, token)).rejects.toThrow(SignInError);
  });

  it.each([
    ['another part', { part: 'adults' }],
    ['another question', { query: '{ b }' }],
    ['other variables', { variables: { id: '2' } }],
    ['no variables', { variables: {} }],
    ['another operation of the document', { operationName: 'B' }],
  ])('is good for the one request that it was signed for, and not for %s', async (_, asked) => {
    await expect(verifyAt(0, await signer.sign(identity, ASKED), asked)).rejects.toThrow(SignInError);
  });

  it('is good once, however soon it comes again, and longer than it lives', async () => {
    let secondsLater = 0;
    const clock = { now: () => new Date(START_MILLIS + secondsLater * 1000) };
    const verifier = createIdentityVerifier({ publicKey: keys.publicKey, clock });
    const token = await signer.sign(identity, ASKED);
    expect((await verifier.verify(token, ASKED)).subject).toBe('olu');
    for (const later of [0, 1, 9, 14, 16]) {
      secondsLater = later;
      await expect(verifier.verify(token, ASKED)).rejects.toThrow(SignInError);
    }
  });

  it('is not used up by whoever sends it with another request', async () => {
    const verifier = createIdentityVerifier({ publicKey: keys.publicKey, clock: clockAt(0) });
    const token = await signer.sign(identity, ASKED);
    await expect(verifier.verify(token, { ...ASKED, query: '{ b }' })).rejects.toThrow(SignInError);
    expect((await verifier.verify(token, ASKED)).subject).toBe('olu');
  });

  it('is signed anew each time, so that equal questions are asked at once', async () => {
    const verifier = createIdentityVerifier({ publicKey: keys.publicKey, clock: clockAt(0) });
    const tokens = await Promise.all([1, 2, 3].map(() => signer.sign(identity, ASKED)));
    for (const token of tokens) expect((await verifier.verify(token, ASKED)).subject).toBe('olu');
  });

  it('is not signed with a name that is not plain', async () => {
    await expect(signer.sign({ ...identity, role: 'officer,admin' }, ASKED)).rejects.toThrow();
  });
});
