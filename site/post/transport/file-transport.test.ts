import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileTransport } from './file-transport';
import { openTransport } from './open-transport';

const MAIL = { name: '2027-06-07T07-00-one', from: 'a@example.gov.uk', to: 'b@example.gov.uk' };

describe('mail as files', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'post-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is one file each, and the same file when the same mail comes again', async () => {
    const { hand } = openTransport({ to: { kind: 'folder', folder: path.join(folder, 'post') } });
    for (const text of ['first', 'second'])
      expect(await hand({ ...MAIL, raw: Buffer.from(text) })).toEqual({ state: 'ACCEPTED' });
    expect(await readdir(path.join(folder, 'post'))).toEqual([`${MAIL.name}.eml`]);
    expect(await readFile(path.join(folder, 'post', `${MAIL.name}.eml`), 'utf8')).toBe('second');
    expect((await stat(path.join(folder, 'post'))).mode & 0o777).toBe(0o700);
  });

  it('comes again later where the folder cannot be written to', async () => {
    await writeFile(path.join(folder, 'file'), '');
    const handed = await fileTransport(path.join(folder, 'file')).hand({ ...MAIL, raw: Buffer.from('') });
    expect(handed).toMatchObject({ state: 'LATER', isOfServer: true });
    expect(JSON.stringify(handed)).not.toContain(folder);
  });
});
