import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { readSettings } from '../config/settings';
import { dropTestDatabase, emptyTestDatabase } from '../testing/database';
import { freePort } from './embedded/launch';
import { findDatabase, openDatabase } from './open-database';
import { checkReachable, versionProblem } from './reachable';

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
    expect(await openDatabase({ settings })).toMatchObject({ ownerUrl: database.ownerUrl, reused: true });
    await database.stop();
    expect(await findDatabase({ settings })).toBeNull();
  });
});
