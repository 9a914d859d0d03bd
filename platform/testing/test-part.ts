import type { Identity } from '../identity/identity';
import type { Subgraph } from '../server/subgraph';
import { type TestDatabase, testDatabase } from './database';
import { type ServedPart, servePart } from './serve-part';

/** A part on a database of its own, asked as somebody. */
export interface TestPart extends Pick<ServedPart, 'ask' | 'stop'> {
  readonly database: TestDatabase;
  /** What a question gives; throws what it is refused with. */
  data<Data>(query: string, as?: Partial<Identity>): Promise<Data>;
}

/** Serves a subgraph to one person on one day, with a database that holds its schema alone. Stop it in `afterAll`. */
export async function testPart({
  subgraph,
  ...served
}: {
  readonly subgraph: Subgraph;
  readonly today: string;
  readonly person: Pick<Identity, 'subject' | 'role'>;
}): Promise<TestPart> {
  const database = await testDatabase([subgraph]);
  const part = await servePart({ subgraph, dataSource: database.of(subgraph.name), ...served });
  return {
    database,
    ask: (query, as) => part.ask(query, as),
    async data<Data>(query: string, as?: Partial<Identity>) {
      const { data, errors } = await part.ask(query, as);
      if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join(' '));
      return data as Data;
    },
    async stop() {
      await part.stop();
      await database.stop();
    },
  };
}
