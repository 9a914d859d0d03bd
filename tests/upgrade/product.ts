import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { childEnvironment } from '../../platform/config/child-environment';

/** Where a version of the product runs: its tree and its data directory. */
export interface Place {
  readonly tree: string;
  readonly dataDirectory: string;
}

export interface RunningVersion {
  /** The answer as it came, byte for byte. */
  ask(role: string, query: string): Promise<string>;
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>;
}

/** A day after everything in the demonstration, so that no answer depends on when it is asked. */
const TODAY = '2022-01-31';
const START_TIMEOUT_MILLIS = 300_000;

/** Starts a version as a user does, the demonstration included. Throws what it said when it does not become ready. */
export async function startVersion(place: Place): Promise<RunningVersion> {
  const child = spawn(process.execPath, [path.join('scripts', 'run.cjs'), 'start'], {
    cwd: place.tree,
    env: environmentOf(place),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(child);
  const tokens = new Map<string, string>();
  return {
    async ask(role, query) {
      const token = tokens.get(role) ?? tokenOf(place, role);
      tokens.set(role, token);
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query }),
      });
      return answer.text();
    },
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGINT');
      await once(child, 'close');
    },
  };
}

/** Resolves with the address of its graph once it says that it is ready. */
function addressOf(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const fail = (reason: string) =>
      reject(new Error(`The product did not start (${reason}): ${output.trim()}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail('no answer in time');
    }, START_TIMEOUT_MILLIS);
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /http:\/\/\S+\/graphql/.exec(output)?.[0];
      if (url === undefined || !output.includes('Ctrl-C stops it.')) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('close', (code) => {
      clearTimeout(timer);
      fail(`it ended with ${code}`);
    });
  });
}

function tokenOf(place: Place, role: string): string {
  const args = [path.join('scripts', 'run.cjs'), 'token', role];
  const made = spawnSync(process.execPath, args, {
    cwd: place.tree,
    env: environmentOf(place),
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`No token for ${role}: ${made.stderr.trim()}`);
  return made.stdout.trim();
}

const environmentOf = ({ dataDirectory }: Place): NodeJS.ProcessEnv => ({
  ...childEnvironment(),
  NODE_ENV: 'test',
  DATA_DIR: dataDirectory,
  GATEWAY_PORT: '0',
  SITE_PORT: '0',
  TODAY,
});
