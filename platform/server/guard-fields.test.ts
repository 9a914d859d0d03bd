import { buildSchema, graphql } from 'graphql';
import type { Identity } from '../identity/identity';
import { identityOf } from '../identity/roles';
import { guardFields } from './guard-fields';

const SCHEMA = `
  directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION
  type Query { free: Int people: Int @requiresScopes(scopes: [["accounts"]])
    either: Int @requiresScopes(scopes: [["imports"], ["quarantine-counts"]]) thing: Thing }
  type Mutation { change: Thing }
  interface Marked { mark: Int @requiresScopes(scopes: [["audit"]]) }
  type Thing implements Marked { mark: Int name: String secret: String @requiresScopes(scopes: [["accounts"]]) }
`;

const who = (role: string, changed: Partial<Identity> = {}): Identity => ({
  ...{ subject: 'x', role, scopes: [], streams: [], services: [], partner: null },
  ...identityOf({ subject: 'x', role, streams: [], services: [], partner: null }),
  ...changed,
});

async function asked(query: string, identity: Identity) {
  const resolved: string[] = [];
  const noting = (name: string, value: unknown) => () => {
    resolved.push(name);
    return value;
  };
  const thing = { mark: noting('mark', 1), name: 'a thing', secret: noting('secret', 'x') };
  const answer = await graphql({
    schema: guardFields(buildSchema(SCHEMA)),
    source: query,
    contextValue: { identity },
    rootValue: { free: 1, people: noting('people', 2), either: noting('either', 3), thing, change: thing },
  });
  const said = answer.errors?.map(({ message, extensions }) => [extensions.code, message]);
  return { data: JSON.parse(JSON.stringify(answer.data)), said, resolved };
}

describe('a part asked past the gateway', () => {
  it('answers a guarded field to whoever has the scope', async () => {
    const { data, said } = await asked('{ people either }', who('officer'));
    expect([data, said]).toEqual([{ people: 2, either: 3 }, undefined]);
  });

  it('refuses it to others in the gateway’s words, and does not resolve it', async () => {
    expect(await asked('{ free people either }', who('analyst'))).toEqual({
      data: { free: 1, people: null, either: 3 },
      said: [['FORBIDDEN', 'Your role may not ask for people. Open to the roles `manager` and `officer`.']],
      resolved: ['either'],
    });
  });

  it('refuses what an interface guards, and what stands in the answer to a mutation', async () => {
    const { data, resolved } = await asked('mutation { change { name mark secret } }', who('partner'));
    expect([data, resolved]).toEqual([{ change: { name: 'a thing', mark: null, secret: null } }, []]);
  });

  it.each([
    ['whose scopes are not those of the role', who('analyst', { scopes: ['accounts'] })],
    ['by a key, whatever scopes it is given', who('officer', { credential: 'key' })],
    ['of a role that there is not', who('gateway', { scopes: ['accounts'] })],
    ['with fewer scopes than the role', who('officer', { scopes: ['figures'] })],
  ])('refuses it to a caller %s', async (_, identity) => {
    expect(await asked('{ people }', identity)).toMatchObject({ data: { people: null }, resolved: [] });
  });
});
