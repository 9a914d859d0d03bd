import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stopServer, stopWithProcess } from './stop';

/** Sooner than a server that does not stop is made to. */
const SOON_MILLIS = 4_000;

describe('stopping a server', () => {
  let data: string;
  let child: ChildProcess;
  beforeEach(() => {
    data = fs.mkdtempSync(path.join(os.tmpdir(), 'stop-'));
    child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  });
  afterEach(() => {
    child.kill('SIGKILL');
    fs.rmSync(data, { recursive: true });
  });
  const writePidFile = (pid: number) =>
    fs.writeFileSync(path.join(data, 'postmaster.pid'), `${pid}\n${data}\n1700000000\n54321\n`);
  const isAlive = () => child.exitCode === null && child.signalCode === null;

  it('leaves another program alone that has the number of a server which has ended', async () => {
    writePidFile(child.pid!);
    const since = Date.now();
    await stopServer({ pid: child.pid!, data });
    expect(Date.now() - since).toBeLessThan(SOON_MILLIS);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isAlive()).toBe(true);
  });

  it('does nothing where the directory has another server by now, or none', async () => {
    await stopServer({ pid: child.pid!, data });
    writePidFile(child.pid! + 1);
    await stopServer({ pid: child.pid!, data });
    expect(isAlive()).toBe(true);
  });

  it('is done when this process ends, unless that is cancelled', () => {
    const before = process.listenerCount('exit');
    const cancel = stopWithProcess({ pid: child.pid!, data });
    expect(process.listenerCount('exit')).toBe(before + 1);
    cancel();
    expect(process.listenerCount('exit')).toBe(before);
  });
});
