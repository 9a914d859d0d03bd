import { createHmac, generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Identity } from './identity';
import { IDENTITY_TOKEN } from './identity-token';
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

const signer = createIdentitySigner({ privateKey: keys.privateKey, clock: clockAt(0) });
const verifyAt = (secondsLater: number, token: string) =>
  createIdentityVerifier({ publicKey: keys.publicKey, clock: clockAt(secondsLater) }).verify(token);

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
    aud: 'subgraphs',
    iat: seconds,
    nbf: seconds,
    exp: seconds + 60,
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
    expect(await verifyAt(1, await signer.sign(identity))).toEqual(identity);
    expect(await verifyAt(0, await forged({}))).toEqual(identity);
  });

  it.each([
    ['has ended', 66, {}],
    ['has not begun', -6, {}],
    ['is for somebody else', 0, { claims: { aud: 'browsers' } }],
    ['is from somebody else', 0, { claims: { iss: 'somebody' } }],
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
      aud: 'subgraphs',
      iat: 1633089600,
      nbf: 1633089600,
      exp: 1633089660,
    };
    const secret = keys.publicKey.export({ format: 'pem', type: 'spki' });
    const unsigned = written({ alg: 'none', typ: IDENTITY_TOKEN.type }, claims, () => '');
    const shared = written({ alg: 'HS256', typ: IDENTITY_TOKEN.type }, claims, (text) =>
      createHmac('sha256', secret).update(text).digest('base64url'),
    );
    for (const token of [unsigned, shared, 'garbage', ''])
      await expect(verifyAt(0, token)).rejects.toThrow(SignInError);
  });

  it('is signed anew only after half of its life', async () => {
    let secondsLater = 0;
    const clock = { now: () => new Date(START_MILLIS + secondsLater * 1000) };
    const busy = createIdentitySigner({ privateKey: keys.privateKey, clock });
    const first = await busy.sign(identity);
    secondsLater = 29;
    expect(await busy.sign({ ...identity })).toBe(first);
    secondsLater = 30;
    expect(await busy.sign(identity)).not.toBe(first);
    expect(await busy.sign({ ...identity, subject: 'cora' })).not.toBe(await busy.sign(identity));
  });

  it('is not believed past its end by a subgraph that has seen it', async () => {
    let secondsLater = 50;
    const clock = { now: () => new Date(START_MILLIS + secondsLater * 1000) };
    const verifier = createIdentityVerifier({ publicKey: keys.publicKey, clock });
    const token = await forged({});
    expect((await verifier.verify(token)).subject).toBe('olu');
    secondsLater = 66;
    await expect(verifier.verify(token)).rejects.toThrow(SignInError);
  });

  it('is not signed with a name that is not plain', async () => {
    await expect(signer.sign({ ...identity, role: 'officer,admin' })).rejects.toThrow();
  });
});
