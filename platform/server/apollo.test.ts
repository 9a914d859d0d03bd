import { parse } from 'graphql';
import { createLogger } from '../logging/logger';
import { createApollo, type ServerContext } from './apollo';
import type { OperationTransaction } from './operation';

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { a: String fails: String }
  type Mutation { b: String }
`);

function serverWith({ isAbandoned = false } = {}) {
  const open = jest.fn(async () => undefined);
  let logged = '';
  const keep = (line: string) => {
    logged += line;
  };
  const resolvers = {
    Query: {
      a: () => 'a',
      fails: () => {
        throw new Error('The net tore');
      },
    },
    Mutation: { b: () => 'b' },
  };
  const logger = createLogger({ level: 'info', to: { write: keep } });
  const server = createApollo({ typeDefs, resolvers, logger });
  const operation: Pick<OperationTransaction, 'open' | 'isAbandoned'> = {
    open,
    isAbandoned: () => isAbandoned,
  };
  const contextValue = {
    ...{ operation, requestId: 'request-1234', transaction: {} },
  } as unknown as ServerContext;
  const ask = async (query: string) => {
    const { body } = await server.executeOperation({ query }, { contextValue });
    if (body.kind !== 'single') throw new Error('It answers at once');
    return body.singleResult;
  };
  return { ask, open, logged: () => logged };
}

describe('the server of a subgraph', () => {
  it('opens the transaction of a mutation before its fields, and leaves that of a query to them', async () => {
    const { ask, open } = serverWith();
    expect((await ask('{ a }')).data).toEqual({ a: 'a' });
    expect(open).not.toHaveBeenCalled();
    expect((await ask('mutation { b }')).data).toEqual({ b: 'b' });
    expect(open).toHaveBeenCalledTimes(1);
  });

  it.each(['{ __schema { queryType { name } } }', '{ _service { nothing } }'])(
    'shows nothing of how it is made: %s',
    async (query) => {
      const { data, errors } = await serverWith().ask(query);
      expect(data).toBeUndefined();
      expect(errors).toHaveLength(1);
    },
  );

  it('logs an error with the request, but not where nobody waits any more', async () => {
    const waiting = serverWith();
    await waiting.ask('{ fails }');
    expect(JSON.parse(waiting.logged())).toMatchObject({ requestId: 'request-1234', field: 'fails' });
    const gone = serverWith({ isAbandoned: true });
    await gone.ask('{ fails }');
    expect(gone.logged()).toBe('');
  });

  it('refuses resolvers that are not given by type', () => {
    const logger = createLogger({ level: 'silent' });
    expect(() => createApollo({ typeDefs, resolvers: { Query: 'a' }, logger })).toThrow(
      'Resolvers are given by type',
    );
  });
});
