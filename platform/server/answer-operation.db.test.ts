import { rmSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '../config/clock';
import { createIdentityVerifier } from '../identity/verifier';
import { createLogger } from '../logging/logger';
import { testAuditSigner } from '../testing/audit-signer';
import { type TestDatabase, testDatabase } from '../testing/database';
import type { SubgraphExecutor } from './executor';
import type { HttpEndpoint } from './http-endpoint';
import { remoteSubgraph } from './remote-subgraph';
import { type RunningSubgraph, runSubgraph } from './run-subgraph';
import { gatewayKeys, pond, pondSchema, vouchFor } from './testing/fixture-subgraph';

let database: TestDatabase;
let running: RunningSubgraph;
let endpoint: HttpEndpoint;
let logged = '';
const schemaDirectory = pondSchema();
beforeAll(async () => {
  database = await testDatabase([pond]);
  running = await runSubgraph({
    subgraph: pond,
    dataSource: database.of('pond'),
    verifier: createIdentityVerifier({ publicKey: gatewayKeys.publicKey }),
    clock: systemClock,
    logger: createLogger({ level: 'info', to: { write: (line: string) => (logged += line) } }),
    auditSigner: testAuditSigner,
    schemaDirectory,
  });
  endpoint = await running.listen(0);
});
afterAll(async () => {
  await endpoint.close();
  await running.stop();
  await database.stop();
  rmSync(schemaDirectory, { recursive: true });
});

const ALL = 300_000;
const PLACES: [string, () => SubgraphExecutor][] = [
  ['in this process', () => running],
  ['over HTTP', () => remoteSubgraph({ url: endpoint.url })],
];

describe.each(PLACES)('records %s', (_, part) => {
  async function read(
    query: string,
    { signal = new AbortController().signal, token = vouchFor('olu', query) } = {},
  ) {
    const request = { query, variables: {}, operationName: null, requestId: 'request-1', signal };
    const answer = await part().read?.({ ...request, identityToken: await token });
    if (!answer) throw new Error('It has no records');
    return answer;
  }
  const of = async (
    upTo: number,
    { foaming = false, ...how }: { foaming?: boolean; signal?: AbortSignal } = {},
  ): Promise<Readable> => {
    const { records } = await read(`{ sent(upTo: ${upTo}, foaming: ${foaming}) }`, how);
    if (!records) throw new Error('No records come');
    return records;
  };
  const sending = async () =>
    (
      await database.owner.query(
        `select from pg_locks join pg_class on pg_class.oid = relation where relname = 'waves'`,
      )
    ).length;
  async function untilNothingIsSent(): Promise<void> {
    const before = Date.now();
    while ((await sending()) > 0) {
      if (Date.now() - before > 10_000) throw new Error('The statement goes on');
      await wait(20);
    }
  }

  it('come after the answer that tells how many', async () => {
    const { result, records } = await read('{ sent(upTo: 3) }');
    expect(result).toEqual({ data: { sent: 3 } });
    let text = '';
    for await (const chunk of records ?? []) text += chunk;
    expect(text).toBe([1, 2, 3].map((id) => `${`${id}`.padEnd(100, '~')}\t${id}\n`).join(''));
    await untilNothingIsSent();
  });

  it('come to nobody for whom the gateway does not vouch, nor twice', async () => {
    const query = '{ sent(upTo: 3) }';
    const token = await vouchFor('olu', query);
    (await read(query, { token: Promise.resolve(token) })).records?.destroy();
    for (const wrong of [token, await vouchFor('olu', '{ sent(upTo: 4) }')]) {
      const { result, records } = await read(query, { token: Promise.resolve(wrong) });
      expect([result.errors?.[0]?.extensions?.code, records]).toEqual(['UNAUTHENTICATED', null]);
    }
  });

  it('are read no faster than they are taken, and are stopped when the reader goes', async () => {
    const records = await of(ALL);
    const bytes = process.memoryUsage().rss;
    await wait(300);
    expect(await sending()).toBeGreaterThan(0);
    expect(process.memoryUsage().rss - bytes).toBeLessThan(30_000_000);
    records.destroy();
    await untilNothingIsSent();
  });

  it('are stopped when the caller hangs up, taken or not', async () => {
    for (const isTaken of [true, false]) {
      const caller = new AbortController();
      const records = await of(ALL, { signal: caller.signal });
      records.on('error', () => undefined);
      if (isTaken) records.resume();
      caller.abort();
      await untilNothingIsSent();
    }
  });

  it('fail where their statement does, so that nobody takes what came for all', async () => {
    logged = '';
    const records = await of(ALL, { foaming: true });
    const whole = async () => {
      for await (const _chunk of records);
    };
    await expect(whole()).rejects.toThrow();
    await untilNothingIsSent();
    expect(logged).toContain('Records broke off');
  });

  it('leave the connections as they were', async () => {
    for (let time = 0; time < 12; time += 1) (await of(ALL)).destroy();
    await untilNothingIsSent();
    const { result } = await read('{ caught }');
    expect(result).toEqual({ data: { caught: [] } });
  });
});
