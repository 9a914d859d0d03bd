import { newKey } from '../../platform/identity/key-text';
import type { Attack, Expected, Sent } from './attack';
import type { Target, TargetKey } from './target';

/** How it is refused, whatever is wrong with it. */
export const KEY_REFUSED: Expected = {
  ...{ status: 401, code: 'UNAUTHENTICATED', never: /[0-9a-f]{64}/ },
  message:
    'The key is not good here. Send its id and secret as they were given to you; if you did, ask whoever gave them to you for a new one.',
};
const IN_ADDRESS: Expected = { status: 400, code: 'KEY_IN_ADDRESS', never: /[0-9a-f]{64}/ };
const FORBIDDEN: Expected = { status: 200, code: 'FORBIDDEN' };

export const basic = (name: string, password: string): Sent => ({
  headers: { authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}` },
});
const bearer = (token: string): Sent => ({ headers: { authorization: `Bearer ${token}` } });
const asks = ({ id, secret }: TargetKey, query: string): Sent => ({
  ...basic(id, secret),
  body: JSON.stringify({ query }),
});
const other = newKey();
const the = ({ keys }: Target, name: string): TargetKey => {
  const key = keys[name];
  if (key === undefined) throw new Error(`There is no key ${name}`);
  return key;
};

/** Keys that are not good, by both schemes and at every door. */
const BAD_KEYS: readonly Attack<Target>[] = [
  {
    name: 'a key that nobody made, by Basic',
    send: () => basic(other.id, other.secret),
    expects: KEY_REFUSED,
  },
  { name: 'a key that nobody made, by Bearer', send: () => bearer(other.secret), expects: KEY_REFUSED },
  {
    name: 'a guessed secret',
    send: (on) => basic(the(on, 'analyst').id, `${the(on, 'analyst').id}_${'0'.repeat(64)}`),
    expects: KEY_REFUSED,
  },
  {
    name: 'the secret of another key',
    send: (on) => basic(the(on, 'analyst').id, the(on, 'admin').secret),
    expects: KEY_REFUSED,
  },
  {
    name: 'the id of another key',
    send: (on) => basic(the(on, 'admin').id, the(on, 'analyst').secret),
    expects: KEY_REFUSED,
  },
  { name: 'an id alone', send: (on) => basic(the(on, 'admin').id, ''), expects: KEY_REFUSED },
  { name: 'an id as a bearer', send: (on) => bearer(the(on, 'admin').id), expects: KEY_REFUSED },
  {
    name: 'a secret cut short',
    send: (on) => bearer(the(on, 'admin').secret.slice(0, -1)),
    expects: KEY_REFUSED,
  },
  {
    name: 'a secret with more behind it',
    send: (on) => bearer(`${the(on, 'admin').secret}0`),
    expects: KEY_REFUSED,
  },
  {
    name: 'a secret in capitals',
    send: (on) => basic(the(on, 'admin').id, the(on, 'admin').secret.toUpperCase()),
    expects: KEY_REFUSED,
  },
  {
    name: 'a revoked key, by Basic',
    send: (on) => basic(the(on, 'revoked').id, the(on, 'revoked').secret),
    expects: KEY_REFUSED,
  },
  { name: 'a revoked key, by Bearer', send: (on) => bearer(the(on, 'revoked').secret), expects: KEY_REFUSED },
  {
    name: 'a key whose time is over',
    send: (on) => basic(the(on, 'expired').id, the(on, 'expired').secret),
    expects: KEY_REFUSED,
  },
  {
    name: 'a key from another address',
    send: (on) => basic(the(on, 'elsewhere').id, the(on, 'elsewhere').secret),
    expects: KEY_REFUSED,
  },
  {
    name: 'a key from an address that is only said',
    send: (on) => ({
      headers: {
        ...basic(the(on, 'elsewhere').id, the(on, 'elsewhere').secret).headers,
        'x-forwarded-for': '192.0.2.7',
        forwarded: 'for=192.0.2.7',
        'x-real-ip': '192.0.2.7',
      },
    }),
    expects: KEY_REFUSED,
  },
  { name: 'SQL in an id', send: () => basic(`' or '1'='1`, `' or '1'='1`), expects: KEY_REFUSED },
  {
    name: 'a NUL in an id',
    send: (on) => basic(`${the(on, 'admin').id}\u0000`, the(on, 'admin').secret),
    expects: KEY_REFUSED,
  },
  {
    name: 'a Basic that is no base64',
    send: () => ({ headers: { authorization: 'Basic %%%' } }),
    expects: KEY_REFUSED,
  },
  { name: 'a Basic of nothing', send: () => ({ headers: { authorization: 'Basic' } }), expects: KEY_REFUSED },
  {
    name: 'a Basic of 6,000 letters',
    send: () => basic('x'.repeat(3_000), 'y'.repeat(3_000)),
    expects: KEY_REFUSED,
  },
  {
    name: 'a revoked key at the door for files',
    send: (on) => ({
      ...basic(the(on, 'revoked').id, the(on, 'revoked').secret),
      path: '/imports/corporate-crm',
      body: 'x',
    }),
    expects: KEY_REFUSED,
  },
  {
    name: 'a revoked key at a door that there is not',
    send: (on) => ({ ...bearer(the(on, 'revoked').secret), path: '/exports/stages.csv' }),
    expects: KEY_REFUSED,
  },
  {
    name: 'a key by another scheme',
    send: (on) => ({ headers: { authorization: `ApiKey ${the(on, 'admin').secret}` } }),
    expects: { status: 401, code: 'UNAUTHENTICATED' },
  },
  {
    name: 'a key in a header of its own',
    send: (on) => ({ headers: { 'x-api-key': the(on, 'admin').secret } }),
    expects: { status: 401, code: 'UNAUTHENTICATED' },
  },
  {
    name: 'a key in a cookie',
    send: (on) => ({ headers: { cookie: `key=${the(on, 'admin').secret}` } }),
    expects: { status: 401, code: 'UNAUTHENTICATED' },
  },
];

/** Keys in addresses, at doors that are open and at those that are not. */
const IN_ADDRESSES: readonly Attack<Target>[] = [
  ['as a parameter', (secret: string) => `/graphql?access_token=${secret}`],
  ['as a parameter beside a question', (secret: string) => `/graphql?query={caller{subject}}&key=${secret}`],
  [
    'inside a question',
    (secret: string) => `/graphql?query=${encodeURIComponent(`{ key(id: "${secret}") { id } }`)}`,
  ],
  ['percented', (secret: string) => `/graphql?key=${secret.replace('cck_', '%63%63%6b%5f')}`],
  ['in the path', (secret: string) => `/graphql/${secret}`],
  ['at an open door', (secret: string) => `/health/live?key=${secret}`],
  ['at the front page', (secret: string) => `/?key=${secret}`],
].map(([name, path]) => ({
  name: `a good key in the address, ${String(name)}`,
  send: (on: Target): Sent => ({
    body: null,
    path: typeof path === 'function' ? path(the(on, 'admin').secret) : '',
  }),
  expects: IN_ADDRESS,
}));

/** Good keys that ask for what no key opens, or no key of theirs. */
const TOO_MUCH: readonly Attack<Target>[] = [
  ['officer', 'people', '{ corporateAccountSearch(words: "smith") { edges { cursor } } }'],
  ['officer', 'rows as they came', '{ quarantinedRows { totalCount } }'],
  ['manager', 'people', '{ corporateAccountSearch(words: "smith") { edges { cursor } } }'],
  ['admin', 'keys', '{ keys { totalCount } }'],
  [
    'admin',
    'another key',
    'mutation { createKey(command: "00000000-0000-4000-8000-000000000001", key: { name: "x", owner: "x", role: "admin", expiresInDays: 1 }) { __typename } }',
  ],
  ['admin', 'an end of keys', 'mutation { revokeKey(id: "x", reason: "x") { __typename } }'],
  [
    'admin',
    'who came to a workshop',
    'mutation { recordAttendance(id: "x", attended: [], missed: []) { __typename } }',
  ],
  ['admin', 'the audit log', '{ accessAuditEntries { totalCount } }'],
  ['analyst', 'imports', 'mutation { undoImport(id: "x", reason: "x") { __typename } }'],
  ['auditor', 'the audit log', '{ corporateAuditEntries { totalCount } }'],
  ['auditor', 'figures', '{ measures(by: []) { rows { received } } }'],
].map(([role = '', what = '', query = '']) => ({
  name: `a key of the role ${role} that asks for ${what}`,
  send: (on: Target) => asks(the(on, role), query),
  expects: query.startsWith('mutation') ? { ...FORBIDDEN, status: 403 } : FORBIDDEN,
}));

/** What only the gateway asks, asked from outside. */
const INTERNAL: readonly Attack<Target>[] = [
  {
    name: 'the hash of a key',
    send: (on) => asks(the(on, 'admin'), `{ keyForSignIn(id: "${the(on, 'admin').id}") { hash } }`),
    expects: { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' },
  },
  {
    name: 'an end of counting',
    send: (on) => asks(the(on, 'admin'), 'mutation { noteKeyUses(uses: []) }'),
    expects: { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' },
  },
];

/** A table of attacks by keys: a further one is a further row. */
export const KEY_ATTACKS: readonly Attack<Target>[] = [
  ...BAD_KEYS,
  ...IN_ADDRESSES,
  ...TOO_MUCH,
  ...INTERNAL,
];
