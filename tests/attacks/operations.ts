import { parse } from 'graphql';
import { trustedOperation } from '../../gateway/operations/trusted-operation';
import type { Attack, Expected, Sent } from './attack';
import { PARTNERS_OWN } from './closed-gateway';
import { basic } from './keys';
import { partnerToken } from './partners';
import type { Target } from './target';
import { goodToken } from './tokens';

/** A request to the gateway that takes nothing else. */
async function asks(on: Target, sent: Sent | Promise<Sent>, body: unknown, more: Sent = {}): Promise<Sent> {
  const { headers } = await sent;
  return {
    to: on.closed.url,
    ...more,
    headers: { ...headers, ...more.headers },
    body: body === null || typeof body === 'string' ? body : JSON.stringify(body),
  };
}
const partner = (on: Target) => partnerToken(on, 'another');
const officer = (on: Target) => goodToken(on, { role: 'officer', streams: ['corporate'] });

const NOT_TRUSTED: Expected = { status: 403, code: 'FORBIDDEN', says: /npm run operations/ };
const NOT_ALONE: Expected = { status: 400, code: 'BAD_REQUEST', says: /Send one operation in a request/ };
const WHO = '{ caller { subject } }';
const hashOf = (text: string) => trustedOperation(parse(text))?.hash;
const HASH = hashOf(PARTNERS_OWN);
const UNKNOWN = hashOf(`query Unknown ${WHO}`);

/** Each asks something of their own where trusted operations alone are answered. */
const OWN_QUESTIONS: readonly Attack<Target>[] = [
  ...(['officer', 'manager', 'auditor'] as const).map((role) => ({
    name: `a question of their own by ${role}, in production`,
    send: (on: Target) => asks(on, goodToken(on, { role }), { query: WHO }),
    expects: NOT_TRUSTED,
  })),
  {
    name: 'a partner’s own question, in production, by key',
    send: (on) => asks(on, basic(on.keys.another?.id ?? '', on.keys.another?.secret ?? ''), { query: WHO }),
    expects: NOT_TRUSTED,
  },
  {
    name: 'an administrator’s own question from a page of elsewhere, in production',
    send: (on) =>
      asks(
        on,
        goodToken(on, { role: 'admin' }),
        { query: WHO },
        { headers: { origin: 'https://evil.example' } },
      ),
    expects: NOT_TRUSTED,
  },
  ...(
    [
      ['a question of their own', { query: WHO }],
      ['what there is in the schema', { query: '{ __schema { types { name } } }' }],
      ['another question under a trusted name', { query: 'query PartnerWho { caller { role { name } } }' }],
      ['a trusted question with a field more', { query: PARTNERS_OWN.replace('asAt', 'asAt partial') }],
      [
        'another question beside a trusted one',
        { query: `${PARTNERS_OWN} query B ${WHO}`, operationName: 'B' },
      ],
      ['another question with a trusted hash', { query: WHO, documentId: `sha256:${HASH}` }],
      ['a hash of their own question', { documentId: `sha256:${UNKNOWN}` }],
      [
        'their own question to be kept by its hash',
        { query: WHO, extensions: { persistedQuery: { version: 1, sha256Hash: UNKNOWN } } },
      ],
      ['a hash to be kept', { extensions: { persistedQuery: { version: 1, sha256Hash: UNKNOWN } } }],
      ['several at once', [{ operation: 'PartnerWho', variables: { by: [] } }, { query: WHO }]],
      ['nothing', {}],
      [
        'a second question under the same member',
        `{"query":${JSON.stringify(PARTNERS_OWN)},"query":"${WHO}"}`,
      ],
    ] as const
  ).map(([what, body]) => ({
    name: `a partner that asks ${what}, in production`,
    send: (on: Target) => asks(on, partner(on), body),
    expects: what === 'several at once' ? NOT_ALONE : NOT_TRUSTED,
  })),
  ...(['application/graphql', 'application/x-www-form-urlencoded'] as const).map((type) => ({
    name: `a partner’s own question in ${type}, in production`,
    send: (on: Target) =>
      asks(on, partner(on), type.endsWith('graphql') ? WHO : new URLSearchParams({ query: WHO }).toString(), {
        headers: { 'content-type': type },
      }),
    expects: NOT_TRUSTED,
  })),
  {
    name: 'a partner’s own question in an address, in production',
    send: (on) => asks(on, partner(on), null, { path: `/graphql?query=${encodeURIComponent(WHO)}` }),
    expects: NOT_TRUSTED,
  },
];

const KEY = { id: 'key-1', reason: 'x' };

/** Trusted operations, asked for more than they are. */
const BEYOND: readonly Attack<Target>[] = [
  {
    name: 'a trusted operation under another’s name',
    send: (on) =>
      asks(on, partner(on), { operation: 'PartnerWho', operationName: 'KeyList', variables: { by: [] } }),
    expects: { status: 400, code: 'BAD_REQUEST' },
  },
  {
    name: 'a name that no operation has',
    send: (on) => asks(on, partner(on), { operation: 'PartnerWhom' }),
    expects: { status: 404, code: 'NOT_FOUND' },
  },
  {
    name: 'a trusted name with a text',
    send: (on) => asks(on, partner(on), { operation: 'PartnerWho', query: WHO }),
    expects: { status: 400, code: 'BAD_REQUEST' },
  },
  {
    name: 'a trusted operation that is no part of a partner’s contract',
    send: (on) => asks(on, partner(on), { operation: 'KeyList', variables: { first: 5 } }),
    expects: { status: 200, code: 'FORBIDDEN', says: /may not ask for keys/ },
  },
  {
    name: 'a trusted change by somebody whose role may not',
    send: (on) => asks(on, officer(on), { operation: 'RevokeKey', variables: KEY }),
    expects: { status: 403, code: 'FORBIDDEN', says: /Your role may not/ },
  },
  {
    name: 'a trusted change by GET',
    send: (on) =>
      asks(on, goodToken(on, { role: 'admin' }), null, {
        path: `/graphql?operation=RevokeKey&variables=${encodeURIComponent(JSON.stringify(KEY))}`,
      }),
    expects: { status: 405, code: 'BAD_REQUEST' },
  },
  {
    name: 'a trusted operation with a variable of another kind',
    send: (on) => asks(on, partner(on), { operation: 'PartnerWho', variables: { by: ['NOTHING'] } }),
    expects: { status: 400, code: 'BAD_USER_INPUT', never: /Did you mean/ },
  },
  {
    name: 'a trusted operation without its variables',
    send: (on) => asks(on, partner(on), null, { path: '/graphql?operation=PartnerWho' }),
    expects: { status: 400, code: 'BAD_USER_INPUT' },
  },
  {
    name: 'a trusted list with more than any page has',
    send: (on) =>
      asks(on, goodToken(on, { role: 'admin' }), { operation: 'KeyList', variables: { first: 1_000_000 } }),
    expects: { status: 200, code: 'BAD_USER_INPUT' },
  },
  {
    name: 'the schema without signing in',
    send: (on) => ({ to: on.closed.url, path: '/graphql/schema', body: null }),
    expects: { status: 401, code: 'UNAUTHENTICATED' },
  },
];

export const OPERATION_ATTACKS: readonly Attack<Target>[] = [...OWN_QUESTIONS, ...BEYOND];
