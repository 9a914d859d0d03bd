import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { secretFile } from './secret-file';

describe('a file of secrets', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'secrets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made once, for its owner alone, with the folder that it is in', async () => {
    const file = path.join(folder, 'deep', 'key');
    expect(await secretFile(file, () => 'first')).toBe('first');
    expect(await secretFile(file, () => 'second')).toBe('first');
    expect(readdirSync(path.dirname(file))).toEqual(['key']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is the same for all who make it at once', async () => {
    const file = path.join(folder, 'key');
    const texts = await Promise.all([1, 2, 3, 4].map((place) => secretFile(file, () => String(place))));
    expect(new Set(texts).size).toBe(1);
    expect(readdirSync(folder)).toEqual(['key']);
  });

  it('is not made where something else is in the way', async () => {
    await expect(secretFile(folder, () => 'x')).rejects.toThrow('EISDIR');
  });
});
