import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { codeOf } from '../error-code';

const STATUSES = ['starting', 'ready', 'stopping', 'standby'] as const;

/** What a server writes about itself in its data directory, as postmaster.pid. */
export interface PidFile {
  readonly pid: number;
  readonly dataDirectory: string;
  readonly port: number;
  /** Empty while the server has not written it yet. */
  readonly status: (typeof STATUSES)[number] | '';
}

const pathOf = (dataDirectory: string): string => path.join(dataDirectory, 'postmaster.pid');

/** Reads postmaster.pid; null when there is none, or only its beginning yet. */
export function readPidFile(dataDirectory: string): PidFile | null {
  let text: string;
  try {
    text = fs.readFileSync(pathOf(dataDirectory), 'utf8');
  } catch {
    return null;
  }
  const [pid, directory, , port, , , , status] = text.split('\n').map((line) => line.trim());
  if (!Number(pid) || !directory) return null;
  return {
    pid: Number(pid),
    dataDirectory: directory,
    port: Number(port),
    status: STATUSES.find((known) => known === status) ?? '',
  };
}

/** How long a server may take between making the file and writing it. */
const BEGUN_LIMIT_MILLIS = 3_000;

/** Removes a postmaster.pid without a readable beginning, unless a server may just be writing it. A power cut leaves such. */
export function removeEmptyPidFile(dataDirectory: string, now: Date = new Date()): void {
  const stat = fs.statSync(pathOf(dataDirectory), { throwIfNoEntry: false });
  if (stat && now.getTime() - stat.mtimeMs > BEGUN_LIMIT_MILLIS) removePidFile(dataDirectory);
}

/** Removes a postmaster.pid whose server has ended. */
export function removePidFile(dataDirectory: string): void {
  fs.rmSync(pathOf(dataDirectory), { force: true });
}

/**
 * True when process `pid` runs and is a PostgreSQL server. After a restart of the machine or the container another
 * program may have the number; PostgreSQL itself would take that for a server and refuse to start.
 */
export function isServer(pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    const name = commandOfLinuxProcess(pid);
    return name === 'postgres';
  }
  if (process.platform === 'win32') return true;
  return /(^|\/)postgres\s*$/.test(
    spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return codeOf(error) === 'EPERM';
  }
}

/** The command's name; null for a process that has ended and only waits for its parent to notice. */
function commandOfLinuxProcess(pid: number): string | null {
  try {
    const [, name, state] = /^\d+ \((.*)\) (\S)/s.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return state === 'Z' ? null : (name ?? null);
  } catch {
    return null;
  }
}
