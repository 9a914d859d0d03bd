import { generateKeyPairSync } from 'node:crypto';
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { fixedClock, systemClock } from '../config/clock';
import { createIdentityVerifier } from '../identity/verifier';
import { createLogger } from '../logging/logger';
import { connect } from '../postgres/connect';
import { testAuditSigner } from '../testing/audit-signer';
import { type TestDatabase, testDatabase } from '../testing/database';
import { remoteSubgraph } from './remote-subgraph';
import { type RunningSubgraph, runSubgraph } from './run-subgraph';
import { gatewayKeys, pond, pondSchema, vouchFor } from './testing/fixture-subgraph';

const REQUEST_ID = 'request-1234';
/** Of the test database's connections. */
const POOL_SIZE = 4;

/** Sooner than the test server itself notices that a client is gone (30 s). */
const SOON_MILLIS = 15_000;

describe('a running subgraph', () => {
  let database: TestDatabase;
  let watcher: DataSource;
  let running: RunningSubgraph;
  let logged = '';
  const keep = (line: string) => {
    logged += line;
  };
  const schemaDirectory = pondSchema();
  beforeAll(async () => {
    database = await testDatabase([pond]);
    const url = database.logins.urlOf('pond');
    watcher = await connect({ url, subgraph: { name: 'pond', tables: [] }, poolSize: 1 });
    running = await runSubgraph({
      subgraph: pond,
      dataSource: database.of('pond'),
      verifier: createIdentityVerifier({ publicKey: gatewayKeys.publicKey }),
      clock: systemClock,
      logger: createLogger({ level: 'info', to: { write: keep } }),
      auditSigner: testAuditSigner,
      schemaDirectory,
    });
  });
  afterAll(async () => {
    await running.stop();
    await watcher.destroy();
    await database.stop();
    rmSync(schemaDirectory, { recursive: true });
  });

  async function ask(
    query: string,
    { signal = new AbortController().signal, token = vouchFor('olu', query) as Promise<string> | null } = {},
  ) {
    return running.execute({
      query,
      variables: {},
      operationName: null,
      identityToken: await token,
      requestId: REQUEST_ID,
      signal,
    });
  }
  /** As the subgraph's own login: PostgreSQL shows a statement to its own role alone. */
  const busyStatements = () =>
    watcher.query<{ pid: number }[]>(
      `select pid from pg_stat_activity
       where query like '%pg_sleep%' and state = 'active' and pid <> pg_backend_pid() and datname = current_database()`,
    );

  it('does not answer whom the gateway does not vouch for', async () => {
    const forged = vouchFor('olu', '{ caught }', generateKeyPairSync('ed25519').privateKey);
    for (const token of [null, forged]) {
      const { data, errors } = await ask('{ caught }', { token });
      expect(data).toBeNull();
      expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED']);
    }
  });

  it("asks the database under the caller's scope, in one transaction for the whole operation", async () => {
    const { data } = await ask('{ a: scope b: scope }');
    const [a, b] = [data?.a, data?.b].map((text) => JSON.parse(String(text)));
    expect(a).toMatchObject({ role: 'officer', streams: 'corporate,schools' });
    expect(b).toEqual(a);
  });

  it('is not ready before what it follows has reached it', async () => {
    let caughtUp = false;
    const following = await runSubgraph({
      subgraph: pond,
      dataSource: database.of('pond'),
      verifier: createIdentityVerifier({ publicKey: gatewayKeys.publicKey }),
      clock: systemClock,
      logger: createLogger({ level: 'silent' }),
      auditSigner: testAuditSigner,
      schemaDirectory,
      hasCaughtUp: () => caughtUp,
    });
    expect(await following.ready()).toBe(false);
    caughtUp = true;
    expect(await following.ready()).toBe(true);
    await following.stop();
  });

  /** Which states a part with this SQL tells of its answers, and what it says of its own. */
  const known = async (stateSql: string, queries = ['{ caught }', '{ fails(how: "badly") }']) => {
    const part = await runSubgraph({
      subgraph: { ...pond, stateSql },
      dataSource: database.of('pond'),
      verifier: createIdentityVerifier({ publicKey: gatewayKeys.publicKey }),
      clock: fixedClock('2021-05-04'),
      logger: createLogger({ level: 'silent' }),
      auditSigner: testAuditSigner,
      schemaDirectory,
    });
    const told: string[] = [];
    const signal = new AbortController().signal;
    const request = { variables: {}, operationName: null, requestId: REQUEST_ID, signal };
    for (const query of queries) {
      const identityToken = await vouchFor('olu', query);
      await part.execute({ ...request, identityToken, query, onState: (state) => told.push(state) });
    }
    const state = await part.state?.();
    await part.stop();
    return { told, state };
  };

  it('says what an answer was made from, unless something went wrong, and none where that is not known', async () => {
    const calm = await known(`select 'calm' as state`);
    expect(calm.state).toMatch(/^2021-05-0\dT\d\d calm$/);
    expect(calm.told).toEqual([calm.state]);
    expect(await known(`select 'calm' as state where false`)).toEqual({ told: [], state: null });
    expect(await known('select state from pond.nowhere')).toEqual({ told: [], state: null });
    expect(await running.state?.()).toBeNull();
  });

  it('tells what its checks have found, here and over HTTP, and answers all the same', async () => {
    const leak = 'The pond leaks: mend it.';
    const checked = await runSubgraph({
      subgraph: {
        ...pond,
        checks: [{ name: 'leaks', firstAfterMillis: 1, everyMillis: 60_000, run: async () => [leak] }],
      },
      dataSource: database.of('pond'),
      verifier: createIdentityVerifier({ publicKey: gatewayKeys.publicKey }),
      clock: systemClock,
      logger: createLogger({ level: 'silent' }),
      auditSigner: testAuditSigner,
      schemaDirectory,
    });
    const endpoint = await checked.listen(0);
    const remote = remoteSubgraph({ url: endpoint.url });
    const deadline = Date.now() + 5_000;
    while ((await checked.findings?.())?.length === 0 && Date.now() < deadline)
      await new Promise((go) => setTimeout(go, 10));
    expect([await checked.findings?.(), await remote.findings?.()]).toEqual([[leak], [leak]]);
    expect([await checked.ready(), await remote.ready()]).toEqual([true, true]);
    await endpoint.close();
    await checked.stop();
    expect(await remote.findings?.()).toEqual([]);
  });

  it('keeps what a mutation wrote, and nothing of one that failed', async () => {
    expect(await ask('mutation { release(id: 1, name: "carp") }')).toEqual({ data: { release: 'carp' } });
    const failed = await ask(
      'mutation { a: release(id: 2, name: "pike") b: release(id: 3, name: "eel", thenFail: true) }',
    );
    expect(failed.errors).toHaveLength(1);
    // It is to be done each time that it is asked for.
    const { told } = await known(`select 'calm' as state`, ['mutation { release(id: 1, name: "carp") }']);
    expect(told).toEqual([]);
    expect(await ask('{ caught }')).toEqual({ data: { caught: ['carp'] } });
  });

  it('tells an error that was written for callers', async () => {
    const { errors } = await ask('{ fails(how: "politely") }');
    expect(errors).toMatchObject([
      { message: '`how` may not be politely.', path: ['fails'], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('takes a character that no text holds for bad input, and answers the other fields', async () => {
    logged = '';
    const { data, errors } = await ask('{ a: named(name: "carp\\u0000") b: named(name: "none") }');
    expect(data).toEqual({ a: null, b: 0 });
    expect(errors).toMatchObject([{ path: ['a'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(logged).toBe('');
  });

  it('takes it for bad input inside JSON too', async () => {
    const { errors } = await ask('{ told(name: "carp\\u0000") }');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await ask('{ told(name: "carp") }')).toEqual({ data: { told: 'carp' } });
  });

  it('masks every other error, and logs it without its values', async () => {
    logged = '';
    const { data, errors } = await ask('{ fails(how: "SECRET") }');
    expect(data).toEqual({ fails: null });
    expect(errors).toEqual([
      {
        message: `Something went wrong. Quote request ${REQUEST_ID}.`,
        path: ['fails'],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
    ]);
    expect(logged).toContain(REQUEST_ID);
    expect(logged).toContain('22P02');
    expect(logged).not.toMatch(/SECRET|olu@example/);
  });

  it('masks a query that its schema does not know', async () => {
    const { errors } = await ask('{ nothing }');
    expect(errors?.map(({ message }) => message)).toEqual([
      `Something went wrong. Quote request ${REQUEST_ID}.`,
    ]);
  });

  it('tells its schema to nobody', async () => {
    expect((await ask('{ __schema { types { name } } }')).errors).toHaveLength(1);
  });

  it('stops the statement that runs when nobody waits any more, and has its connections back at once', async () => {
    logged = '';
    const callers = Array.from({ length: 2 * POOL_SIZE }, () => new AbortController());
    const asked = callers.map(({ signal }) => ask('{ sleeps(seconds: 60) }', { signal }));
    while ((await busyStatements()).length < POOL_SIZE) await wait(10);
    const stopped = (await busyStatements()).map(({ pid }) => pid);
    const since = Date.now();
    for (const caller of callers) caller.abort();
    for (const { errors } of await Promise.all(asked)) expect(errors).toHaveLength(1);
    expect(await ask('{ sleeps(seconds: 0) }')).toEqual({ data: { sleeps: 'awake' } });
    while ((await busyStatements()).length > 0) await wait(10);
    expect(Date.now() - since).toBeLessThan(SOON_MILLIS);
    // A request to cancel may come late: none of those connections may go on to somebody else.
    const left = await watcher.query<unknown[]>('select from pg_stat_activity where pid = any ($1)', [
      stopped,
    ]);
    expect(left).toEqual([]);
    // Of each of them a line: a log that callers could fill.
    expect(logged).toBe('');
  });

  it('stops what still runs when another field has failed', async () => {
    const since = Date.now();
    const asked = ask('{ must sleeps(seconds: 60) }');
    while ((await busyStatements()).length === 0) await wait(10);
    expect((await asked).errors).toHaveLength(1);
    while ((await busyStatements()).length > 0) await wait(10);
    expect(Date.now() - since).toBeLessThan(SOON_MILLIS);
  });

  it('answers over HTTP as in process', async () => {
    const door = await running.listen(0);
    const remote = remoteSubgraph({ url: door.url });
    const query = '{ caught fails(how: "politely") }';
    const request = {
      ...{ query, variables: {}, operationName: null, requestId: REQUEST_ID },
      identityToken: await vouchFor('olu', query),
      signal: new AbortController().signal,
    };
    const here = await running.execute({ ...request, identityToken: await vouchFor('olu', query) });
    expect(await remote.execute(request)).toEqual(JSON.parse(JSON.stringify(here)));
    // What was sent once is taken by no other way either.
    for (const executor of [remote, running])
      expect((await executor.execute(request)).errors).toMatchObject([
        { extensions: { code: 'UNAUTHENTICATED' } },
      ]);
    expect((await remote.execute({ ...request, identityToken: null })).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
    expect(await remote.ready()).toBe(true);
    await door.close();
    expect(await remote.ready()).toBe(false);
    await expect(remote.execute(request)).rejects.toThrow();
  });

  it('stops the statement when the gateway has hung up', async () => {
    const door = await running.listen(0);
    const controller = new AbortController();
    const asked = remoteSubgraph({ url: door.url }).execute({
      query: '{ sleeps(seconds: 60) }',
      variables: {},
      operationName: null,
      identityToken: await vouchFor('olu', '{ sleeps(seconds: 60) }'),
      requestId: REQUEST_ID,
      signal: controller.signal,
    });
    asked.catch(() => undefined);
    while ((await busyStatements()).length === 0) await wait(10);
    controller.abort();
    await expect(asked).rejects.toThrow();
    while ((await busyStatements()).length > 0) await wait(10);
    await door.close();
  });
});
