import { setTimeout as wait } from 'node:timers/promises';
import { type TestDatabase, testDatabase } from '../platform/testing/database';
import { type Library, startLibrary } from './testing/start-library';

const TIMEOUT_MILLIS = 1_500;

/** Sooner than the test server itself notices that a client is gone (2 s). */
const SOON_MILLIS = 1_900;

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

  it('lets nothing out of what the database says', async () => {
    const { body } = await library.ask('{ fails(how: "in sql") }');
    expect(body.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify(body)).not.toMatch(/select|hidden_table|a@b/);
  });
});
