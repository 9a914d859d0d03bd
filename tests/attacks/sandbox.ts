import type { Attack, Expected, Sent } from './attack';
import { KEY_REFUSED } from './keys';
import { TOKEN_REFUSED } from './tokens';

/** What somebody holds of either side, who tries to get from one to the other. */
export interface BetweenSides {
  /** The key of the sandbox, and the one that opens records: of the same partner. */
  readonly sandboxKey: string;
  readonly realKey: string;
  /** A key of the sandbox of another partner, whose agreement is to come. */
  readonly otherSandboxKey: string;
  /** Tokens of either side for the same partner. */
  readonly sandboxToken: string;
  readonly realToken: string;
  /** Where the sandbox answers, past the gateway. */
  readonly sandboxUrl: string;
  /** A case of the partner's on either side, and one that it cannot have. */
  readonly realCase: string;
  readonly sandboxCase: string;
  readonly otherSandboxCase: string;
  /** How far the inbox of either side goes. */
  readonly realCursor: string;
  readonly sandboxCursor: string;
}

/** What only records hold, and what only the sandbox does. */
export const REAL = /REAL ONE/;
export const MADE_UP = /MADE UP/;

type Question = (on: BetweenSides) => string;
const by =
  (key: (on: BetweenSides) => string, question: Question) =>
  (on: BetweenSides): Sent => ({
    headers: { authorization: `Bearer ${key(on)}` },
    body: JSON.stringify({ query: question(on) }),
  });
const bySandboxKey = (question: Question) => by(({ sandboxKey }) => sandboxKey, question);
const byRealKey = (question: Question) => by(({ realKey }) => realKey, question);

const answered = (never: RegExp, says?: RegExp): Expected => ({
  ...{ status: 200, code: 'none', never },
  ...(says && { says }),
});
const NOTHING = /":null\}|\[null\]/;

/** The ways by which an id of the other side is asked for. */
const ways = (id: (on: BetweenSides) => string): readonly (readonly [way: string, Question])[] => [
  ['as a case', (on) => `{ ombudsmanCase(id: "${id(on)}") { reference } }`],
  ['as a node', (on) => `{ node(id: "${id(on)}") { ... on OmbudsmanCase { reference } } }`],
  ['among nodes', (on) => `{ nodes(ids: ["${id(on)}"]) { ... on OmbudsmanCase { reference } } }`],
  ['as a complaint', (on) => `{ complaint(id: "${id(on)}") { id } }`],
];

const LISTS: readonly (readonly [what: string, query: string])[] = [
  ['cases', '{ ombudsmanCases(first: 200) { edges { node { reference } } } }'],
  ['complaints', '{ complaints(first: 200) { edges { node { id references } } } }'],
  [
    'what a figure counts',
    '{ counted(measure: REFERRED_TO_OMBUDSMAN, first: 200) { edges { node { reference } } } }',
  ],
  ['the inbox', '{ partnerEvents(first: 200) { edges { node { subject } } } }'],
];

const REPRESENTED: Question = ({ realCase }) =>
  `{ _entities(representations: [{ __typename: "OmbudsmanCase", id: "${realCase}" }]) { __typename } }`;

