import path from 'node:path';
import { systemClock } from '../../platform/config/clock';
import { createLogger } from '../../platform/logging/logger';
import type { SubgraphExecutor } from '../../platform/server/executor';
import { type RunningSubgraph, runSubgraph } from '../../platform/server/run-subgraph';
import { testAuditSigner } from '../../platform/testing/audit-signer';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { subgraph as access } from '../../subgraphs/access/subgraph';
import { type Library, startLibrary } from '../testing/start-library';

/** Nothing comes back while a test runs. */
const RATE = { burst: 30, perSecond: 0.05 };
const CREDIT = 3;

let database: TestDatabase;
let part: RunningSubgraph;
let asked = 0;
let isDown = false;
let gateways: Library[];

beforeAll(async () => {
  database = await testDatabase([access]);
  part = await runSubgraph({
    ...{ subgraph: access, dataSource: database.of('access'), clock: systemClock },
    verifier: {
      verify: async () => ({
        ...{ subject: 'gateway', role: 'gateway', scopes: [], streams: [], services: [], partner: null },
      }),
    },
    logger: createLogger({ level: 'silent' }),
    auditSigner: testAuditSigner,
    schemaDirectory: path.join(__dirname, '../../schema'),
  });
  const keyPart: SubgraphExecutor = {
    async execute(request) {
      asked += 1;
      if (isDown) throw new Error('down');
      return part.execute(request);
    },
    ready: async () => true,
  };
  gateways = await Promise.all([1, 2].map(() => startLibrary({ keyPart, rate: RATE })));
});
afterAll(async () => {
  for (const gateway of gateways) await gateway.stop();
  await part.stop();
  await database.stop();
});

/** How many of so many requests of one caller are answered, spread over gateways. */
async function answered(subject: string, times: number): Promise<number> {
  const all = Array.from({ length: times }, (_, place) =>
    gateways[place % gateways.length]?.ask('{ whoAmI }', { subject }),
  );
  return (await Promise.all(all)).filter((answer) => answer?.status === 200).length;
}

describe('how often one caller may ask several gateways', () => {
  it('is one burst for all of them, but for the credit of each, and others are not concerned', async () => {
    const [through, modest] = await Promise.all([answered('greedy', 90), answered('modest', 10)]);
    expect(through).toBeGreaterThanOrEqual(RATE.burst);
    expect(through).toBeLessThanOrEqual(RATE.burst + gateways.length * CREDIT);
    expect(modest).toBe(10);
  });

  it('is each gateway’s own limit while the part does not answer', async () => {
    isDown = true;
    expect(await answered('alone', 90)).toBe(gateways.length * RATE.burst);
    const before = asked;
    await answered('alone', 10);
    expect(asked).toBe(before);
  });
});
