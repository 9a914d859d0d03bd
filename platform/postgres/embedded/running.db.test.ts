import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { testServerUrl } from '../../testing/database';
import { readPidFile } from './pid-file';
import { runningServer, superuserUrl } from './running';
import type { ClusterState } from './state';

describe('the server of a data directory', () => {
  let ours: ClusterState;
  let elsewhere: string;
  beforeAll(async () => {
    const client = new Client({ connectionString: testServerUrl() });
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    await client.end();
    const { password } = new URL(testServerUrl());
    ours = { data: rows[0]!.data_directory, superuserPassword: password, ownerPassword: '' };
  });
  beforeEach(() => {
    elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), 'running-'));
  });
  afterEach(() => fs.rmSync(elsewhere, { recursive: true }));

  const pidFileOf = (data: string) => path.join(data, 'postmaster.pid');
  const look = (state: ClusterState, waitMillis = 0) => runningServer({ state, waitMillis });

  it('is found with its process and port', async () => {
    const { port } = new URL(testServerUrl());
    const running = await look(ours);
    expect(running).toEqual({ pid: readPidFile(ours.data)?.pid, port: Number(port) });
    expect(superuserUrl({ port: Number(port), state: ours })).toBe(testServerUrl());
  });

  it('is none where nothing was left, or what a process left that has ended, which is removed', async () => {
    const state = { ...ours, data: elsewhere };
    expect(await look(state)).toBeNull();
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.once('close', resolve));
    fs.writeFileSync(pidFileOf(elsewhere), `${child.pid}\n${elsewhere}\n1700000000\n54321\n`);
    expect(await look(state)).toBeNull();
    expect(fs.existsSync(pidFileOf(elsewhere))).toBe(false);
  });

  it('is refused at once where it does not take our password', async () => {
    await expect(look({ ...ours, superuserPassword: 'another' }, 60_000)).rejects.toThrow(
      /holds .* but does not answer as the one that was started here\. Stop it \(kill -INT \d+\)/,
    );
  });

  it('is refused where it serves another directory, whose file it stays', async () => {
    fs.copyFileSync(pidFileOf(ours.data), pidFileOf(elsewhere));
    await expect(look({ ...ours, data: elsewhere })).rejects.toThrow('does not answer as the one');
    expect(fs.existsSync(pidFileOf(elsewhere))).toBe(true);
  });

  it('is waited for while it has no port yet, and no longer than asked', async () => {
    fs.writeFileSync(pidFileOf(elsewhere), `${readPidFile(ours.data)?.pid}\n${elsewhere}\n1700000000\n`);
    const since = Date.now();
    await expect(runningServer({ state: { ...ours, data: elsewhere }, waitMillis: 300 })).rejects.toThrow(
      'does not answer',
    );
    expect(Date.now() - since).toBeGreaterThanOrEqual(300);
  });
});
