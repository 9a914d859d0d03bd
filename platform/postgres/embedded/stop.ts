import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { installedBinaries, program } from './binaries';
import { isServer, readPidFile } from './pid-file';

const PATIENCE_MILLIS = 8_000;
const POLL_MILLIS = 10;
const LINGER_MILLIS = 1_000;

/** Stops the server of `data`: it rolls back what is running and closes its files; after 8 s it is made to stop at once. */
export async function stopServer({ pid, data }: { pid: number; data: string }): Promise<void> {
  if (!send(pid, data, 'SIGINT')) return;
  if (await hasStopped(pid, data)) return;
  send(pid, data, 'SIGQUIT');
  await hasStopped(pid, data);
}

/**
 * Stops the server when this process ends, however it ends short of being killed. Returns what cancels that.
 * The server then closes by itself; nobody can wait for it.
 */
export function stopWithProcess({ pid, data }: { pid: number; data: string }): () => void {
  const stop = (): void => void send(pid, data, 'SIGINT');
  process.once('exit', stop);
  return () => void process.removeListener('exit', stop);
}

/** False when there is no such server any more. */
function send(pid: number, data: string, signal: 'SIGINT' | 'SIGQUIT'): boolean {
  if (readPidFile(data)?.pid !== pid || !isServer(pid)) return false;
  if (process.platform === 'win32') return tellThroughPgCtl(data, signal);
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** Windows has no signals: Node would end the process on the spot. */
function tellThroughPgCtl(data: string, signal: 'SIGINT' | 'SIGQUIT'): boolean {
  const mode = signal === 'SIGINT' ? 'fast' : 'immediate';
  spawnSync(program(installedBinaries(), 'pg_ctl'), ['stop', '-D', data, '-m', mode, '--no-wait'], {
    windowsHide: true,
  });
  return true;
}

async function hasStopped(pid: number, data: string): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MILLIS;
  let gone = Number.POSITIVE_INFINITY;
  while (Date.now() < deadline) {
    if (!isServer(pid)) return true;
    // Its last act is to remove the file. Where nobody notices that it ended, the process may stay listed for ever.
    if (readPidFile(data)?.pid !== pid) gone = Math.min(gone, Date.now());
    if (Date.now() - gone > LINGER_MILLIS) return true;
    await delay(POLL_MILLIS);
  }
  return false;
}
