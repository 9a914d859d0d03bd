import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { openSpool, TooLong } from './spool';

describe('the spool', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'spool-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const long = new Date(Date.now() - 3_600_000);

  it('keeps what it receives, says how long it is and what its hash is, and shows it to nobody else', async () => {
    const spool = openSpool(path.join(folder, 'below'));
    const { name, bytes, sha256 } = await spool.receive(
      Readable.from([Buffer.from('one'), Buffer.from('two')]),
      {
        maximumBytes: 6,
      },
    );
    expect(await readFile(spool.pathOf(name), 'utf8')).toBe('onetwo');
    expect({ bytes, sha256 }).toEqual({
      bytes: 6,
      sha256: createHash('sha256').update('onetwo').digest('hex'),
    });
    expect((await stat(spool.pathOf(name))).mode & 0o777).toBe(0o600);
  });

  it('leaves nothing of what is too long, breaks off or is given up', async () => {
    const spool = openSpool(folder);
    const limits = { maximumBytes: 5 };
    await expect(spool.receive(Readable.from([Buffer.from('onetwo')]), limits)).rejects.toThrow(TooLong);
    const broken = new Readable({ read() {} });
    broken.push('on');
    setTimeout(() => broken.destroy(new Error('gone')), 10);
    await expect(spool.receive(broken, limits)).rejects.toThrow('gone');
    const given = new Readable({ read() {} });
    await expect(spool.receive(given, { ...limits, signal: AbortSignal.timeout(10) })).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves nothing of what is refused before its file was opened', async () => {
    const spool = openSpool(folder);
    const { open } = fs;
    const slow = jest
      .spyOn(fs, 'open')
      .mockImplementation((...asked: Parameters<typeof open>) => setTimeout(() => open(...asked), 50));
    const refused = spool.receive(Readable.from([Buffer.from('onetwo')]), { maximumBytes: 5 });
    await expect(refused).rejects.toThrow(TooLong);
    await wait(100);
    expect(slow).toHaveBeenCalledTimes(1);
    slow.mockRestore();
    expect(await readdir(folder)).toEqual([]);
  });

  it('sweeps what nobody needs or writes to, and nothing of what is needed or under way', async () => {
    const spool = openSpool(folder);
    for (const name of ['needed', 'left', 'left.part', 'now.part'])
      await writeFile(path.join(folder, name), 'x');
    for (const name of ['needed', 'left', 'left.part']) await utimes(path.join(folder, name), long, long);
    await spool.sweep(async () => new Set(['needed']));
    expect((await readdir(folder)).sort()).toEqual(['needed', 'now.part']);
    await openSpool(path.join(folder, 'none')).sweep(async () => new Set());
  });

  it('never leaves its folder, whatever a name says', () => {
    expect(openSpool('/spool').pathOf('../../etc/passwd')).toBe('/spool/passwd');
  });
});
