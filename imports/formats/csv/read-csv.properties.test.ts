import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { RawRow } from '../../record';
import { readCsv } from './read-csv';

const HEADER = ['Ref', 'Text'];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

const lineEnd = fc.constantFrom('\n', '\r\n');
const cell = fc
  .array(fc.oneof(fc.constantFrom('a', 'é', '😀', ' ', ',', '"', '\n', '\r\n'), fc.string()), {
    maxLength: 8,
  })
  // NUL bytes are refused, and a CR at a cell's end would join the LF after it.
  .map((parts) => parts.join('').replaceAll('\0', '').replaceAll('\r', '\r\n').replaceAll('\r\n\n', '\r\n'));
const row = fc.record({
  ref: cell,
  text: cell,
  end: lineEnd,
  blankLinesBefore: fc.array(lineEnd, { maxLength: 2 }),
});

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const lineEndsIn = (text: string) => text.split('\n').length - 1;

it('gives back every cell of every row that is not blank as it was written, and the line at which each row starts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
      let text = '\ufeffRef,Text\r\n';
      const expected: RawRow[] = [];
      for (const { ref, text: words, end, blankLinesBefore } of rows) {
        text += blankLinesBefore.join('');
        if (`${ref}${words}`.trim() !== '')
          expected.push({ line: 1 + lineEndsIn(text), cells: { Ref: ref, Text: words } });
        text += `${quoted(ref)},${quoted(words)}${end}`;
      }
      const file = join(folder, 'file.csv');
      await writeFile(file, text);
      const read: RawRow[] = [];
      for await (const batch of readCsv({ file, maximumBytes: 1_000_000, header: HEADER }))
        read.push(...batch);
      expect(read.filter(({ ragged }) => ragged === undefined)).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});
