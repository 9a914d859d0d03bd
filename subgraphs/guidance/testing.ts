import type { FormattedExecutionResult } from 'graphql';
import type { Identity } from '../../platform/identity/identity';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { type ServedPart, servePart } from '../../platform/testing/serve-part';
import { subgraph } from './subgraph';

/** This part on a database of its own, asked as somebody. */
export interface TestGuidance {
  readonly database: TestDatabase;
  /** What a question gives; throws what it is refused with. */
  data<Data>(query: string, as?: Partial<Identity>): Promise<Data>;
  ask(query: string, as?: Partial<Identity>): Promise<FormattedExecutionResult>;
  stop(): Promise<void>;
}

/** Noon of 29 November 2026, asked by an officer unless a question says otherwise. */
export async function testGuidance(): Promise<TestGuidance> {
  const database = await testDatabase([subgraph]);
  const part: ServedPart = await servePart({
    ...{ subgraph, dataSource: database.of('guidance'), today: '2026-11-29' },
    person: { subject: 'olu', role: 'officer' },
  });
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
