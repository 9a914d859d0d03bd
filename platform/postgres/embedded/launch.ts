import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { childEnvironment } from '../../config/child-environment';
import { DatabaseRefusal } from '../refusal';
import { type Binaries, program } from './binaries';
import { readPidFile } from './pid-file';
import type { Report } from './place';
import { serverSettings } from './server-settings';
import type { ServerUser } from './server-user';

/** Recovery after a crash replays up to max_wal_size; a slow disk needs its time for that. */
const START_LIMIT_MILLIS = 180_000;
const REPORT_AFTER_MILLIS = 5_000;
const POLL_MILLIS = 10;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

export interface Launch {
  readonly binaries: Binaries;
  readonly user: ServerUser | null;
  readonly data: string;
  readonly throwaway: boolean;
  readonly report: Report;
}

/** A server that takes connections; or why not, when another try may go better. */
export type Launched = { readonly pid: number; readonly port: number } | { readonly tryAgain: string };

/**
 * Starts a server on a free port and waits until it takes connections. It is a process of its own: Ctrl-C in the
 * terminal reaches us and not it, so that the work in hand ends before it does.
 */
export async function launch(options: Launch): Promise<Launched> {
  const port = await portFor(options.data);
  const logFile = `${options.data}.log`;
  const log = openLog(logFile);
  const start = fs.fstatSync(log).size;
  const args = ['-D', options.data, '-p', String(port), ...serverSettings({ throwaway: options.throwaway })];
  const command = program(options.binaries, 'postgres');
  const child = spawn(command, args, {
    ...options.user,
    cwd: path.parse(command).root,
    env: childEnvironment(),
    stdio: ['ignore', log, log],
    detached: true,
    windowsHide: true,
  });
  fs.closeSync(log);
  child.unref();
  let failure: string | null = null;
  child.once('error', (error) => {
    failure = error.message;
  });
  child.once('exit', () => {
    failure ??= saidSince(logFile, start);
  });
  return waitUntilReady({ ...options, port, pid: () => child.pid, failure: () => failure });
}

interface Wait extends Launch {
  readonly port: number;
  readonly pid: () => number | undefined;
  readonly failure: () => string | null;
}

async function waitUntilReady({ data, report, port, pid, failure }: Wait): Promise<Launched> {
  const began = Date.now();
  let isReported = false;
  while (Date.now() - began < START_LIMIT_MILLIS) {
    const reason = failure();
    if (reason !== null) return judge(reason, data);
    const file = readPidFile(data);
    if (file && file.pid === pid() && file.status === 'ready') return { pid: file.pid, port };
    if (!isReported && Date.now() - began > REPORT_AFTER_MILLIS) {
      isReported = true;
      report(
        'The database was not closed cleanly and is recovering. Nothing is lost; this can take a minute.',
      );
    }
    await delay(POLL_MILLIS);
  }
  throw new DatabaseRefusal(
    `The database in ${data} did not start within ${START_LIMIT_MILLIS / 1000} s. Its log is ${data}.log.`,
  );
}

/**
 * Three things pass by themselves: the port was taken meanwhile, another process is starting the same server, and
 * the processes of a server that was killed have not all ended.
 */
function judge(reason: string, data: string): Launched {
  if (
    /could not bind|already in use|lock file .* (already exists|is empty)|shared memory block .* still in use/.test(
      reason,
    )
  )
    return { tryAgain: reason };
  throw new DatabaseRefusal(`The database in ${data} did not start. PostgreSQL says: ${reason || 'nothing'}`);
}

/** What the server wrote to its log since `start`; nothing when the log has gone with its directory. */
function saidSince(file: string, start: number): string {
  try {
    return fs.readFileSync(file).subarray(start).toString().trim();
  } catch {
    return '';
  }
}

function openLog(file: string): number {
  const large = (fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES;
  return fs.openSync(file, large ? 'w' : 'a', 0o600);
}

/**
 * The port on which the server ran last, when it is free: whoever was connected finds the server again by itself. Else
 * any free one.
 */
async function portFor(data: string): Promise<number> {
  const last = lastPort(data);
  return last === null ? freePort() : freePort(last).catch(() => freePort());
}

/** PostgreSQL keeps the arguments of its last start, each in quotes; null where it never ran. */
function lastPort(data: string): number | null {
  try {
    const [, port] = /"-p" "(\d+)"/.exec(fs.readFileSync(path.join(data, 'postmaster.opts'), 'utf8')) ?? [];
    return port === undefined ? null : Number(port);
  } catch {
    return null;
  }
}

/** A port of this machine that nobody listens on; with `wanted` that one. Rejects when it is taken. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port')),
      );
    });
  });
}
