import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import { badUserInput } from '../../platform/server/errors';
import type { OperationContext, Subgraph } from '../../platform/server/subgraph';

/** A graph of two small subgraphs, one of which lists what the other keeps: the shape of the real one. */
export const LIBRARY_SCHEMA = path.join(__dirname, 'schema');

const TITLES: Readonly<Record<string, string>> = { b1: 'Middlemarch', b2: 'Silas Marner' };
const noTables = { tables: [], migrations: [], followers: [], operation: () => ({}) } as const;

/** Lists three books, the last of which the other subgraph does not show. */
export const catalogue: Subgraph = {
  ...noTables,
  name: 'catalogue',
  resolvers: {
    Query: {
      items: () => ['b1', 'b2', 'hidden'].map((id) => ({ id })),
      item: (_: unknown, { id }: { id: string }) => ({ id }),
      whoAmI: async (
        _: unknown,
        { afterMillis }: { afterMillis?: number },
        { identity }: OperationContext,
      ) => {
        // No test waits for what nobody waits for any more.
        await wait(afterMillis ?? 0, undefined, { ref: false });
        return identity.subject;
      },
      fails: async (_: unknown, { how }: { how: string }, { transaction }: OperationContext) => {
        if (how === 'politely') throw badUserInput('`how` may not be politely.');
        if (how === 'by sleeping') await transaction.query('select pg_sleep(60)');
        if (how === 'in sql')
          await transaction.query('select secret from hidden_table where email = $1', ['a@b']);
        throw new GraphQLError('select * from hidden_table');
      },
      echo: (_: unknown, { text }: { text?: string }) => text ?? null,
      audit: () => 'audited',
    },
    Item: { __resolveType: () => 'Book' },
  },
};

/** Keeps two books. */
export const books: Subgraph = {
  ...noTables,
  name: 'books',
  resolvers: {
    Query: { bookOfTheDay: () => ({ id: 'b1' }) },
    Book: {
      __resolveReference: ({ id }: { id: string }) => (Object.hasOwn(TITLES, id) ? { id } : null),
      title: ({ id }: { id: string }) => TITLES[id],
      condition: () => 'WORN',
      borrower: () => 'somebody',
    },
    Item: { __resolveType: () => 'Book' },
  },
};
