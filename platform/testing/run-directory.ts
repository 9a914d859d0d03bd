import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readPidFile } from '../postgres/embedded/pid-file';
import { stopServer } from '../postgres/embedded/stop';

const PREFIX = 'council-complaints-test-';
/** Linux keeps what is written here in memory. */
const IN_MEMORY = '/dev/shm';
/** A whole run writes less than half of this. */
const ROOM_BYTES = 6 * 1024 ** 3;

/** Where servers may be, and how much memory this process may still have. */
interface Places {
  readonly memory?: string;
  readonly disk?: string;
  readonly availableBytes?: number;
}

/**
 * Where this run's server keeps its files; the directory's name tells which process made it. In memory where there is room for it:
 * a run makes and removes hundreds of databases of a thousand files, and on a disk that takes ten times as long.
 */
export function runDirectory({
  memory = IN_MEMORY,
  disk = os.tmpdir(),
  availableBytes = process.availableMemory(),
}: Places = {}): string {
  const room = Math.min(availableBytes, freeBytes(memory));
  return path.join(room >= ROOM_BYTES ? memory : disk, `${PREFIX}${process.pid}`);
}

function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = fs.statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}

/** Stops the servers that killed test runs left behind, and removes their directories. */
export async function sweepLeftServers({
  memory = IN_MEMORY,
  disk = os.tmpdir(),
}: Places = {}): Promise<void> {
  for (const folder of [memory, disk].filter((place) => fs.existsSync(place))) {
    for (const name of fs.readdirSync(folder)) {
      const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length) : 0);
      if (pid && !isRunning(pid)) await removeServer(path.join(folder, name));
    }
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
