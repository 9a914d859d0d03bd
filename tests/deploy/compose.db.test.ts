import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { settingNames } from '../../platform/config/models';
import { testServerUrl } from '../../platform/testing/database';
import { ROOT } from '../architecture/tree';
import { strangers } from '../build/product-files';
import { composeVariables, readCompose, readEnvironmentFile } from './compose';
import { readImage } from './dockerfile';
import { readYaml } from './yaml';

const image = readImage('deploy/Dockerfile');
const example = readEnvironmentFile('deploy/compose.env.example');
const OWNER_PASSWORD = 'owner_password-1';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const FILLED_IN = {
  ...example,
  POSTGRES_PASSWORD: 'superuser_password-1',
  OWNER_PASSWORD,
  LOG_LEVEL: 'error',
  TOKEN_ISSUER: 'https://sign-in.example.gov.uk',
  TOKEN_AUDIENCE: 'council-complaints',
  TOKEN_JWKS_URL: 'https://sign-in.example.gov.uk/keys',
  IDENTITY_PRIVATE_KEY: JSON.stringify(privateKey.export({ format: 'jwk' })),
  IDENTITY_PUBLIC_KEY: JSON.stringify(publicKey.export({ format: 'jwk' })),
  SITE_URL: 'https://complaints.example.gov.uk',
  SITE_CLIENT_ID: 'complaints-site',
  SITE_CLIENT_SECRET: 'client_secret-1',
  SITE_SESSION_SECRET: 'session_secret-1'.repeat(3),
};
const { services, volumes } = readCompose(FILLED_IN);

describe('docker-compose.yml', () => {
  it('is filled in from an environment file, of which there is an example with every variable', () => {
    expect(Object.keys(example).sort()).toEqual(composeVariables().sort());
    expect(() => readCompose(example)).toThrow('POSTGRES_PASSWORD: set it in deploy/compose.env');
  });

  it('holds no password of its own', () => {
    const text = fs.readFileSync(path.join(ROOT, 'docker-compose.yml'), 'utf8');
    expect(text.split('\n').filter((line) => /PASSWORD|_KEY/.test(line) && !line.includes('${'))).toEqual([]);
    expect(spawnSync('git', ['check-ignore', 'deploy/compose.env'], { cwd: ROOT }).status).toBe(0);
  });

  it('gives the product only settings that there are', () => {
    const unknown = Object.keys(services.product.environment).filter((name) => !settingNames.includes(name));
    expect(unknown).toEqual([]);
  });

  it('starts the product when PostgreSQL 18 is ready, on volumes that outlive it', () => {
    expect(services.database.image).toBe('postgres:18');
    expect(services.product.depends_on).toEqual({ database: { condition: 'service_healthy' } });
    expect(services.database.healthcheck?.test).toContain('pg_isready');
    const mounted = [services.database, services.product].flatMap((service) => service.volumes ?? []);
    const named = mounted
      .map((volume) => volume.split(':')[0] ?? '')
      .filter((source) => !source.startsWith('.'));
    expect(Object.keys(volumes)).toEqual(named);
    expect(mounted).toContain('./deploy/database:/docker-entrypoint-initdb.d:ro');
  });

  it('publishes the ports that the image listens on', () => {
    const { GATEWAY_PORT, SITE_PORT } = image.environment;
    expect(image.ports).toEqual([GATEWAY_PORT, SITE_PORT]);
    expect(services.product.ports).toEqual([`4000:${GATEWAY_PORT}`, `3000:${SITE_PORT}`]);
    expect(services.product.environment.GATEWAY_PORT).toBeUndefined();
    // With NODE_ENV=development, too.
    expect(image.environment.BIND_ADDRESS).toBe('0.0.0.0');
    expect(services.product.environment.BIND_ADDRESS).toBeUndefined();
  });

  it('is read by a reader that refuses what it does not know', () => {
    expect(() => readYaml('a: *b\n')).toThrow('Line 1');
    expect(() => readYaml('a:\n  b: c\n d: e\n')).toThrow('Line 3');
    expect(() => readYaml('just text\n')).toThrow('Line 1');
  });
});

