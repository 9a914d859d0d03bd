import type { Attack, Expected, Sent } from './attack';
import { basic, KEY_REFUSED } from './keys';
import type { Target } from './target';
import { goodToken, TOKEN_REFUSED } from './tokens';

/** A token that the sign-in service made for somebody of a partner. */
export const partnerToken = (target: Target, partner: unknown, changed: object = {}): Promise<Sent> =>
  goodToken(target, { role: 'partner', partner, ...changed });

const byKey = ({ keys }: Target, partner: string): Sent =>
  basic(keys[partner]?.id ?? '', keys[partner]?.secret ?? '');
const asks = async (sent: Sent | Promise<Sent>, query: string): Promise<Sent> => ({
  ...(await sent),
  body: JSON.stringify({ query }),
});

/** With whom nothing is agreed now: a good key and a good token are refused as bad ones are. */
const NOT_AGREED: readonly Attack<Target>[] = ['ended', 'over', 'later'].flatMap((partner) => [
  {
    name: `a good key of a partner whose agreement is: ${partner}`,
    send: (on: Target) => byKey(on, partner),
    expects: KEY_REFUSED,
  },
  {
    name: `a good token of a partner whose agreement is: ${partner}`,
    send: (on: Target) => partnerToken(on, partner),
    expects: TOKEN_REFUSED,
  },
]);

const NOBODY: readonly Attack<Target>[] = (
  [
    ['of a partner that nothing was ever agreed with', 'strangers', {}],
    ['of the role partner that names none', null, {}],
    ['of a partner in other letters', 'Stockport-Homes', {}],
    [
      'of a partner that names further streams and services',
      'strangers',
      { streams: ['adults'], services: ['parking'] },
    ],
  ] as const
).map(([name, partner, changed]) => ({
  name: `a token ${name}`,
  send: (on: Target) => partnerToken(on, partner, changed),
  expects: TOKEN_REFUSED,
}));

const FORBIDDEN: Expected = { status: 200, code: 'FORBIDDEN' };

/** More than is agreed. */
const TOO_MUCH: readonly Attack<Target>[] = [
  ['figures-only', '{ ombudsmanCases { totalCount } }'],
  ['figures-only', '{ complaints { totalCount } }'],
  ['figures-only', '{ node(id: "ombudsman-x") { id } }'],
  ['cases-only', '{ measures(by: []) { rows { received } } }'],
  ['cases-only', '{ partnerEvents { totalCount } }'],
  ['cases-only', '{ periodReport(financialYear: "2021-22", upTo: Q2) { title } }'],
].map(([partner = '', query = '']) => ({
  name: `a partner of ${partner} that asks for ${query}`,
  send: (on: Target) => asks(partnerToken(on, partner), query),
  expects: FORBIDDEN,
}));

const NO_SUCH: Expected = {
  status: 400,
  code: 'GRAPHQL_VALIDATION_FAILED',
  never: /Did you mean|FORBIDDEN|role may/,
};

/** What there is and is no part of their contract: as every role is refused what it may not ask for. */
const OUTSIDE: readonly Attack<Target>[] = [
  ['telephone calls', '{ calls(by: []) { rows { offered } } }', 'calls'],
  ['keys', '{ keys { totalCount } }', 'keys'],
  ['agreements', '{ agreements { totalCount } }', 'agreements'],
  ['the agreement of another', '{ agreement(partner: "another") { name } }', 'agreement'],
  ['the audit log', '{ accessAuditEntries { totalCount } }', 'accessAuditEntries'],
  ['guidance', '{ articles { totalCount } }', 'articles'],
  ['rows as they came', '{ quarantinedRows { totalCount } }', 'quarantinedRows'],
  ['imports', '{ imports { id } }', 'imports'],
  ['roles', '{ roles { name } }', 'roles'],
].map(([what = '', query = '', field = '']) => ({
  name: `a partner that asks for ${what}`,
  send: (on: Target) => asks(partnerToken(on, 'another'), query),
  expects: { ...FORBIDDEN, says: RegExp(`Your role may not ask for ${field}\\.`) },
}));

/** What there is not, or not so, beside what is no part of it: in the words of the contract, which name nothing else. */
const SLIPS: readonly Attack<Target>[] = [
  ['{ nothing }', 'Cannot query field "nothing" on type "Query".'],
  ['{ import { id } }', 'Cannot query field "import" on type "Query".'],
  ['{ imports(frist: 1) { id } }', 'Cannot query field "imports" on type "Query".'],
  ['{ imports { idd } }', 'Cannot query field "imports" on type "Query".'],
  ['{ imports { id } nothing }', 'Cannot query field "imports" on type "Query".'],
].map(([query = '', message = '']) => ({
  name: `a partner that asks ${query}`,
  send: (on: Target) => asks(partnerToken(on, 'another'), query),
  expects: { ...NO_SUCH, message },
}));

const FAULTY: Expected = { status: 200, code: 'BAD_USER_INPUT' };

