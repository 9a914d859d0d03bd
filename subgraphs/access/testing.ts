import type { FormattedExecutionResult } from 'graphql';
import type { Identity } from '../../platform/identity/identity';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { servePart } from '../../platform/testing/serve-part';
import { subgraph } from './subgraph';

/** This part on a database of its own, asked by an administrator unless a question says otherwise. */
export interface TestAccess {
  readonly database: TestDatabase;
  /** What a question gives; throws what it is refused with. */
  data<Data>(query: string, as?: Partial<Identity>): Promise<Data>;
  ask(query: string, as?: Partial<Identity>): Promise<FormattedExecutionResult>;
  /** Makes a key, and gives what became of it. */
  create(changed?: string, command?: string): Promise<Made>;
  /** Makes an agreement, or changes it, and gives what became of it. */
  agree(partner: string, changed?: string, basedOnVersion?: number): Promise<Agreed>;
  stop(): Promise<void>;
}

/** What a question about an agreement gives. */
export interface Agreed {
  readonly __typename: string;
  readonly code?: string;
  readonly part?: string;
  readonly agreement: { readonly version: number; readonly state: string };
}

const AGREED = `__typename ... on AgreementSaved { agreement { version state } } ... on AgreementChanged { agreement { version state } }
  ... on AgreementUnusable { part } ... on Refusal { code message }`;
const TERMS = {
  ...{ name: '"Guests"', purpose: '"To learn"', lawfulBasis: '"Public task"', streams: '[ADULTS]' },
  ...{ parts: '[FIGURES, CASES]', startsOn: '"2020-01-01"', endsOn: '"2090-01-01"' },
  ...{ signedForCouncil: '"Director"', signedForPartner: '"Chair"' },
};
/** The terms of an agreement as a question writes them, with some of them changed. */
const terms = (changed: string): string =>
  Object.entries(TERMS)
    .filter(([name]) => !changed.includes(`${name}:`))
    .map(([name, value]) => `${name}: ${value}`)
    .join(' ');

/** What a question about making a key gives. */
export interface Made {
  readonly __typename: string;
  readonly secret: string | null;
  readonly key: { readonly id: string; readonly state: string };
  readonly code?: string;
}

export const MADE = `__typename ... on KeyMade { secret key { id name state madeBy rotatedFrom expiresAt } }
  ... on Refusal { code message }`;
export const ADMIN: Partial<Identity> = {
  subject: 'ada',
  role: 'admin',
  scopes: ['keys', 'agreements', 'agreement-editing'],
};
export const GATEWAY: Partial<Identity> = { subject: 'gateway', role: 'gateway', scopes: [] };

/** A name for a command, the same for the same number. */
export const commandOf = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

let commands = 1_000;

export async function testAccess(): Promise<TestAccess> {
  const database = await testDatabase([subgraph]);
  const part = await servePart({
    ...{ subgraph, dataSource: database.of('access'), today: '2022-01-31' },
    person: { subject: 'ada', role: 'admin' },
  });
  const ask = (query: string, as: Partial<Identity> = ADMIN) => part.ask(query, as);
  const data = async <Data>(query: string, as?: Partial<Identity>) => {
    const answer = await ask(query, as);
    if (answer.errors !== undefined) throw new Error(answer.errors.map(({ message }) => message).join(' '));
    return answer.data as Data;
  };
  return {
    ...{ database, ask, data },
    async create(changed = '', command = commandOf(commands)) {
      commands += 1;
      const tool = `tool ${commands}`;
      const name = changed.includes('name:') ? '' : `name: "${tool}"`;
      const role = changed.includes('role:') ? '' : 'role: "analyst"';
      const { made } = await data<{ made: Made }>(
        `mutation { made: createKey(command: "${command}", key: { ${name} owner: "Team" ${role} expiresInDays: 30 ${changed} }) { ${MADE} } }`,
      );
      return made;
    },
    async agree(partner, changed = '', basedOnVersion = 0) {
      const { agreed } = await data<{ agreed: Agreed }>(
        `mutation { agreed: saveAgreement(partner: "${partner}", basedOnVersion: ${basedOnVersion}, agreement: { ${terms(changed)} ${changed} }) { ${AGREED} } }`,
      );
      return agreed;
    },
    async stop() {
      await part.stop();
      await database.stop();
    },
  };
}
