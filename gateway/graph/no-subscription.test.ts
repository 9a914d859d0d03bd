import { createLogger } from '../../platform/logging/logger';
import type { SubgraphExecutor } from '../../platform/server/executor';
import { createRefusalLog } from '../entrance/refusal-log';
import { callerFor } from '../live/testing';
import { LIBRARY_SCHEMA } from '../testing/library';
import { composeSupergraph } from './composition';
import { createGraph, type Graph } from './graph';

/** The library with something to subscribe to, which no part would do. */
const SUPERGRAPH = composeSupergraph({ schemaDirectory: LIBRARY_SCHEMA, names: ['books', 'catalogue'] })
  .replace('query: Query', 'query: Query subscription: Subscription')
  .replace(/ whoAmI\(.*?\): String/s, '$& @tag(name: "partner")')
  .concat('directive @tag(name: String!) repeatable on FIELD_DEFINITION ')
  .concat('type Subscription @join__type(graph: CATALOGUE) { echo: String @join__field(graph: CATALOGUE) }');

describe('a subscription that is asked as a question', () => {
  const asked: string[] = [];
  const part: SubgraphExecutor = {
    async execute({ query }) {
      asked.push(query);
      return { data: { echo: 'done' } };
    },
    ready: async () => true,
  };
  let graph: Graph;
  beforeAll(async () => {
    const logger = createLogger({ level: 'silent' });
    graph = await createGraph({
      ...{ supergraph: SUPERGRAPH, logger, upstreamTimeoutMillis: 1_000, book: { note: () => undefined } },
      executors: new Map([
        ['books', part],
        ['catalogue', part],
      ]),
      refusals: createRefusalLog(logger),
    });
  });
  beforeEach(() => {
    asked.length = 0;
  });
  afterAll(() => graph.dispose());

  it('is there for those who have no contract, and for partners is not', () => {
    expect(graph.hasSubscriptions).toBe(true);
    expect(graph.subscriptionSchemaOf(callerFor({ role: 'officer' }))).not.toBeNull();
    expect(graph.subscriptionSchemaOf(callerFor({ role: 'partner' }))).toBeNull();
    expect(graph.schemaOf(callerFor({ role: 'partner' }))).not.toContain('Subscription');
  });

  it.each(['officer', 'partner'])('is refused to the role %s before any part is asked', async (role) => {
    for (const document of ['subscription { echo }', 'query A { whoAmI } subscription B { echo }']) {
      const { status, data, errors } = await graph.ask({ document }, callerFor({ role }));
      expect([status, data]).toEqual([400, null]);
      expect(errors.length).toBeGreaterThan(0);
    }
    expect(asked).toEqual([]);
  });
});
