import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { systemClock } from '../config/clock';
import { readSettings } from '../config/settings';
import { makeBiLogin } from '../records/bi-logins';
import { runChild } from '../testing/child';
import { dropTestDatabase, emptyTestDatabase } from '../testing/database';
import { findRunningCluster } from './cluster';
import { connect } from './connect';
import { freePort } from './embedded/launch';
import { readPidFile } from './embedded/pid-file';
import { migrate } from './migrate';
import { LOCK_FUNCTIONS } from './migration/locks';
import { asOwner } from './migration/owner';
import { findDatabase, openDatabase } from './open-database';
import { checkReachable, versionProblem } from './reachable';
import { ensureSingleInstance } from './single-instance';

/** Says 'done' where a statement could be done, else why not. */
async function saidTo(url: string, statement: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
    return 'done';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.end();
  }
}

describe('a database of the council’s own', () => {
  let url: string;

  beforeAll(async () => {
    url = await emptyTestDatabase();
  });
  afterAll(() => dropTestDatabase(url));

  const open = (change: (url: URL) => void = () => undefined, more: NodeJS.ProcessEnv = {}) => {
    const changed = new URL(url);
    change(changed);
    return openDatabase({ settings: readSettings({ DATABASE_URL: changed.href, ...more }) });
  };

  it('is used as it is, and not stopped', async () => {
    const database = await open();
    expect(database.ownerUrl).toBe(url);
    expect(database.urlFor('corporate')).toBe(url);
    await database.stop();
    expect((await open()).ownerUrl).toBe(url);
  });

  it('may be another for one subgraph', async () => {
    const other = await emptyTestDatabase();
    const database = await open(undefined, { DATABASE_URL_SCHOOLS: other });
    expect(database.urlFor('schools')).toBe(other);
    expect(database.urlFor('corporate')).toBe(url);
    await dropTestDatabase(other);
    await expect(open(undefined, { DATABASE_URL_SCHOOLS: other })).rejects.toThrow(
      /^DATABASE_URL_SCHOOLS: .* has no database/,
    );
  });

  it('is refused where nothing listens', async () => {
    const port = await freePort();
    await expect(
      open((changed) => {
        changed.port = String(port);
      }),
    ).rejects.toThrow(
      `DATABASE_URL: the PostgreSQL server at 127.0.0.1:${port} cannot be reached (ECONNREFUSED). Check that it runs and that the address is right.`,
    );
  });

  it('is refused in time where something listens that never answers', async () => {
    const mute = net.createServer();
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as net.AddressInfo;
    const address = `postgres://owner@127.0.0.1:${port}/complaints`;
    await expect(
      checkReachable({ url: address, setting: 'DATABASE_URL', timeoutMillis: 100 }),
    ).rejects.toThrow('cannot be reached (timeout expired)');
    mute.close();
  });

  it('is refused with a wrong password, which is not repeated', async () => {
    const wrong = open((changed) => {
      changed.password = 'hush';
    });
    await expect(wrong).rejects.toThrow(
      /refuses the login "test_\w+_owner"\. Check its name and password\.$/,
    );
    await expect(wrong).rejects.not.toThrow('hush');
  });

  it('is refused when the server has no such database', async () => {
    await expect(
      open((changed) => {
        changed.pathname = '/nothing';
      }),
    ).rejects.toThrow('has no database "nothing"');
  });

  it('is refused when its server is too old', () => {
    expect(versionProblem(150_012)).toMatch(/^The PostgreSQL server is version 15; at least 16 is needed/);
    expect(versionProblem(90_624)).toContain('version 9;');
    for (const accepted of [160_000, 170_006, 180_004]) expect(versionProblem(accepted)).toBeNull();
  });
});

