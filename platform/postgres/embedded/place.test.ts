import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chooseDataPlace, reachableBinaries } from './place';
import { mayReach } from './server-user';

const asRoot = process.getuid?.() === 0 ? it : it.skip;
const NOBODY = { uid: 65_534, gid: 65_534 };

describe('where the embedded server is kept', () => {
  it('is the data directory itself for a user who is not root', () => {
    const report = jest.fn();
    expect(chooseDataPlace({ directory: '/home/one/.data', user: null, report })).toBe(
      '/home/one/.data/postgres',
    );
    expect(report).not.toHaveBeenCalled();
  });

  asRoot('is asked of the system as the server’s own user', () => {
    const closed = fs.mkdtempSync(path.join(os.tmpdir(), 'closed-'));
    const inside = path.join(closed, 'inside');
    fs.mkdirSync(inside, { mode: 0o755 });
    expect(mayReach(NOBODY, inside, 'x')).toBe(false);
    fs.chmodSync(closed, 0o755);
    expect(mayReach(NOBODY, inside, 'x')).toBe(true);
    fs.rmSync(closed, { recursive: true });
  });

  asRoot('is a copy for binaries that the server’s own user cannot run', () => {
    const closed = fs.mkdtempSync(path.join(os.tmpdir(), 'closed-'));
    const folder = path.join(closed, 'native');
    fs.mkdirSync(path.join(folder, 'bin'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'bin', 'postgres'), '#!/bin/sh\n', { mode: 0o755 });
    const installed = { folder, version: `0-test-${process.pid}` };
    const copy = reachableBinaries(NOBODY, installed);
    expect(copy.folder).not.toBe(folder);
    expect(mayReach(NOBODY, path.join(copy.folder, 'bin', 'postgres'), 'x')).toBe(true);
    expect(reachableBinaries(NOBODY, installed)).toEqual(copy);
    fs.rmSync(path.dirname(copy.folder), { recursive: true });
    fs.rmSync(closed, { recursive: true });
  });
});