/** Whoever holds a key of the sandbox, and is after records. */
const FROM_SANDBOX: readonly Attack<BetweenSides>[] = [
  ...ways(({ realCase }) => realCase).map(([way, question]) => ({
    name: `is given no case of the records by a key of the sandbox, asked for ${way}`,
    send: bySandboxKey(question),
    expects: answered(REAL, NOTHING),
  })),
  ...LISTS.map(([what, query]) => ({
    name: `sees no record by a key of the sandbox among ${what}`,
    send: bySandboxKey(() => query),
    expects: answered(REAL),
  })),
  {
    name: 'is given no entity of the records by a key of the sandbox',
    send: bySandboxKey(REPRESENTED),
    expects: { status: 400, code: 'GRAPHQL_VALIDATION_FAILED', never: REAL },
  },
  {
    name: 'reads no event of the records by their cursor and a key of the sandbox',
    send: (on) => ({
      ...bySandboxKey(
        ({ realCursor }) =>
          `{ partnerEvents(first: 200, after: "${realCursor}") { edges { node { subject } } } }`,
      )(on),
    }),
    expects: answered(/ombudsman-real/),
  },
  {
    name: 'is no administrator of the sandbox by its key',
    send: bySandboxKey(
      () => 'mutation { endAgreement(partner: "new-homes", reason: "Mine") { __typename } }',
    ),
    expects: { status: 403, code: 'FORBIDDEN' },
  },
  {
    name: 'is nobody else by an identity of its own beside a key of the sandbox',
    send: (on) => {
      const sent = bySandboxKey(() => '{ caller { role { name } } keys { totalCount } }')(on);
      return { ...sent, headers: { ...sent.headers, 'x-signed-identity': on.realToken } };
    },
    expects: { status: 200, code: 'FORBIDDEN', never: /admin"\}/ },
  },
  {
    name: 'sends no file by a key of the sandbox',
    send: ({ sandboxKey }) => ({
      ...{ path: '/imports/corporate-crm', headers: { authorization: `Bearer ${sandboxKey}` }, body: 'a,b' },
    }),
    expects: { status: 403, code: 'FORBIDDEN' },
  },
  {
    name: 'sees nothing of another partner in the sandbox',
    send: bySandboxKey(
      ({ otherSandboxCase }) => `{ ombudsmanCase(id: "${otherSandboxCase}") { reference } }`,
    ),
    expects: answered(MADE_UP, NOTHING),
  },
  {
    name: 'is not let in by another secret of a key of the sandbox',
    send: ({ sandboxKey }) => ({ headers: { authorization: `Bearer ${sandboxKey.slice(0, -1)}x` } }),
    expects: KEY_REFUSED,
  },
  {
    name: 'is not let in by a key of the sandbox in an address',
    send: ({ sandboxKey }) => ({ path: `/graphql?key=${sandboxKey}` }),
    expects: { status: 400, code: 'KEY_IN_ADDRESS' },
  },
  {
    name: 'is not let in to the records by a token that the sandbox takes',
    send: by(
      ({ sandboxToken }) => sandboxToken,
      () => '{ caller { subject } }',
    ),
    expects: TOKEN_REFUSED,
  },
];

/** Whoever holds a credential of the records, and is after the sandbox, or past its gate. */
const FROM_RECORDS: readonly Attack<BetweenSides>[] = [
  ...ways(({ sandboxCase }) => sandboxCase).map(([way, question]) => ({
    name: `is given no case of the sandbox by a key of records, asked for ${way}`,
    send: byRealKey(question),
    expects: answered(MADE_UP, NOTHING),
  })),
  ...LISTS.map(([what, query]) => ({
    name: `sees nothing made up by a key of records among ${what}`,
    send: byRealKey(() => query),
    expects: answered(MADE_UP),
  })),
  {
    name: 'reads no event of the sandbox by its cursor and a key of records',
    send: byRealKey(
      ({ sandboxCursor }) =>
        `{ partnerEvents(first: 200, after: "${sandboxCursor}") { edges { node { subject } } } }`,
    ),
    expects: answered(MADE_UP),
  },
  ...(['realKey', 'realToken', 'sandboxKey'] as const).map((credential) => ({
    name: `is not taken by the sandbox itself, past the gateway: ${credential}`,
    send: (on: BetweenSides) => ({
      to: on.sandboxUrl,
      headers: { authorization: `Bearer ${on[credential]}` },
    }),
    expects: { status: 401, code: 'UNAUTHENTICATED' },
  })),
];

/** What is tried between the records and the sandbox. */
export const SANDBOX_ATTACKS: readonly Attack<BetweenSides>[] = [...FROM_SANDBOX, ...FROM_RECORDS];
