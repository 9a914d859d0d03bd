import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FileRefused } from '../../record';
import { UTF_8, WINDOWS_1252 } from '../csv/encodings';
import { refuseOtherEncoding } from './encoding-doubt';

let file: string;
beforeAll(() => {
  file = path.join(mkdtempSync(path.join(os.tmpdir(), 'encoding-doubt-')), 'file');
});
afterAll(() => rmSync(path.dirname(file), { recursive: true }));

const UTF_8_LINE = Buffer.from('caf\u00e9\n');
const WINDOWS_LINE = Buffer.from('caf\xe9\n', 'latin1');

/** Whether a file with so many lines of each is refused, its bytes coming in such pieces. */
async function isRefused(encoding: typeof UTF_8, { utf8 = 0, windows = 0, mark = '', piece = 1000 }) {
  const plain = Buffer.from(`${mark}plain\n`);
  const lines = [plain, ...Array(utf8).fill(UTF_8_LINE), ...Array(windows).fill(WINDOWS_LINE)];
  const bytes = Buffer.concat(lines);
  writeFileSync(file, bytes);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  const passed: Buffer[] = [];
  try {
    for await (const chunk of refuseOtherEncoding(pieces(), { file, encoding })) passed.push(chunk);
  } catch (error) {
    expect(error).toBeInstanceOf(FileRefused);
    expect(error).toMatchObject({ code: 'WRONG_ENCODING' });
    return true;
  }
  expect(Buffer.concat(passed).equals(bytes)).toBe(true);
  return false;
}

describe('a file as a whole is in another encoding', () => {
  it.each([
    [UTF_8, 'windows', 'utf8'],
    [WINDOWS_1252, 'utf8', 'windows'],
  ] as const)(
    'where three lines are, and next to none is in its own: $name',
    async (encoding, other, ours) => {
      expect(await isRefused(encoding, { [other]: 3 })).toBe(true);
      expect(await isRefused(encoding, { [other]: 2 })).toBe(false);
      expect(await isRefused(encoding, { [other]: 10, [ours]: 1 })).toBe(true);
      expect(await isRefused(encoding, { [other]: 9, [ours]: 1 })).toBe(false);
      expect(await isRefused(encoding, { [ours]: 500 })).toBe(false);
      expect(await isRefused(encoding, {})).toBe(false);
    },
  );

  it('where its mark says so and a line agrees, for an encoding that has no mark', async () => {
    expect(await isRefused(WINDOWS_1252, { mark: '\ufeff' })).toBe(false);
    expect(await isRefused(WINDOWS_1252, { mark: '\ufeff', utf8: 1 })).toBe(true);
    expect(await isRefused(WINDOWS_1252, { mark: '\ufeff', utf8: 1, windows: 1 })).toBe(false);
    expect(await isRefused(UTF_8, { mark: '\ufeff', windows: 2 })).toBe(false);
  });

  it('wherever the pieces end in which it comes', async () => {
    for (const piece of [6, 12, 18]) expect(await isRefused(WINDOWS_1252, { utf8: 6, piece })).toBe(true);
  });
});