describe('the image', () => {
  it('runs as a user without rights, on the Node that is recommended', () => {
    expect(image.user).toBe('node');
    expect(image.from).toBe('node:24-slim');
  });

  it('is built from files that are there', () => {
    const ours = image.copies.filter(({ from }) => from === null).map(({ source }) => source);
    expect(ours.filter((source) => !fs.existsSync(path.join(ROOT, source)))).toEqual([]);
  });

  it('holds the built product, and no test of it', () => {
    const folder = imageFolder();
    const files = fs.readdirSync(path.join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(files).toContain('scripts/start.js');
    expect(strangers(files)).toEqual([]);
    expect(strangers([...files, 'tests/crash/check.js', 'casework/store.test.js.map'])).toHaveLength(2);
    fs.rmSync(folder, { recursive: true });
  });
});

/** On a machine that runs other tests too. */
const START_MILLIS = 180_000;

describe('the service, as a process in a folder that holds what the image holds', () => {
  let folder: string;
  let product: Product | undefined;

  beforeAll(async () => {
    folder = imageFolder();
    await makeDatabase();
  });
  afterEach(() => product?.stop());
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  it(
    'becomes ready on an empty database, lets nobody in without signing in, and stops when told to',
    async () => {
      product = await startProduct(folder, services.product.environment);
      expect(await product.untilReady()).toBe(200);
      expect(health(product.port)).toBe(0);
      const asked = await fetch(`http://127.0.0.1:${product.port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ measures(by: []) { asAt } }"}',
      });
      expect(asked.status).toBe(401);
      expect(await unread(`http://127.0.0.1:${product.sitePort}`)).toEqual([]);
      expect(await product.stop()).toBe(0);
      expect(health(product.port)).toBe(1);
    },
    START_MILLIS,
  );

  it(
    'refuses to start in production while settings are missing, and names them all',
    async () => {
      const { TOKEN_ISSUER: _, IDENTITY_PRIVATE_KEY: __, ...lacking } = services.product.environment;
      product = await startProduct(folder, lacking);
      expect(await product.ended).not.toBe(0);
      expect(product.said()).toMatch(/TOKEN_ISSUER .*\n.*IDENTITY_PRIVATE_KEY /);
    },
    START_MILLIS,
  );
});

/** A folder with exactly what the image's COPY instructions put into it. */
function imageFolder(): string {
  const built = path.join(ROOT, 'dist/scripts/start.js');
  if (!fs.existsSync(built))
    throw new Error('The product is not built: run npm run build, or npm test, which does.');
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'image-')));
  for (const { source, target } of image.copies) {
    const place = path.join(folder, target);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    if (source === 'node_modules') fs.symlinkSync(path.join(ROOT, source), place);
    else fs.cpSync(path.join(ROOT, source), place, { recursive: true });
  }
  return folder;
}

/** Does on the tests' server what deploy/database/owner.sh does in the container. */
async function makeDatabase(): Promise<void> {
  const script = fs.readFileSync(path.join(ROOT, 'deploy/database/owner.sh'), 'utf8');
  const [, sql = ''] = /<<'SQL'\n([\s\S]*)\nSQL\n/.exec(script) ?? [];
  const client = new Client({ connectionString: testServerUrl() });
  await client.connect();
  await client.query('drop database if exists complaints with (force)');
  for (const statement of sql.split(';').filter((text) => text.trim() !== '')) {
    await client.query(statement.replace(":'password'", `'${OWNER_PASSWORD}'`));
  }
  await client.end();
}

interface Product {
  readonly port: number;
  readonly sitePort: number;
  /** Resolves to the status of /health/ready when it is 200, or to its last one after half a minute. */
  untilReady(): Promise<number>;
  said(): string;
  readonly ended: Promise<number | null>;
  /** Stops it as `docker stop` does, and gives its exit code. */
  stop(): Promise<number | null>;
}

/** Runs the image's command with its environment and the service's; only addresses and folders are the test's own. */
async function startProduct(folder: string, environment: Readonly<Record<string, string>>): Promise<Product> {
  const [port, sitePort] = [await freePort(), await freePort()];
  const url = environment.DATABASE_URL?.replace('@database:5432', `@${new URL(testServerUrl()).host}`) ?? '';
  const [program = '', ...args] = image.command;
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd: folder,
    env: {
      ...image.environment,
      ...environment,
      DATABASE_URL: url,
      GATEWAY_PORT: String(port),
      SITE_PORT: String(sitePort),
      DATA_DIR: path.join(folder, 'data'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return watched(child, { port, sitePort });
}

function watched(child: ChildProcess, ports: Pick<Product, 'port' | 'sitePort'>): Product {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    ...ports,
    ended,
    said: () => said,
    async untilReady() {
      for (let attempt = 0; attempt < 600; attempt += 1) {
        if (child.exitCode !== null) throw new Error(`The product ended: ${said}`);
        const status = await statusOf(`http://127.0.0.1:${ports.port}/health/ready`);
        if (status === 200) return status;
        await delay(200);
      }
      throw new Error(`The product did not become ready: ${said}`);
    },
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

async function statusOf(url: string): Promise<number | null> {
  try {
    return (await fetch(url)).status;
  } catch {
    return null;
  }
}

/** What a page of the site at `url` is made with and does not get: whoever is not signed in sees one, with its styles and its script. */
async function unread(url: string): Promise<string[]> {
  const page = await fetch(`${url}/signed-out`);
  const html = await page.text();
  const files = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, file = '']) => file);
  const answers = await Promise.all(
    files.map(async (file) => [file, (await fetch(url + file)).status] as const),
  );
  const lost = answers.filter(([, status]) => status !== 200).map(([file]) => file);
  return page.status === 200 && files.length > 2 ? lost : [`${page.status}: ${html.slice(0, 200)}`];
}

/** Runs the image's health check; its exit code. */
function health(port: number): number | null {
  const [, ...args] = image.healthcheck;
  return spawnSync(process.execPath, args, { env: { GATEWAY_PORT: String(port) } }).status;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
