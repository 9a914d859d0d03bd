import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { connect, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { runChild } from '../testing/child';
import { type Cluster, findRunningCluster, startCluster } from './cluster';
import { isServer, readPidFile } from './embedded/pid-file';

const START = `
  const { startCluster } = require('./platform/postgres/cluster');
  const cluster = await startCluster({ directory: process.env.DIRECTORY, throwaway: true });
  console.log(cluster.port);
  setInterval(() => undefined, 1000);
`;

async function query(
  cluster: Pick<Cluster, 'superuserUrl'>,
  sql: string,
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: cluster.superuserUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Says who would like to come in (protocol 3.0), and then waits to be asked for a password. */
function startupMessage(): Buffer {
  const body = Buffer.from('user\0postgres\0database\0postgres\0\0');
  const head = Buffer.alloc(8);
  head.writeInt32BE(head.length + body.length, 0);
  head.writeInt32BE(3 << 16, 4);
  return Buffer.concat([head, body]);
}

/** A connection that goes no further than `message`; resolves when the server has it. */
async function halfOpen(port: number, message: Buffer | null): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  if (message !== null) {
    socket.write(message);
    await once(socket, 'data');
  }
  return socket;
}

/** One server's directory for the whole file; each test leaves its server stopped. */
describe('an embedded server', () => {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'cluster-'));
  const directory = path.join(base, 'data');
  const data = path.join(directory, 'postgres');
  const start = () => startCluster({ directory, throwaway: true });

  beforeAll(() => fs.chmodSync(base, 0o755));
  afterEach(async () => {
    if (await findRunningCluster({ directory })) await (await start()).stop();
  });
  afterAll(() => fs.rmSync(base, { recursive: true }));

  it('is reached by nobody else: on this machine alone, by a password alone, in a folder of its own', async () => {
    const cluster = await start();
    const { port } = new URL(cluster.superuserUrl);
    const settings = ['listen_addresses', 'unix_socket_directories', 'password_encryption'];
    const told = await query(
      cluster,
      `select name, setting from pg_settings where name in ('${settings.join("', '")}')`,
    );
    expect(Object.fromEntries(told.map(({ name, setting }) => [name, setting]))).toEqual({
      ...{ listen_addresses: '127.0.0.1', unix_socket_directories: '', password_encryption: 'scram-sha-256' },
    });
    expect(await query(cluster, 'select distinct auth_method from pg_hba_file_rules')).toEqual([
      { auth_method: 'scram-sha-256' },
    ]);
    if (process.platform !== 'win32') {
      expect(fs.statSync(data).mode & 0o777).toBe(0o700);
      expect(fs.statSync(`${data}.log`).mode & 0o077).toBe(0);
      expect(fs.readdirSync('/tmp').filter((name) => name.startsWith(`.s.PGSQL.${port}`))).toEqual([]);
    }
    const outside = Object.values(os.networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outside) {
      const socket = connect({ host: address, port: Number(port) });
      await expect(once(socket, 'connect')).rejects.toThrow('ECONNREFUSED');
    }
    for (const login of ['postgres', 'postgres:', 'postgres:postgres', 'complaints_owner']) {
      const client = new Client({ connectionString: `postgres://${login}@127.0.0.1:${port}/postgres` });
      await expect(client.connect()).rejects.toThrow(/password/);
    }
    await cluster.stop();
  });

  it('is made where there is none, and keeps its data over a stop', async () => {
    expect(await findRunningCluster({ directory })).toBeNull();
    const first = await start();
    expect(first.reused).toBe(false);
    await query(first, `create table kept as select 'here' as word`);
    await first.stop();
    expect(await findRunningCluster({ directory })).toBeNull();

    const second = await start();
    expect(second.reused).toBe(false);
    expect(await query(second, 'select word from kept')).toEqual([{ word: 'here' }]);
    await second.stop();
    await expect(query(second, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('takes its own logins in while hundreds of connections say nothing, or never send their password', async () => {
    const cluster = await start();
    const unfinished = await Promise.all(
      Array.from({ length: 300 }, (_, i) => halfOpen(cluster.port, i % 2 === 0 ? null : startupMessage())),
    );
    const answers = await Promise.all(Array.from({ length: 80 }, () => query(cluster, 'select 1 as one')));
    expect(answers).toEqual(answers.map(() => [{ one: 1 }]));
    expect(await query(cluster, 'show authentication_timeout')).toEqual([{ authentication_timeout: '5s' }]);
    for (const socket of unfinished) socket.destroy();
  });

  it('listens on this machine only, and asks for a password that only this user can read', async () => {
    const cluster = await start();
    expect(await query(cluster, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const url = new URL(cluster.superuserUrl);
    url.password = 'postgres';
    await expect(query({ superuserUrl: url.href }, 'select 1')).rejects.toThrow(
      'password authentication failed',
    );
    expect(fs.statSync(path.join(directory, 'embedded-postgres.json')).mode & 0o777).toBe(0o600);
  });

  it('writes no statement and no value to its log', async () => {
    const cluster = await start();
    await expect(query(cluster, `select 'zz@example.org'::int`)).rejects.toThrow('zz@example.org');
    await cluster.stop();
    const log = fs.readFileSync(`${data}.log`, 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('zz@example.org');
  });

  it('is reused by whoever starts it again, and stopped by whoever stops it', async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ port: first.port, reused: true });
    expect(await findRunningCluster({ directory })).toEqual({
      port: first.port,
      superuserUrl: first.superuserUrl,
    });
    await second.stop();
    expect(await findRunningCluster({ directory })).toBeNull();
    await first.stop();
  });

  it('is one when several start it at once', async () => {
    const clusters = await Promise.all([start(), start(), start()]);
    expect(new Set(clusters.map(({ port }) => port)).size).toBe(1);
  });

  it('is one when two processes make it at once', async () => {
    const fresh = path.join(base, 'fresh');
    const children = [1, 2].map(() => runChild({ code: START, env: { DIRECTORY: fresh } }));
    const ports = await Promise.all(children.map((child) => child.line()));
    expect(new Set(ports).size).toBe(1);
    await Promise.all(children.map((child) => child.kill()));
    await (await startCluster({ directory: fresh })).stop();
    expect(fs.readdirSync(fresh).sort()).toEqual(['embedded-postgres.json', 'postgres', 'postgres.log']);
  });

  it('outlives a program that is killed, and is reused after', async () => {
    const child = runChild({ code: START, env: { DIRECTORY: directory } });
    const port = Number(await child.line());
    await child.kill();
    const cluster = await start();
    expect(cluster).toMatchObject({ port, reused: true });
  });

  it.each([
    ['ends', 'process.exit(0);'],
    ['fails', 'setTimeout(() => { throw new Error("boom"); }, 0);'],
  ])('stops with the program that started it when that %s without stopping it', async (_how, end) => {
    const child = runChild({ code: `${START} ${end}`, env: { DIRECTORY: directory } });
    const port = Number(await child.line());
    await child.ended;
    const gone = async () => (await findRunningCluster({ directory })) === null;
    while (!(await gone())) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(port).toBeGreaterThan(0);
  });

  it('may be moved with its directory', async () => {
    const cluster = await start();
    await query(cluster, `create table moved as select 'along' as word`);
    await cluster.stop();
    const elsewhere = path.join(base, 'elsewhere');
    fs.renameSync(directory, elsewhere);
    const moved = await startCluster({ directory: elsewhere, throwaway: true });
    expect(await query(moved, 'select word from moved')).toEqual([{ word: 'along' }]);
    await moved.stop();
    fs.renameSync(elsewhere, directory);
  });

  it('is made anew, and that is told, when its files are gone', async () => {
    const gone = path.join(base, 'gone');
    await (await startCluster({ directory: gone, throwaway: true })).stop();
    fs.rmSync(path.join(gone, 'postgres'), { recursive: true });
    const told: string[] = [];
    const cluster = await startCluster({
      directory: gone,
      throwaway: true,
      report: (sentence) => told.push(sentence),
    });
    await cluster.stop();
    expect(told).toEqual([
      `The database that was kept in ${gone}/postgres is not there any more: an empty one is made.`,
    ]);
  });

  it('recovers from being killed itself, with every committed row', async () => {
    // As the product runs it: a throwaway server may forget the last moment.
    const cluster = await startCluster({ directory });
    await query(cluster, 'create table survived as select generate_series(1, 1000) as id');
    process.kill(readPidFile(data)!.pid, 'SIGKILL');
    const again = await start();
    expect(again.reused).toBe(false);
    expect(await query(again, 'select count(*)::int as count from survived')).toEqual([{ count: 1000 }]);
  });

  it('starts beside a stale postmaster.pid whose number another program has now', async () => {
    const cluster = await start();
    const file = path.join(data, 'postmaster.pid');
    const text = fs.readFileSync(file, 'utf8');
    await cluster.stop();
    // Run by the server's own user, so that PostgreSQL's own check would take it for a server.
    const { uid, gid } = fs.statSync(data);
    const other = spawn('sleep', ['60'], { ...(process.getuid?.() === 0 ? { uid, gid } : {}) });
    fs.writeFileSync(file, text.replace(/^\d+/, String(other.pid)));
    fs.chownSync(file, uid, gid);
    const again = await start();
    expect(again.reused).toBe(false);
    other.kill();
  });

  it('refuses a server that holds the directory and is not the one started here', async () => {
    const cluster = await start();
    const file = path.join(directory, 'embedded-postgres.json');
    const text = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, text.replace(/"superuserPassword": ".*"/, '"superuserPassword": "another"'));
    await expect(start()).rejects.toThrow(
      /does not answer as the one that was started here\. Stop it \(kill -INT \d+\)/,
    );
    fs.writeFileSync(file, text);
    await cluster.stop();
  });

  it('refuses a directory whose passwords are gone', async () => {
    const file = path.join(directory, 'embedded-postgres.json');
    const text = fs.readFileSync(file, 'utf8');
    fs.rmSync(file);
    await expect(start()).rejects.toThrow('its passwords are missing');
    fs.writeFileSync(file, 'half a fi', { mode: 0o600 });
    await expect(start()).rejects.toThrow('cannot be read');
    fs.writeFileSync(file, text, { mode: 0o600 });
  });

  it('is not left half made by a program that is killed while making it', async () => {
    const half = path.join(base, 'half');
    const child = runChild({ code: START, env: { DIRECTORY: half } });
    const made = () =>
      fs.existsSync(half) && fs.readdirSync(half).some((name) => name.startsWith('postgres.new-'));
    while (!made()) await new Promise((resolve) => setTimeout(resolve, 5));
    await child.kill();
    expect(fs.existsSync(path.join(half, 'postgres'))).toBe(false);

    const cluster = await startCluster({ directory: half, throwaway: true });
    expect(await query(cluster, 'select 1 as one')).toEqual([{ one: 1 }]);
    await cluster.stop();
    expect(fs.readdirSync(half).sort()).toEqual(['embedded-postgres.json', 'postgres', 'postgres.log']);
  });

  it('leaves no process behind when stopped while a client waits', async () => {
    const cluster = await start();
    const { pid } = readPidFile(data)!;
    const waiting = query(cluster, 'select pg_sleep(60)').catch((error: Error) => error.message);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await cluster.stop();
    expect(isServer(pid)).toBe(false);
    expect(await waiting).toMatch(/terminat/);
  });
});

const asRoot = process.getuid?.() === 0 ? it : it.skip;

describe('an embedded server started by root', () => {
  asRoot('is kept elsewhere when its own user cannot reach the directory, which is told once', async () => {
    const closed = fs.mkdtempSync(path.join(os.tmpdir(), 'closed-'));
    const directory = path.join(closed, 'data');
    const told: string[] = [];
    const start = () =>
      startCluster({ directory, throwaway: true, report: (sentence) => told.push(sentence) });
    const first = await start();
    await query(first, 'create table kept as select 1 as one');
    await first.stop();
    const second = await start();
    expect(await query(second, 'select one from kept')).toEqual([{ one: 1 }]);
    await second.stop();
    expect(told).toEqual([
      expect.stringMatching(/its own user cannot reach .*closed-.*: the database is kept in /),
    ]);
    const data = /kept in (.*)\.$/.exec(told[0] ?? '')?.[1] ?? '';
    fs.rmSync(path.dirname(data), { recursive: true });
    fs.rmSync(closed, { recursive: true });
  });

  asRoot('cannot then be started by another user, who is told whose it is', async () => {
    const base = fs.mkdtempSync(path.join(os.tmpdir(), 'theirs-'));
    fs.chmodSync(base, 0o755);
    fs.mkdirSync(path.join(base, 'postgres'), { mode: 0o755 });
    fs.chmodSync(base, 0o777);
    const child = runChild({ code: START, env: { DIRECTORY: base }, user: { uid: 65_534, gid: 65_534 } });
    await expect(child.line()).rejects.toThrow(/belongs to another user \(number 0\)\. Run as that user/);
    fs.rmSync(base, { recursive: true });
  });
});
