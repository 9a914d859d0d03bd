import { chmodSync, chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { fixedClock } from '../config/clock';
import { listenForEvents } from '../outbox/listen-for-events';
import { makeAuthority } from '../testing/certificates';
import { type Cluster, startCluster } from './cluster';
import { connect } from './connect';
import { migrate } from './migrate';
import { ownedDatabaseUrl } from './owned-database';
import { checkReachable } from './reachable';

const authority = makeAuthority('A council');
const stranger = makeAuthority('A council');

let directory: string;
let cluster: Cluster;
let superuser: Client;
let files: Readonly<Record<string, string>>;

/** A server that takes nobody without TLS. */
beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'postgres-tls-'));
  chmodSync(directory, 0o755);
  cluster = await startCluster({ directory, throwaway: true });
  superuser = new Client({ connectionString: cluster.superuserUrl });
  await superuser.connect();
  await superuser.query(`create role owner login createrole password 'x'`);
  await superuser.query('create database council owner owner');
  files = {
    ours: write('ours.pem', authority.certificate),
    theirs: write('theirs.pem', stranger.certificate),
  };
  await serve(authority.certify(['127.0.0.1', 'localhost']));
});
afterAll(async () => {
  await superuser.end();
  await cluster.stop();
  rmSync(directory, { recursive: true, force: true });
});

function write(name: string, content: string): string {
  const file = path.join(directory, name);
  writeFileSync(file, content);
  return file;
}

/** Has the server show this certificate from now on. */
async function serve({ certificate, key }: { certificate: string; key: string }): Promise<void> {
  const { rows } = await superuser.query<{ data: string }>(
    `select current_setting('data_directory') as data`,
  );
  const data = rows[0]?.data ?? '';
  for (const [name, content] of [
    ['server.crt', certificate],
    ['server.key', key],
    ['pg_hba.conf', 'hostssl all all 127.0.0.1/32 scram-sha-256\n'],
  ] as const) {
    writeFileSync(path.join(data, name), content, { mode: 0o600 });
    chownSync(path.join(data, name), statSync(data).uid, statSync(data).gid);
  }
  await superuser.query('alter system set ssl = on');
  await superuser.query('select pg_reload_conf()');
}

const address = (more: string, host = '127.0.0.1') =>
  `${ownedDatabaseUrl({ superuserUrl: cluster.superuserUrl, database: 'council', owner: 'owner', password: 'x' }).replace('127.0.0.1', host)}${more}`;
const verified = (root = files.ours, host?: string) =>
  address(`?sslmode=verify-full&sslrootcert=${encodeURIComponent(root ?? '')}`, host);
const reached = (url: string) =>
  checkReachable({ url, setting: 'DATABASE_URL' }).then(
    () => 'reached',
    ({ message }: Error) => message,
  );

describe('a database that is spoken to by TLS', () => {
  it('is reached by each connection of the product, every one of them by TLS', async () => {
    expect(await reached(verified())).toBe('reached');
    const subgraph = { name: 'small', tables: [], migrations: [] };
    const logins = await migrate({
      ownerUrl: verified(),
      subgraphs: [subgraph],
      clock: fixedClock('2022-01-31'),
    });
    const dataSource = await connect({ url: logins.urlOf('small'), subgraph, poolSize: 1 });
    const [row]: { ssl: boolean }[] = await dataSource.query(
      'select ssl from pg_stat_ssl where pid = pg_backend_pid()',
    );
    expect(row).toEqual({ ssl: true });
    let woken = 0;
    const onWake = () => {
      woken += 1;
    };
    const listening = listenForEvents({ url: verified(), onWake });
    while (woken === 0) await dataSource.query('notify outbox');
    await listening.stop();
    await dataSource.destroy();
  });

  it.each([
    ['without TLS', () => address(''), 'refuses the login "owner"'],
    ['by TLS that is switched off', () => address('?sslmode=disable'), 'refuses the login "owner"'],
    [
      'by a CA of the same name that is another',
      () => verified(files.theirs),
      'is not good (UNABLE_TO_VERIFY_LEAF_SIGNATURE)|is not good (CERT_SIGNATURE_FAILURE)',
    ],
    ['by the CAs of the machine', () => address('?sslmode=verify-full'), 'is not good ('],
  ])('is not reached %s', async (_, url, says) => {
    const said = await reached(url());
    expect(says.split('|').some((each) => said.includes(each))).toBe(true);
    expect(said).not.toContain(':x@');
  });

  it('is not reached where its certificate is for another machine, or no longer good', async () => {
    const names: readonly (readonly [string[], boolean, string])[] = [
      [['database.example.gov.uk'], false, 'ERR_TLS_CERT_ALTNAME_INVALID'],
      [['localhost'], false, 'ERR_TLS_CERT_ALTNAME_INVALID'],
      [['127.0.0.1'], true, 'CERT_HAS_EXPIRED'],
    ];
    for (const [hosts, ended, code] of names) {
      await serve(authority.certify(hosts, { ended }));
      expect(await reached(verified())).toContain(`is not good (${code})`);
    }
    await serve(authority.certify(['127.0.0.1']));
    expect(await reached(verified())).toBe('reached');
  });

  it('is refused where it offers no TLS', async () => {
    await superuser.query('alter system set ssl = off');
    await superuser.query('select pg_reload_conf()');
    expect(await reached(verified())).toContain('The server does not support SSL connections');
  });
});
