import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Identity } from '../../platform/identity/identity';
import { IDENTITY_HEADER, type VouchedRequest } from '../../platform/identity/identity-token';
import { opensByRole } from '../../platform/identity/roles';
import { createIdentitySigner } from '../../platform/identity/signer';
import type { Attack, Expected, Sent } from './attack';
import { NAME } from './cases';
import type { Target } from './target';

const NOBODY: Expected = {
  ...{ status: 200, code: 'UNAUTHENTICATED', message: 'The gateway does not vouch for this caller.' },
};
const FORBIDDEN: Expected = { status: 200, code: 'FORBIDDEN', never: new RegExp(NAME, 'i') };

const stranger = generateKeyPairSync('ed25519').privateKey;
const DUE = '{ corporateDueIfReceived(stage: 1) { receivedOn } }';
const AUDIT = '{ corporateAuditEntries { totalCount } }';
const SEARCH = `{ corporateAccountSearch(words: "${NAME}") { edges { cursor } } }`;
const people = (id: string) =>
  `{ _entities(representations: [{ __typename: "CorporateComplaint", id: "${id}" }]) { ... on CorporateComplaint { accounts { surname } } } }`;

const who = (role: string, more: Partial<Identity> = {}): Identity => ({
  ...{ subject: 'x', role, scopes: opensByRole(role), streams: ['corporate'], services: [], partner: null },
  ...more,
});

interface Signed {
  readonly query: string;
  readonly as?: Identity;
  /** What it is signed for, where that is not what is sent. */
  readonly signedFor?: Partial<VouchedRequest>;
  readonly key?: KeyObject;
  readonly secondsAgo?: number;
}

/** What the gateway would send to the part, but for what is named. */
async function sent(
  on: Target,
  { query, as = who('officer'), signedFor, key, secondsAgo = 0 }: Signed,
): Promise<Sent> {
  const clock = { now: () => new Date(Date.now() - secondsAgo * 1_000) };
  const signer = createIdentitySigner({ privateKey: key ?? on.signing.identity.privateKey, clock });
  const request = { part: 'corporate', query, variables: {}, operationName: null, ...signedFor };
  return withToken(on, query, await signer.sign(as, request));
}

const withToken = (on: Target, query: string, token: string): Sent => ({
  to: on.part,
  headers: { [IDENTITY_HEADER]: token },
  body: JSON.stringify({ query }),
});

/** Roles that find no complaint at all, of which nothing has to be refused. */
const READS_NO_CASE = ['gateway', 'sealer'];

/** A table of attacks on a part past the gateway: a further one is a further row. */
export const PART_ATTACKS: readonly Attack<Target>[] = [
  ...(
    [
      ['signed for another part', { query: DUE, signedFor: { part: 'adults' } }],
      ['signed for all parts', { query: DUE, signedFor: { part: 'subgraphs' } }],
      ['signed for another question', { query: AUDIT, as: who('auditor'), signedFor: { query: DUE } }],
      ['signed for other variables', { query: DUE, signedFor: { variables: { id: '1' } } }],
      ['signed for another operation', { query: DUE, signedFor: { operationName: 'Other' } }],
      ['signed by another key', { query: DUE, key: stranger }],
      ['signed a while ago', { query: DUE, secondsAgo: 20 }],
      ['that is not valid yet', { query: DUE, secondsAgo: -20 }],
    ] satisfies [string, Signed][]
  ).map(([name, signed]) => ({
    name: `a part with an identity ${name}`,
    send: (on: Target) => sent(on, signed),
    expects: NOBODY,
  })),
  {
    name: 'a part with an identity that was used already',
    async send(on) {
      const first = await sent(on, { query: DUE });
      const { headers = {}, body = '' } = first;
      const answer = await fetch(`${on.part}/graphql`, { method: 'POST', headers, body: body ?? '' });
      if (!(await answer.text()).includes('receivedOn')) throw new Error('The first use was refused');
      return first;
    },
    expects: NOBODY,
  },
  {
    name: 'a part with an identity that was used at another of its processes',
    send: async (on) => withToken(on, DUE, `${(await sent(on, { query: DUE })).headers?.[IDENTITY_HEADER]}x`),
    expects: NOBODY,
  },
  {
    name: 'a part with a bearer token for an identity',
    send: async (on) => withToken(on, DUE, await on.product.token('admin')),
    expects: NOBODY,
  },
  {
    name: 'a part with a bearer token',
    send: async (on) => ({
      to: on.part,
      headers: { authorization: `Bearer ${await on.product.token('admin')}` },
      body: JSON.stringify({ query: DUE }),
    }),
    expects: NOBODY,
  },
  ...(
    [
      ['people, as an analyst', (on) => ({ query: people(on.cases.open), as: who('analyst') })],
      [
        'people, as an analyst with a scope that came by mistake',
        (on) => ({ query: people(on.cases.open), as: who('analyst', { scopes: ['facts', 'accounts'] }) }),
      ],
      [
        'people, by a key of an officer',
        (on) => ({
          query: people(on.cases.open),
          as: who('officer', { credential: 'key' }),
        }),
      ],
      ['the audit log, as a partner', () => ({ query: AUDIT, as: who('partner') })],
      [
        'the audit log, by a key of an auditor',
        () => ({ query: AUDIT, as: who('auditor', { credential: 'key' }) }),
      ],
      ['people by words, as an administrator', () => ({ query: SEARCH, as: who('admin') })],
      [
        'a restriction, as an analyst',
        (on) => ({
          query: `mutation { liftCorporateRestriction(id: "${on.cases.restricted}", version: 1, reason: "x") { __typename } }`,
          as: who('analyst'),
        }),
      ],
      [
        'an opening, by a key',
        (on) => ({
          query: `mutation { openRestrictedCorporateComplaint(command: "${on.cases.restricted}", id: "${on.cases.restricted}", reason: "x") { __typename } }`,
          as: who('officer', { credential: 'key' }),
        }),
      ],
    ] satisfies [string, (on: Target) => Signed][]
  ).map(([name, signed]) => ({
    name: `a part past the gateway, asked for ${name}`,
    send: (on: Target) => sent(on, signed(on)),
    expects: FORBIDDEN,
  })),
  ...['gateway', 'import', 'projection', 'sealer'].map((role) => ({
    name: `a part past the gateway, asked for people in the role ${role}, with all scopes`,
    send: (on: Target) => sent(on, { query: people(on.cases.open), as: who(role, { scopes: ['accounts'] }) }),
    expects: { ...FORBIDDEN, ...(READS_NO_CASE.includes(role) ? { code: 'none' } : {}) },
  })),
];
