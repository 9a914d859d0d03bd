import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { FileRefused, type RawRow } from '../../record';
import { readCsv } from './read-csv';

const HEADER = ['Ref', 'Kind', 'Day', 'Text', 'Last'];
const HEAD = 'Ref,Kind,Day,Text,Last\n';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'real-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function rowsOf(content: string | Buffer): Promise<RawRow[] | string> {
  const file = join(folder, 'file.csv');
  await writeFile(file, content);
  const rows: RawRow[] = [];
  try {
    for await (const batch of readCsv({ file, maximumBytes: 10_000_000, header: HEADER }))
      rows.push(...batch);
  } catch (error) {
    if (error instanceof FileRefused) return `${error.code}: ${error.message}`;
    throw error;
  }
  return rows;
}

/** What each row has under Text, or how many cells it has where that is not as many as the header. */
async function textsOf(content: string | Buffer): Promise<unknown> {
  const rows = await rowsOf(content);
  if (typeof rows === 'string') return rows;
  return rows.map(({ line, cells, ragged }) => [line, ragged ? ragged.found : cells.Text]);
}

describe('a quote where none may be', () => {
  const row = (text: string, ref = 1) => `${ref},a,b,${text},z\n`;

  it.each<[string, string, string]>([
    ['within a cell', 'A 6" pipe burst', 'A 6" pipe burst'],
    ['two of them within a cell', 'the "big" one', 'the "big" one'],
    ['at a cell’s end', 'a pipe of 6"', 'a pipe of 6"'],
    ['at a cell’s end, with a comma in quotes before it', '"a, b"c', '"a, b"c'],
    ['around the beginning of a cell', '"Late" and rude', '"Late" and rude'],
    ['within a quoted cell, not doubled', '"He said "go, now" and left"', 'He said "go, now" and left'],
    ['at a cell’s beginning', '"6 inch pipe', '"6 inch pipe'],
    ['alone', '"', '"'],
    ['between spaces', ' "Late"  and rude ', '"Late"  and rude'],
  ])('is a quote: %s', async (_, written, text) => {
    expect(await textsOf(`${HEAD}${row('x')}${row(written)}${row('y')}${row('"y, ""z"""')}`)).toEqual([
      [2, 'x'],
      [3, text],
      [4, 'y'],
      [5, 'y, "z"'],
    ]);
  });

  it('takes no row after it away, even where another closes it', async () => {
    const rows = `${row('"6 inch', 1)}${row('12"', 2)}${row('x', 3)}`;
    expect(await textsOf(`${HEAD}${rows}`)).toEqual([
      [2, '"6 inch'],
      [3, '12"'],
      [4, 'x'],
    ]);
    expect(await textsOf(`${HEAD}${row('"a, b', 1)}${row('x', 2)}${row('"y"', 3)}`)).toEqual([
      [2, 6],
      [3, 'x'],
      [4, 'y'],
    ]);
  });

  it('that is never closed costs its row alone where rows follow it, and the file where text does', async () => {
    const many = Array.from({ length: 30_000 }, (_, ref) => row('an ordinary text of some length', ref)).join(
      '',
    );
    const rows = await textsOf(`${HEAD}${row('"6 inch')}${many}`);
    expect(rows).toHaveLength(30_001);
    const text = 'what somebody wrote, line by line\n';
    expect(await textsOf(`${HEAD}1,a,b,"${text.repeat(40_000)}`)).toMatch('FILE_CUT_OFF');
    expect(await textsOf(`${HEAD}${row('x')}1,a,b,"${text}`)).toMatch('begins in line 3');
  });

  it('costs at most its own row, wherever it stands', async () => {
    const plain = fc.constantFrom('x', 'a b', '"q, r"', '"two\nlines"', '');
    const stray = fc
      .array(fc.constantFrom('"', 'a', ' ', 'b"', '"c'), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(plain, { maxLength: 4 }),
        stray,
        fc.array(plain, { minLength: 1, maxLength: 4 }),
        async (before, text, after) => {
          const rows = await rowsOf(
            HEAD + [...before, text, ...after].map((cell, ref) => row(cell, ref)).join(''),
          );
          if (typeof rows === 'string') throw new Error(rows);
          const refs = rows.filter(({ ragged }) => !ragged).map(({ cells }) => cells.Ref);
          const all = [...before, text, ...after].map((_, ref) => String(ref));
          expect(all.filter((ref) => ref !== String(before.length) && !refs.includes(ref))).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('what is no content of a file', () => {
  const ROWS = '1,a,b,c,d\n2,e,f,"g\n\nh",i\n';

  it('is how its lines end, mixed or not', async () => {
    const expected = [
      [2, 'c'],
      [3, 'g\n\nh'],
      [6, 'x'],
    ];
    await fc.assert(
      fc.asyncProperty(
        // A CR and a blank line's LF would be one CRLF.
        fc
          .array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 6, maxLength: 6 })
          .filter((ends) => !(ends[2] === '\r' && ends[3] === '\n')),
        fc.nat({ max: 300_000 }),
        async (ends, length) => {
          const long = 'x'.repeat(length);
          const lines = `${HEAD}${ROWS}3,a,b,${long},z\n`.split('\n');
          const text = lines.map((line, place) => line + (ends[place] ?? '')).join('');
          const read = (await textsOf(text)) as [number, string][];
          const unified = read.map(([line, cell]) => [line, cell.replace(/\r\n?/g, '\n')]);
          expect(unified).toEqual([...expected.slice(0, 2), [6, long]]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a line that says what parts the cells', `sep=,\n${HEAD}${ROWS}`, 1],
    ['the same after a byte order mark, quoted', `\ufeff"sep=,"\r\n${HEAD}${ROWS}`, 1],
    ['the same as a spreadsheet saves it again', `sep=,,,,,\n${HEAD}${ROWS}`, 1],
    ['byte order marks where files were joined', `\ufeff\ufeff${HEAD}\ufeff${ROWS}`, 0],
    ['an end mark in a line of its own', `${HEAD}${ROWS}\x1a`, 0],
    ['an end mark in a line of its own that ends', `${HEAD}${ROWS}\x1a\r\n`, 0],
    ['blank lines, and lines of blank cells', `\n \n,,,,\n${HEAD}${ROWS}\n\t\n,, ,,\n"",,,,\n`, 3],
  ])('is %s', async (_, text, above) => {
    expect(await textsOf(text)).toEqual([
      [2 + above, 'c'],
      [3 + above, 'g\n\nh'],
    ]);
  });

  it('is an end mark after the last cell, which shows that the file is whole', async () => {
    expect(await rowsOf(`${HEAD}1,a,b,c,d\x1a`)).toMatchObject([{ cells: { Last: 'd' } }]);
    expect(await rowsOf(`${HEAD}1,a\x1a`)).toMatchObject([{ ragged: { kind: 'short' } }]);
    expect(await rowsOf(`${HEAD}1,a\x1a`)).not.toMatchObject([{ ragged: { isCutOff: true } }]);
    expect(await rowsOf(`${HEAD}1,a`)).toMatchObject([{ ragged: { isCutOff: true } }]);
    expect(await textsOf(`${HEAD}1,a,b,c,d\n\x1a2,a,b,x,d\n`)).toEqual([
      [2, 'c'],
      [3, 'x'],
    ]);
  });

  it('is what a name of the header has beside its letters', async () => {
    for (const head of [
      'Ref,Kind,Day,Text,\u00a0Last',
      'REF,K\u00adind,Day\u200b,\u2060Text , Last',
      'Ref,Kind,Day,"Te\u200ext","La\u0000st"',
    ])
      expect(await textsOf(`${head}\n${ROWS}`)).toHaveLength(2);
  });
});

describe('cells parted by something else than commas', () => {
  it.each([[';'], ['\t'], ['|']])(
    'are read: %j, whether a line says so or the header shows it',
    async (separator) => {
      const text = ['Ref', 'Kind', 'Day', 'Text', 'Last'].join(separator);
      const row = ['1', 'a, b', '', `"x${separator}y, ""z"""`, ''].join(separator);
      for (const above of ['', `sep=${separator}\r\n`, 'sep=,\r\n']) {
        const rows = await rowsOf(`${above}${text}\r\n${row}\r\n`);
        expect(rows).toMatchObject([{ cells: { Kind: 'a, b', Text: `x${separator}y, "z"`, Last: '' } }]);
      }
    },
  );
});

it('NUL bytes cost no more than they stand in, and are shown by their sign', async () => {
  expect(await rowsOf(`${HEAD}1,a,b,x\0y,d\n2,a,b,c,d\n`)).toMatchObject([
    { cells: { Text: 'x␀y' } },
    { cells: { Text: 'c' } },
  ]);
  const end = await rowsOf(Buffer.concat([Buffer.from(`${HEAD}1,a,b,c,d\n`), Buffer.alloc(2_000_000)]));
  expect(end).toMatchObject([{ cells: { Text: 'c' } }, { ragged: { kind: 'short' } }]);
});

it('bytes that are no character cost no more than themselves', async () => {
  const text = Buffer.from(`${HEAD}1,a,b,caf\xe9 \xa340,d\n2,a,b,c,d\n`, 'latin1');
  expect(await textsOf(text)).toEqual([
    [2, 'caf\ufffd \ufffd40'],
    [3, 'c'],
  ]);
});