/** Cursors that were made by hand, cut, or taken from another list. */
const FORGED_CURSORS: readonly Attack<Target>[] = [
  ['made up', 'x'],
  ['of JSON', Buffer.from('{"place":1}').toString('base64')],
  ['of a place alone', Buffer.from('[1]').toString('base64url')],
  ['with SQL', "' or true --"],
  ['without end', 'A'.repeat(5_000)],
].flatMap(([how = '', after = '']) =>
  ['partnerEvents', 'partnerRequests', 'ombudsmanCases'].map((field) => ({
    name: `a partner with a cursor ${how} in ${field}`,
    send: (on: Target) => asks(partnerToken(on, 'another'), `{ ${field}(after: "${after}") { totalCount } }`),
    expects: FAULTY,
  })),
);

/** Ids of others, wherever an id is taken: as if there were none. */
const OTHERS: readonly Attack<Target>[] = [
  '{ partnerRequests(partner: "stockport-homes") { totalCount edges { node { credential } } } }',
  '{ ombudsmanCase(id: "ombudsman-1") { reference } }',
  '{ node(id: "ombudsman-1") { id } }',
  '{ nodes(ids: ["ombudsman-1", "corporate-1"]) { id } }',
  '{ complaint(id: "corporate-1") { reference } }',
  '{ counted(measure: RECEIVED) { totalCount edges { node { id } } } }',
].map((query) => ({
  name: `a partner that asks for what is another’s by ${query}`,
  send: (on: Target) => asks(partnerToken(on, 'another'), query),
  expects: { status: 200, code: 'none', never: /"(?:credential|reference|id)":"/ },
}));

/** Commands, of which the contract has none: the planner would have them done. */
const COMMANDS: readonly Attack<Target>[] = [
  'mutation { saveAgreement(partner: "another", basedOnVersion: 1, agreement: {}) { __typename } }',
  'mutation { endAgreement(partner: "stockport-homes", reason: "x") { __typename } }',
  'mutation { revokeKey(id: "x", reason: "x") { __typename } }',
  'mutation { replayWebhook(id: "x") { __typename } }',
  'mutation { __typename }',
  'subscription { __typename }',
].map((query) => ({
  name: `a partner that commands ${query}`,
  send: (on: Target) => asks(partnerToken(on, 'another'), query),
  expects: query.includes('{}')
    ? { ...NO_SUCH, message: 'There is no mutation here.' }
    : { status: 403, code: 'FORBIDDEN' },
}));

const ADDRESSES = [
  ...[
    'http://hooks.example.org/',
    'https://127.0.0.1/',
    'https://localhost.:x/',
    'https://[::1]/',
    'https://0/',
  ],
  ...[
    'https://10.0.0.1/',
    'https://172.16.0.1/',
    'https://192.168.0.1/',
    'https://100.64.0.1/',
    'https://224.0.0.1/',
  ],
  ...['https://169.254.169.254/latest/meta-data/', 'https://[fd00:ec2::254]/', 'https://[fe80::1]/'],
  ...[
    'https://[::ffff:127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://2130706433/',
    'https://0x7f000001/',
  ],
  ...['https://user:word@hooks.example.org/', 'file:///etc/passwd', 'gopher://127.0.0.1:5432/'],
];

/** Addresses behind the firewall, to which an administrator's own hand would have the product send. */
const BEHIND: readonly Attack<Target>[] = ADDRESSES.map((url) => ({
  name: `a webhook to ${url}`,
  send: (on: Target) =>
    asks(
      goodToken(on, { role: 'admin' }),
      `mutation { createWebhook(command: "00000000-0000-4000-8000-0000000000aa", partner: "another", url: "${url}") { ... on Refusal { code message } } }`,
    ),
  expects: { status: 200, code: 'none', says: /"code":"WEBHOOK_UNUSABLE"/ },
}));

/** The schema as a partner is told of it. */
const TOLD: readonly Attack<Target>[] = ['Mutation', 'ApiKey', 'AuditEntry', 'Refusal'].map((type) => ({
  name: `a partner that asks what ${type} is`,
  send: (on: Target) => asks(partnerToken(on, 'another'), `{ __type(name: "${type}") { name } }`),
  expects: { status: 200, code: 'none', never: new RegExp(`"${type}"`) },
}));

/** The same by ways that nobody writes. */
const TOLD_BY_FRAGMENTS: readonly Attack<Target>[] = [
  ['a fragment', '{ ...all } fragment all on Query { __schema { types { name } } }'],
  [
    'a fragment in a fragment',
    '{ ...one } fragment one on Query { ...two } fragment two on Query { __schema { types { name } } }',
  ],
  ['a fragment without a name', '{ ... on Query { __schema { types { name } } } }'],
  ['another name', '{ caller: __schema { types { name } } }'],
].map(([how = '', query = '']) => ({
  name: `a partner that asks for the whole schema by ${how}`,
  send: (on: Target) => asks(partnerToken(on, 'another'), query),
  expects: { status: 200, code: 'none', never: /ApiKey|"Mutation"|AuditEntry/ },
}));

/** A table of attacks by partners: a further one is a further row. */
export const PARTNER_ATTACKS: readonly Attack<Target>[] = [
  ...NOT_AGREED,
  ...NOBODY,
  ...TOO_MUCH,
  ...OUTSIDE,
  ...SLIPS,
  ...FORGED_CURSORS,
  ...OTHERS,
  ...COMMANDS,
  ...BEHIND,
  ...TOLD,
  ...TOLD_BY_FRAGMENTS,
];