describe('the embedded database', () => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'open-'));
  const settings = readSettings({ DATA_DIR: directory });

  beforeAll(() => fs.chmodSync(directory, 0o755));
  afterAll(() => fs.rmSync(directory, { recursive: true }));

  it('is opened for an owner who is no superuser, found by others, and stopped', async () => {
    expect(await findDatabase({ settings })).toBeNull();
    const database = await openDatabase({ settings });
    expect(new URL(database.ownerUrl).username).toBe('complaints_owner');
    expect((await findDatabase({ settings }))?.ownerUrl).toBe(database.ownerUrl);
    const elsewhere = new URL(database.ownerUrl);
    elsewhere.pathname = '/postgres';
    await expect(
      connect({ url: elsewhere.href, subgraph: { name: 'public', tables: [] } }),
    ).rejects.toThrow();
    const within = await connect({ url: database.ownerUrl, subgraph: { name: 'public', tables: [] } });
    await expect(within.query('select lo_create(0)')).rejects.toThrow('permission denied');
    await within.destroy();
    const second = await openDatabase({ settings });
    expect(second).toMatchObject({ ownerUrl: database.ownerUrl, reused: true });
    await second.stop();
    expect(await findDatabase({ settings })).not.toBeNull();
    await database.stop();
    expect(await findDatabase({ settings })).toBeNull();
  });

  it('stays for who uses it still, when the program that started it ends', async () => {
    const starter = runChild({
      code: `
        const { openDatabase } = require('./platform/postgres/open-database');
        const { readSettings } = require('./platform/config/settings');
        const database = await openDatabase({ settings: readSettings({ DATA_DIR: process.env.DIRECTORY }) });
        console.log(database.reused);
        process.once('SIGTERM', () => database.stop().then(() => process.exit(0)));
        setInterval(() => undefined, 1000);`,
      env: { DIRECTORY: directory },
    });
    expect(await starter.line()).toBe('false');
    const database = await openDatabase({ settings });
    const dataSource = await connect({ url: database.ownerUrl, subgraph: { name: 'public', tables: [] } });
    starter.process.kill('SIGTERM');
    await starter.ended;
    expect(await dataSource.query('select 1 as one')).toEqual([{ one: 1 }]);
    await dataSource.destroy();
    await database.stop();
    expect(await findDatabase({ settings })).toBeNull();
  });

  it('is stopped to the end by a program that has nothing else left to do', async () => {
    const program = runChild({
      code: `
        const { openDatabase } = require('./platform/postgres/open-database');
        const { readSettings } = require('./platform/config/settings');
        const database = await openDatabase({ settings: readSettings({ DATA_DIR: process.env.DIRECTORY }) });
        await database.stop();
        console.log('stopped');`,
      env: { DIRECTORY: directory },
    });
    expect(await program.line()).toBe('stopped');
    await program.ended;
    expect(await findDatabase({ settings })).toBeNull();
  });

  it('leaves the locks that writers wait for to the logins of our parts, also in one that was made before', async () => {
    const database = await openDatabase({ settings });
    const subgraphs = [{ name: 'pond', tables: [], migrations: [] }];
    const logins = await migrate({ ownerUrl: database.ownerUrl, subgraphs, clock: systemClock });
    const tool = await asOwner({ url: database.ownerUrl, alone: true }, async (owner) => {
      await owner.query('create schema bi');
      return makeBiLogin(owner, 'analyst');
    });
    const toolUrl = new URL(database.ownerUrl);
    Object.assign(toolUrl, { username: tool.login, password: tool.password });
    const lockAs = (url: string, take: string) => saidTo(url, `select ${take}`);
    const check = async () => {
      for (const take of ['pg_advisory_lock(1)', 'pg_try_advisory_xact_lock_shared(1, 2)']) {
        expect(await lockAs(logins.urlOf('pond'), take)).toBe('done');
        expect(await lockAs(toolUrl.href, take)).toMatch(/permission denied for function/);
      }
    };
    await check();
    // As a version before left it, whose logins had what everybody has.
    const superuserUrl = (await findRunningCluster({ directory }))?.superuserUrl ?? '';
    const asBefore = new URL(superuserUrl);
    asBefore.pathname = '/complaints';
    await saidTo(
      asBefore.href,
      `do $$ declare functions text := (${LOCK_FUNCTIONS}); begin
        execute 'grant execute on function ' || functions || ' to public';
        execute 'revoke execute on function ' || functions || ' from complaints_pond, complaints_owner cascade'; end $$`,
    );
    expect(await lockAs(toolUrl.href, 'pg_advisory_lock(1)')).toBe('done');
    await (await openDatabase({ settings })).stop();
    await check();
    await database.stop();
  });

  it('is one after the other for who comes while the last one stops it', async () => {
    const database = await openDatabase({ settings });
    const [second] = await Promise.all([openDatabase({ settings }), database.stop()]);
    expect((await findDatabase({ settings }))?.ownerUrl).toBe(second.ownerUrl);
    await second.stop();
    expect(await findDatabase({ settings })).toBeNull();
  });

  it('is started again at the same place when it is killed, and connections find it by themselves', async () => {
    const database = await openDatabase({ settings });
    const told: string[] = [];
    const back = new Promise<void>((resolve) => {
      database.keepRunning((sentence) => {
        told.push(sentence);
        resolve();
      });
    });
    const holder = await ensureSingleInstance({ ownerUrl: database.ownerUrl, place: 'here' });
    const dataSource = await connect({ url: database.ownerUrl, subgraph: { name: 'public', tables: [] } });
    await dataSource.query('select 1');
    process.kill(readPidFile(path.join(directory, 'postgres'))!.pid, 'SIGKILL');
    await back;
    expect(told).toEqual(['The embedded database was lost and has been started again.']);
    expect(await dataSource.query('select 1 as one')).toEqual([{ one: 1 }]);
    const isHeld = async () =>
      (await dataSource.query(`select from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock'`))
        .length > 0;
    while (!(await isHeld())) await new Promise((resolve) => setTimeout(resolve, 20));
    await expect(ensureSingleInstance({ ownerUrl: database.ownerUrl, place: 'here' })).rejects.toThrow(
      'runs already',
    );
    await holder.release();
    await dataSource.destroy();
    await database.stop();
    expect(await findDatabase({ settings })).toBeNull();
  });
});
