import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { childEnvironment } from '../../platform/config/child-environment';
import { nodesHere } from '../../platform/testing/nodes';
import { ROOT } from '../architecture/tree';

const START_MILLIS = 60_000;

/**
 * The built product on this Node.js and on every other one at hand (TEST_NODES, or on the path): its database, its sign-in,
 * its planner and its end are what a version of Node.js could break.
 */
describe.each(nodesHere().map((node) => [node.major, node.program] as const))(
  'on Node %s, the product',
  (_, node) => {
    const directory = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'start-up-')));
    const env = {
      ...childEnvironment(),
      ...{ NODE_ENV: 'test', DEMO: 'off', GATEWAY_PORT: '0', SITE_PORT: '0' },
      ...{ DATA_DIR: directory, TODAY: '2022-01-31' },
    };
    const program = (name: string, ...args: string[]) => [
      path.join(ROOT, 'dist/scripts', `${name}.js`),
      ...args,
    ];
    let product: ChildProcess;
    let said = '';
    let url = '';

    beforeAll(async () => {
      // As root the database runs as a user of its own, which has to get there.
      fs.chmodSync(directory, 0o711);
      product = spawn(node, ['--no-deprecation', ...program('start')], {
        cwd: ROOT,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      url = await addressOf(product);
    }, START_MILLIS);

    afterAll(async () => {
      if (product.exitCode === null) {
        product.kill('SIGKILL');
        await once(product, 'close');
      }
      fs.rmSync(directory, { recursive: true, force: true });
    });

    async function addressOf(child: ChildProcess): Promise<string> {
      return new Promise((resolve, reject) => {
        const listen = (chunk: Buffer) => {
          said += chunk.toString();
          const address = /(http:\S+)\/graphql/.exec(said)?.[1];
          if (address !== undefined && said.includes('Ctrl-C stops it.')) resolve(address);
        };
        child.stdout?.on('data', listen);
        child.stderr?.on('data', listen);
        child.once('close', (code) => reject(new Error(`It ended with ${code}: ${said}`)));
      });
    }

    it('starts without a warning, and is ready', async () => {
      expect(said).toContain('The product is ready.');
      expect(said).not.toMatch(/warning|deprecat/i);
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    });

    it('names the one address of its site first, which lists whom one can be', async () => {
      const [, site = ''] = /Open this in a browser: +(http:\S+)/.exec(said) ?? [];
      const first = await fetch(site);
      expect(first.url).toBe(`${site}/sign-in?returnTo=%2F`);
      const people = (await first.text()).match(/data-role="\w+"/g) ?? [];
      expect(new Set(people).size).toBe(6);
      // The whole of a sign-in, by a library that other versions of Node.js could break.
      const start = await fetch(`${site}/sign-in/start?person=ana`, { redirect: 'manual' });
      expect(start.headers.get('location')).toContain(`${site}/demonstration-sign-in/`);
    });

    it('answers a question across its parts, to who has signed in', async () => {
      const token = spawnSync(node, program('token', 'analyst'), { cwd: ROOT, env, encoding: 'utf8' });
      expect([token.status, token.stderr]).toEqual([0, '']);
      const ask = (headers: Record<string, string>) =>
        fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ query: '{ services { id } measures(by: []) { rows { received } } }' }),
        });
      const answer = await (await ask({ authorization: `Bearer ${token.stdout.trim()}` })).json();
      expect(answer.errors).toBeUndefined();
      expect(answer.data.services.length).toBeGreaterThan(5);
      expect((await ask({})).status).toBe(401);
    });

    it('stops when it is told to, its database too', async () => {
      product.kill('SIGTERM');
      const [code] = await once(product, 'close');
      expect(code).toBe(0);
      expect(fs.existsSync(path.join(directory, 'postgres', 'postmaster.pid'))).toBe(false);
    });
  },
);
