import { bytesOf, zipOf } from '../testing/files';
import { unpackEntry } from './unpack-entry';
import { readZipEntries } from './zip-entries';

const archive = bytesOf(
  zipOf([
    { name: 'a', content: 'x'.repeat(200_000) },
    { name: 'b/c', content: '' },
  ]),
);
const first = async () => {
  const [entry] = (await readZipEntries(archive)) ?? [];
  if (entry === undefined) throw new Error('The archive is empty');
  return entry;
};

describe('an archive', () => {
  it('is listed by its directory', async () => {
    expect(await readZipEntries(archive)).toMatchObject([
      { name: 'a', bytes: 200_000, method: 8, isEncrypted: false, offset: 0 },
      { name: 'b/c', bytes: 0 },
    ]);
  });

  it('is none without an end, or where its directory is not where the end says', async () => {
    const content = zipOf([{ name: 'a', content: 'x' }]);
    for (const broken of [Buffer.from('PK'), content.subarray(1), content.subarray(0, -1)])
      expect(await readZipEntries(bytesOf(broken))).toBeNull();
  });

  it('is unpacked a piece at a time, for as long as more is wanted', async () => {
    const pieces: number[] = [];
    await unpackEntry(archive, await first(), (piece) => pieces.push(piece.length) > 0);
    expect(pieces.reduce((sum, length) => sum + length, 0)).toBe(200_000);
    expect(pieces.length).toBeGreaterThan(1);
    let taken = 0;
    await unpackEntry(archive, await first(), () => ++taken < 1);
    expect(taken).toBe(1);
  });

  it('is damaged where a file does not begin where it should, or ends too early', async () => {
    const entry = await first();
    for (const broken of [
      { ...entry, offset: 3 },
      { ...entry, method: 0, packedBytes: 9_999_999 },
    ])
      await expect(unpackEntry(archive, broken, () => true)).rejects.toThrow('of an archive');
  });
});
