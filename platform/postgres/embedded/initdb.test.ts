import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type InitDb, initialise } from './initdb';
import { reachableBinaries } from './place';
import { serverUser } from './server-user';

describe('the files of a new server', () => {
  let base: string;
  let data: string;
  beforeEach(() => {
    base = fs.mkdtempSync(path.join(os.tmpdir(), 'initdb-'));
    fs.chmodSync(base, 0o755);
    data = path.join(base, 'postgres');
  });
  afterEach(() => fs.rmSync(base, { recursive: true }));

  const make = (options: Partial<InitDb> = {}) => {
    const user = serverUser(data);
    const binaries = reachableBinaries(user);
    return initialise({
      ...{ binaries, user, data, superuserPassword: 'secret', throwaway: true, claim: () => true },
      ...options,
    });
  };

  it('are there as a whole, with nothing beside them, the password neither', async () => {
    await make();
    expect(fs.readdirSync(base)).toEqual(['postgres']);
    expect(fs.readFileSync(path.join(data, 'pg_hba.conf'), 'utf8')).toMatch(/^host.*scram-sha-256$/m);
  });

  it('are discarded where another process was first', async () => {
    let seen: string[] = [];
    const claim = () => {
      seen = fs.readdirSync(base);
      return false;
    };
    await make({ claim });
    expect(seen).toEqual([expect.stringContaining(`postgres.new-${process.pid}-`)]);
    expect(fs.readdirSync(base)).toEqual([]);
  });

  it('replace none that another process has put there, and take away what a killed one left', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.once('close', resolve));
    const left = [`postgres.new-${child.pid}-aaaaaa`, `postgres.new-${process.ppid}-bbbbbb`];
    for (const name of left) fs.mkdirSync(path.join(base, name));
    const claim = () => {
      fs.mkdirSync(data);
      fs.writeFileSync(path.join(data, 'PG_VERSION'), 'first');
      return true;
    };
    await make({ claim });
    expect(fs.readFileSync(path.join(data, 'PG_VERSION'), 'utf8')).toBe('first');
    expect(fs.readdirSync(base).sort()).toEqual(['postgres', left[1]]);
  });

  it('are refused, with what PostgreSQL says, where they cannot be made', async () => {
    const broken = path.join(base, 'native');
    fs.mkdirSync(path.join(broken, 'bin'), { recursive: true });
    fs.writeFileSync(path.join(broken, 'bin', 'initdb'), '#!/bin/sh\necho no room >&2\nexit 1\n', {
      mode: 0o755,
    });
    await expect(make({ binaries: { folder: broken, version: '18' } })).rejects.toThrow(
      'The embedded database could not be made: no room',
    );
    expect(fs.readdirSync(base)).toEqual(['native']);
  });
});
