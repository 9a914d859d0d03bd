import { setTimeout as wait } from 'node:timers/promises';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { createLogger } from '../platform/logging/logger';
import { connect } from '../platform/postgres/connect';
import { type TestDatabase, testDatabase } from '../platform/testing/database';
import { type Library, startLibrary } from './testing/start-library';

const TIMEOUT_MILLIS = 1_500;

/** Sooner than the test server itself notices that a client is gone (30 s). */
const SOON_MILLIS = 15_000;

describe('a subgraph with a database', () => {
  let database: TestDatabase;
  let library: Library;
  beforeAll(async () => {
    database = await testDatabase([]);
    library = await startLibrary({ dataSource: database.owner, upstreamTimeoutMillis: TIMEOUT_MILLIS });
  });
  afterAll(async () => {
    await library.stop();
    await database.stop();
  });
  const sleeping = () =>
    database.owner.query<unknown[]>(
      `select pid from pg_stat_activity
       where query like '%pg_sleep%' and state = 'active' and pid <> pg_backend_pid() and datname = current_database()`,
    );

  it('stops what it asked there soon after the gateway has given up waiting', async () => {
    const asked = library.ask('{ fails(how: "by sleeping") }');
    while ((await sleeping()).length === 0) await wait(10);
    const { status, body } = await asked;
    expect([status, body.errors[0].extensions]).toEqual([
      200,
      { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'catalogue' },
    ]);
    const since = Date.now();
    while ((await sleeping()).length > 0) await wait(10);
    expect(Date.now() - since).toBeLessThan(SOON_MILLIS);
  });

  it.each([
    ['in this process', false],
    ['at an address', true],
  ])('is told to be unavailable, by its name, when it has no connection free: %s', async (_, overHttp) => {
    const busy = await connect({
      url: database.ownerUrl,
      subgraph: { name: 'owner', tables: [] },
      poolSize: 1,
    });
    const { options } = (busy.driver as PostgresDriver).master;
    options.connectionTimeoutMillis = 50;
    const logged: string[] = [];
    const logger = createLogger({ level: 'warn', to: { write: (line) => void logged.push(line) } });
    const other = await startLibrary({ dataSource: busy, upstreamTimeoutMillis: 60_000, overHttp, logger });
    const holding = busy.createQueryRunner();
    await holding.connect();
    const { status, body } = await other.ask('{ whoAmI fails(how: "in sql") }');
    expect([status, body.data]).toEqual([200, { whoAmI: null, fails: null }]);
    expect(body.errors).toMatchObject([
      { extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'catalogue' } },
    ]);
    expect(logged.filter((line) => line.includes('A field failed'))).toEqual([]);
    await holding.release();
    expect((await other.ask('{ whoAmI }')).body.data.whoAmI).toBe('officer');
    await other.stop();
    await busy.destroy();
  });

  it('lets nothing out of what the database says', async () => {
    const { body } = await library.ask('{ fails(how: "in sql") }');
    expect(body.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify(body)).not.toMatch(/select|hidden_table|a@b/);
  });
});
