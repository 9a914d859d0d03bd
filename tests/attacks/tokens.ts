import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { CompactSign } from 'jose';
import type { Attack, Expected, Sent } from './attack';
import type { Target } from './target';

/** How it is refused, whatever is wrong with it. */
export const TOKEN_REFUSED: Expected = {
  ...{ status: 401, code: 'UNAUTHENTICATED' },
  message: 'Sign in again: the bearer token is not valid here, or no longer.',
};

const nowSeconds = () => Math.floor(Date.now() / 1_000);
const stranger = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const bearer = (token: string): Sent => ({ headers: { authorization: `Bearer ${token}` } });

/** The claims of a good token of a program, with some changed; `undefined` leaves one out. */
const claims = ({ issuer, product }: Target, changed: object = {}): Record<string, unknown> => ({
  ...{
    iss: issuer,
    aud: product.settings.token.audience,
    sub: 'reporting-tool',
    client_id: 'reporting-tool',
  },
  ...{ role: 'analyst', streams: [], services: [], partner: null },
  ...{ iat: nowSeconds(), exp: nowSeconds() + 300 },
  ...changed,
});

/** A token of these claims (as they stand, or as text), signed as an attacker would. */
const signed = async (
  target: Target,
  { changed = {}, text, key = target.signing.token.privateKey, header = {} }: Forged = {},
): Promise<Sent> => {
  const payload = Buffer.from(
    text?.(JSON.stringify(claims(target, changed))) ?? JSON.stringify(claims(target, changed)),
  );
  return bearer(await new CompactSign(payload).setProtectedHeader({ alg: 'EdDSA', ...header }).sign(key));
};
interface Forged {
  readonly changed?: object;
  readonly text?: (json: string) => string;
  readonly key?: KeyObject;
  readonly header?: object;
}

const hmac = (target: Target, secret: string | Buffer): Sent => {
  const text = `${encoded({ alg: 'HS256' })}.${encoded(claims(target))}`;
  return bearer(`${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`);
};
const publicKey = ({ signing }: Target) => signing.token.publicKey;

/** The good one, which shows that each of the others is refused for what is wrong with it. */
export const goodToken = (target: Target, changed: object = {}): Promise<Sent> => signed(target, { changed });

const FORGED: readonly (readonly [name: string, send: Attack<Target>['send']])[] = [
  ['for another audience', (on) => signed(on, { changed: { aud: 'another' } })],
  ['for no audience', (on) => signed(on, { changed: { aud: undefined } })],
  ['of another issuer', (on) => signed(on, { changed: { iss: 'https://evil.example' } })],
  ['signed by another key', (on) => signed(on, { key: stranger.privateKey })],
  ['signed by another kind of key', (on) => signed(on, { key: rsa.privateKey, header: { alg: 'RS256' } })],
  [
    'that brings its own key',
    (on) =>
      signed(on, { key: stranger.privateKey, header: { jwk: stranger.publicKey.export({ format: 'jwk' }) } }),
  ],
  [
    'that says where its key is',
    (on) => signed(on, { key: stranger.privateKey, header: { jku: 'https://evil.example/keys', kid: '1' } }),
  ],
  ['that is not signed', (on) => bearer(`${encoded({ alg: 'none' })}.${encoded(claims(on))}.`)],
  ['that is not signed, in capitals', (on) => bearer(`${encoded({ alg: 'NONE' })}.${encoded(claims(on))}.`)],
  [
    'whose signature was cut off',
    async (on) =>
      bearer(
        `${String((await signed(on)).headers?.authorization)
          .slice(7)
          .split('.')
          .slice(0, 2)
          .join('.')}.`,
      ),
  ],
  [
    'with HS256 by the public key (PEM)',
    (on) => hmac(on, publicKey(on).export({ format: 'pem', type: 'spki' })),
  ],
  [
    'with HS256 by the public key (DER)',
    (on) => hmac(on, publicKey(on).export({ format: 'der', type: 'spki' })),
  ],
  ['with HS256 by nothing', (on) => hmac(on, '')],
  ['that has expired', (on) => signed(on, { changed: { exp: nowSeconds() - 60 } })],
  ['that never ends', (on) => signed(on, { changed: { exp: undefined } })],
  ['that is not yet valid', (on) => signed(on, { changed: { nbf: nowSeconds() + 300 } })],
  ['that ends at a text', (on) => signed(on, { changed: { exp: '2099-01-01' } })],
  ['with its role twice', (on) => signed(on, { text: (json) => json.replace('{', '{"role":"admin",') })],
  [
    'with its role twice, the second behind',
    (on) => signed(on, { text: (json) => json.replace(/}$/, ',"role":"admin"}') }),
  ],
  [
    'with its role twice, once escaped',
    (on) => signed(on, { text: (json) => json.replace('{', '{"\\u0072ole":"admin",') }),
  ],
  ['with its subject twice', (on) => signed(on, { text: (json) => json.replace('{', '{"sub":"ada",') })],
  ['without a role', (on) => signed(on, { changed: { role: undefined } })],
  ['with two roles', (on) => signed(on, { changed: { role: ['analyst', 'admin'] } })],
  ['with a role that is no text', (on) => signed(on, { changed: { role: { name: 'admin' } } })],
  ['of nobody', (on) => signed(on, { changed: { sub: undefined } })],
  ['of two services in one name', (on) => signed(on, { changed: { services: ['a,b'] } })],
  [
    'that was changed after it was signed',
    async (on) => {
      const [head, , signature] = String((await signed(on)).headers?.authorization)
        .slice(7)
        .split('.');
      return bearer(`${head}.${encoded(claims(on, { role: 'admin' }))}.${signature}`);
    },
  ],
  [
    'that is the identity which the gateway vouches with',
    (on) =>
      signed(on, {
        changed: { iss: 'gateway', aud: 'subgraphs' },
        key: on.signing.identity.privateKey,
        header: { typ: 'identity+jwt' },
      }),
  ],
  ['that is no token', () => bearer('x.y.z')],
];

/** Good tokens of what is not there. */
const UNKNOWN_ROLES: readonly Attack<Target>[] = ['gateway', 'import', 'seed', 'projection', '__proto__'].map(
  (role) => ({
    name: `a good token of the role ${role}, which nobody has`,
    send: (on: Target) => signed(on, { changed: { role } }),
    expects: { status: 403, code: 'FORBIDDEN' },
  }),
);

/** A table of attacks by tokens: a further one is a further row. */
export const TOKEN_ATTACKS: readonly Attack<Target>[] = [
  ...FORGED.map(([name, send]) => ({ name: `a token ${name}`, send, expects: TOKEN_REFUSED })),
  ...UNKNOWN_ROLES,
];
