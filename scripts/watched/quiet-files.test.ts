import { appendFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createQuietFiles } from './quiet-files';

describe('files that have stopped growing', () => {
  let folder: string;
  let now = 0;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'quiet-'));
    await mkdir(path.join(folder, 'crm', 'done'), { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));
  const files = () => createQuietFiles(10, () => now);
  const names = async (quiet: ReturnType<typeof files>) =>
    (await quiet.look(folder, ['crm', 'none'])).map(({ watched }) => watched);

  it('are those that have been as they are for long enough', async () => {
    const quiet = files();
    const file = path.join(folder, 'crm', 'May.csv');
    await writeFile(file, 'a');
    now = 0;
    expect(await names(quiet)).toEqual([]);
    now = 9;
    await appendFile(file, 'b');
    expect(await names(quiet)).toEqual([]);
    now = 19;
    expect(await names(quiet)).toEqual(['crm/May.csv']);
  });

  it('are no folders, no links, and nothing that is hidden or still being written', async () => {
    now = 0;
    for (const name of ['.hidden.csv', 'a.csv.part', 'b.tmp', 'c~', 'd.filepart'])
      await writeFile(path.join(folder, 'crm', name), 'a');
    await symlink('/etc/hostname', path.join(folder, 'crm', 'link.csv'));
    const quiet = files();
    await names(quiet);
    now = 100;
    expect(await names(quiet)).toEqual([]);
  });
});
