import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { readPidFile } from '../postgres/embedded/pid-file';
import { stopServer } from '../postgres/embedded/stop';

/**
 * Where the superuser's address of the run's server stands for the test files, which run in processes of their own. Set from
 * outside, it names a server that runs already, of another version say.
 */
export const SERVER_VARIABLE = 'TEST_POSTGRES_URL';

/** Of every owner of a test database. */
export const PASSWORD = 'test';

const PREFIX = 'council-complaints-test-';

/** The directory of this run's server; its name tells which process made it. */
export function runDirectory(pid: number = process.pid): string {
  return path.join(os.tmpdir(), `${PREFIX}${pid}`);
}

/** Stops the servers that killed test runs left behind, and removes their directories. */
export async function sweepLeftServers(): Promise<void> {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length) : 0);
    if (pid && !isRunning(pid)) await removeServer(path.join(os.tmpdir(), name));
  }
}

async function removeServer(directory: string): Promise<void> {
  const data = path.join(directory, 'postgres');
  const server = readPidFile(data);
  if (server) await stopServer({ pid: server.pid, data });
  fs.rmSync(directory, { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The superuser's address of the run's server. */
export function testServerUrl(): string {
  const url = process.env[SERVER_VARIABLE];
  if (url) return url;
  throw new Error(
    'No PostgreSQL server runs for these tests: run them through jest.config.cjs, whose globalSetup starts one',
  );
}

/** Runs `work` on a connection as the run's superuser. */
export async function asSuperuser<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: testServerUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
