import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runDirectory, sweepLeftServers } from './run-directory';

const GIB = 1024 ** 3;
const OWN = `council-complaints-test-${process.pid}`;

describe('where the tests’ server keeps its files', () => {
  let folder: string;
  let disk: string;
  const statfs = fs.statfsSync(os.tmpdir());
  const room = (gib: number) =>
    jest.spyOn(fs, 'statfsSync').mockReturnValue({ ...statfs, bavail: gib * (GIB / 4096), bsize: 4096 });

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'run-directory-'));
    disk = path.join(folder, 'disk');
    fs.mkdirSync(disk);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    fs.rmSync(folder, { recursive: true });
  });

  it('is memory where that and the folder in it have room', () => {
    room(8);
    expect(runDirectory({ memory: folder, disk, availableBytes: 8 * GIB })).toBe(path.join(folder, OWN));
  });

  it.each([
    { why: 'the folder is small', free: 0.06, available: 8 },
    { why: 'this process may have little', free: 8, available: 2 },
  ])('is the disk where $why', ({ free, available }) => {
    room(free);
    expect(runDirectory({ memory: folder, disk, availableBytes: available * GIB })).toBe(
      path.join(disk, OWN),
    );
  });

  it('is the disk where nothing is kept in memory', () => {
    const memory = path.join(folder, 'nowhere');
    expect(runDirectory({ memory, disk, availableBytes: 8 * GIB })).toBe(path.join(disk, OWN));
  });

  it('is swept of what runs that were killed have left, and of nothing else', async () => {
    const { pid: ended } = spawnSync(process.execPath, ['-e', '']);
    const left = [
      path.join(folder, `council-complaints-test-${ended}`),
      path.join(disk, `council-complaints-test-${ended}`),
    ];
    const kept = [path.join(folder, OWN), path.join(disk, 'letters')];
    for (const directory of [...left, ...kept]) fs.mkdirSync(directory);
    await sweepLeftServers({ memory: folder, disk });
    expect([...left, ...kept].filter((directory) => fs.existsSync(directory))).toEqual(kept);
    await sweepLeftServers({ memory: path.join(folder, 'nowhere'), disk });
  });
});
