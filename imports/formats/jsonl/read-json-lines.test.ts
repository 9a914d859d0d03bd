import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { FileRefused, type RawRow } from '../../record';
import { readJsonLines } from './read-json-lines';
import { readLine, recordIn } from './record-in';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-json-lines-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function stored(content: string | Buffer): Promise<string> {
  const file = join(folder, 'file.jsonl');
  await writeFile(file, content);
  return file;
}

async function read(content: string | Buffer): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  const reading = readJsonLines({ file: await stored(content), maximumBytes: 100_000_000 });
  for await (const batch of reading) rows.push(...batch);
  return rows;
}

async function refusal(reading: Promise<unknown>): Promise<FileRefused> {
  const outcome = await reading.then(
    () => 'not refused',
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(FileRefused);
  return outcome as FileRefused;
}

describe('rows', () => {
  it('are objects, a line each, with a byte order mark, CRLF, and blank lines counted but passed over', async () => {
    expect(await read('\ufeff\r\n{"a":1}\r\n\n \t\n{"a":{"b":"Zoë – x"}}\n\n')).toEqual([
      { line: 2, cells: { a: '1' } },
      { line: 5, cells: { 'a.b': 'Zoë – x' } },
    ]);
  });

  it('come without a line end after the last', async () => {
    expect(await read('{"a":1}\n{"a":2}')).toHaveLength(2);
  });

  it('that are no objects have the line as it came, wherever they stand', async () => {
    const lines = ['not json', '["a"]', '{"a":1}', '{"a":', '17', '{"a":2}', '{"caseNumber":"CSC-1","sta'];
    expect(await read(lines.join('\n'))).toEqual([
      { line: 1, cells: { '(line)': 'not json' } },
      { line: 2, cells: { '(line)': '["a"]' } },
      { line: 3, cells: { a: '1' } },
      { line: 4, cells: { '(line)': '{"a":' } },
      { line: 5, cells: { '(line)': '17' } },
      { line: 6, cells: { a: '2' } },
      {
        ...{ line: 7, cells: { '(line)': '{"caseNumber":"CSC-1","sta' } },
        ragged: { kind: 'short', found: 0, expected: 1, beyond: [], isCutOff: true },
      },
    ]);
  });

  it('seem to be cut off where the file ends in what is no JSON, without a line end', async () => {
    const isCutOff = async (end: string) =>
      (await read(`{"a":1}\n${end}`)).map(({ ragged }) => ragged?.isCutOff ?? false);
    expect(await isCutOff('{"a":')).toEqual([false, true]);
    for (const end of ['{"a":\n', '{"a":\r', '{"a":\x1a', '{"a":2}', '[1]'])
      expect(await isCutOff(end)).toEqual([false, false]);
  });

  it('keep every digit of their numbers, so that two records stay two', async () => {
    const numbers = ['9007199254740993', '9007199254740992', '12345678901234567890123', '1.0', '1e5', '-0'];
    const rows = await read(numbers.map((number) => `{"a":${number},"b":[${number}]}\n`).join(''));
    expect(rows.map(({ cells }) => [cells.a, cells['b[0]']])).toEqual(numbers.map((n) => [n, n]));
  });

  it.each(['\r', '\r\n', '\n'])(
    'end their lines with %j, and may begin with a byte order mark each',
    async (end) => {
      const lines = ['\ufeff{"a":1}', '', '\ufeff{"a":2}', '{"a":3}', '\x1a'];
      expect(await read(lines.join(end))).toEqual([
        { line: 1, cells: { a: '1' } },
        { line: 3, cells: { a: '2' } },
        { line: 4, cells: { a: '3' } },
      ]);
    },
  );

  it('are the same whichever mix of line ends the file has', async () => {
    const ends = fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 9, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(ends, async (all) => {
        const text = all.map((end, place) => `{"a":"${place} – é"}${end}`).join('');
        const rows = await read(text);
        expect(rows).toEqual(all.map((_, place) => ({ line: place + 1, cells: { a: `${place} – é` } })));
      }),
      { numRuns: 40 },
    );
  });

  it('may be joined by commas, which is told', async () => {
    const file = await stored('{"a":1},\n{"a":2} , \n,{"a":3}\n{"a":4}\n{"a":5,}\n[6],\n');
    const reading = readJsonLines({ file, maximumBytes: 1000 });
    const rows: RawRow[] = [];
    for await (const batch of reading) rows.push(...batch);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ...[{ a: '1' }, { a: '2' }, { a: '3' }, { a: '4' }],
      ...[{ '(line)': '{"a":5,}' }, { '(line)': '[6],' }],
    ]);
    expect(reading.notes()).toEqual([
      expect.stringContaining('A comma joins the object to others in 3 lines (first in line 1)'),
    ]);
  });

  it('that hold a key twice are told by the key', () => {
    expect(readLine('{"a":1,"a":1}')).toEqual({ kind: 'keyTwice', path: 'a' });
    expect(readLine('{"a":[{"b":1},{"b":1,"b":2}],"c":1,"c":1}')).toEqual({
      kind: 'keyTwice',
      path: 'a[1].b',
    });
  });

  it('that hold NUL bytes, plain or escaped, have their sign in their stead', async () => {
    const rows = await read('{"a":"x\0y"}\n{"a":"x\\u0000y"}\n{"a"\0:1}\n');
    expect(rows.map(({ cells }) => cells)).toEqual([{ a: 'x␀y' }, { a: 'x␀y' }, { '(line)': '{"a"␀:1}' }]);
  });

  it('with a character in another encoding cost no more than that', async () => {
    expect(await read(Buffer.from('{"a":"caf\xe9"}\n{"a":"b"}\n', 'latin1'))).toMatchObject([
      { cells: { a: 'caf\ufffd' } },
      { cells: { a: 'b' } },
    ]);
  });

  it('may be a single line that is cut off', async () => {
    expect(await read('{"caseNumber":"CSC-1","sta')).toHaveLength(1);
  });

  it('of lines longer than 1 MiB have their beginning alone, and the next ones are not lost', async () => {
    const longest = `{"a":"${'é'.repeat(524_283)}"}`;
    expect(Buffer.byteLength(longest)).toBe(1_048_574);
    const [first, second, third, ...more] = await read(`${longest}  \n${longest}   \n{"a":1}\n`);
    expect(first?.cells.a).toHaveLength(524_283);
    expect(second).toEqual({ line: 2, cells: { '(beginning of the line)': expect.any(String) } });
    const beginning = second?.cells['(beginning of the line)'] ?? '';
    expect(longest.startsWith(beginning)).toBe(true);
    expect(Buffer.byteLength(beginning)).toBeLessThanOrEqual(16 * 1024);
    expect(third).toEqual({ line: 3, cells: { a: '1' } });
    expect(more).toEqual([]);
  });

  it('have half a character, which JSON can write, as the sign for what cannot be read', async () => {
    const [row] = await read(String.raw`{"a":"x\ud83d","b\udc00":"\ud83d\ude00 \\ud83d"}`);
    expect(row?.cells).toEqual({ a: 'x\ufffd', '["b\\udc00"]': '😀 \\ud83d' });
  });

  it('come in batches of the size asked for, the last one shorter', async () => {
    const sizes: number[] = [];
    const file = await stored('{"a":1}\n'.repeat(7));
    for await (const batch of readJsonLines({ file, maximumBytes: 1000, batchRows: 3 }))
      sizes.push(batch.length);
    expect(sizes).toEqual([3, 3, 1]);
  });

  it('that are long come in smaller batches', async () => {
    const line = `{"a":"${'x'.repeat(1_000_000)}"}\n`;
    const sizes: number[] = [];
    const file = await stored(line.repeat(12));
    for await (const batch of readJsonLines({ file, maximumBytes: 20_000_000 })) sizes.push(batch.length);
    expect(sizes).toEqual([5, 5, 2]);
  });

  it('are the lines of the file, whatever they hold and wherever its chunks end', async () => {
    const value = fc.oneof(
      fc.constantFrom('a', 'é', '😀', '\n', '\r\n', '"', '\\', '\u2028', 'x'.repeat(60_000)),
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.boolean(),
    );
    const line = fc.oneof(
      {
        weight: 8,
        arbitrary: fc
          .dictionary(fc.constantFrom('a', 'b', 'c'), value)
          .map((record) => JSON.stringify(record)),
      },
      { weight: 2, arbitrary: fc.constantFrom('', '  ', '{"a":', 'x', '[1]') },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 30 }),
        fc.constantFrom('\n', '\r\n'),
        async (lines, end) => {
          const all = ['{"first":1}', ...lines];
          const rows = await read(all.join(end));
          const expected = all.flatMap((text, place) =>
            text.trim() === '' ? [] : [{ text, line: place + 1 }],
          );
          expect(rows.map((row) => row.line)).toEqual(expected.map((each) => each.line));
          expect(rows.map(recordIn)).toEqual(expected.map(({ text }) => readLine(text)));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the digest', () => {
  it('is of all bytes, once all are read', async () => {
    const content = '\ufeff{"a":1}\r\n\r\n';
    const reading = readJsonLines({ file: await stored(content), maximumBytes: 1000 });
    expect(() => reading.sha256()).toThrow('not been read to its end');
    for await (const batch of reading) expect(batch).toHaveLength(1);
    expect(reading.sha256()).toBe(createHash('sha256').update(content).digest('hex'));
  });
});

describe('a file is refused', () => {
  const record = '{"caseNumber":"CSC-1","stages":[]}';

  it.each([
    ['NOT_FOUND', () => join(folder, 'none.jsonl'), 'no such file'],
    ['UNREADABLE', () => folder, 'folder'],
  ])('%s', async (code, file, words) => {
    const reading = readJsonLines({ file: file(), maximumBytes: 1000 });
    const refused = await refusal(reading[Symbol.asyncIterator]().next());
    expect(refused.code).toBe(code);
    expect(refused.message).toContain(words);
  });

  it('FILE_TOO_LARGE: past the limit, not at it', async () => {
    const file = await stored(record);
    const sized = (maximumBytes: number) =>
      readJsonLines({ file, maximumBytes })[Symbol.asyncIterator]().next();
    expect((await sized(record.length)).done).toBe(false);
    expect((await refusal(sized(record.length - 1))).code).toBe('FILE_TOO_LARGE');
  });

  it.each([
    ['EMPTY_FILE', '', 'empty'],
    ['EMPTY_FILE', '\ufeff\r\n \n', 'blank'],
    ['WRONG_SHAPE', `[${record},${record}]`, 'one JSON list'],
    ['WRONG_SHAPE', `\ufeff[\n${record},\n${record}\n]\n`, 'one JSON list'],
    ['WRONG_SHAPE', `[${`${record},`.repeat(60_000)}${record}]`, 'one JSON list'],
    ['WRONG_SHAPE', '[]', 'one JSON list'],
    ['WRONG_SHAPE', JSON.stringify([JSON.parse(record)], null, 2), 'one JSON list'],
    ['WRONG_SHAPE', JSON.stringify(JSON.parse(record), null, 2), 'over several lines'],
    ['WRONG_SHAPE', 'Case Ref,Case Type\n1,Corporate Complaint\n', 'perhaps it is CSV'],
    ['WRONG_SHAPE', `Case Ref,Case Type\n${'1,Corporate Complaint\n'.repeat(50_000)}`, 'perhaps it is CSV'],
    ['WRONG_ENCODING', Buffer.from(`${record}\n`, 'utf16le'), 'NUL'],
    ['WRONG_ENCODING', Buffer.from(`\ufeff${record}\n`, 'utf16le'), 'UTF-16'],
    ['WRONG_FORMAT', Buffer.alloc(100), 'NUL bytes alone'],
    ['WRONG_ENCODING', Buffer.from(`${record}\n${'{"summary":"caf\xe9"}\n'.repeat(3)}`, 'latin1'), 'line 2'],
    [
      'WRONG_ENCODING',
      Buffer.from(`${`${record}\n`.repeat(20_000)}${'{"summary":"\x96"}\r\n'.repeat(4)}`, 'latin1'),
      'line 20001',
    ],
  ])('%s: case %#', async (code, content, words) => {
    const refused = await refusal(read(content));
    expect(refused.code).toBe(code);
    expect(refused.message).toContain(words);
    expect(refused.message).not.toContain('CSC-1');
    expect(refused.message).not.toContain('"CSV UTF-8"');
  });

  it('with the way out: what JSON lines are', async () => {
    const { message } = await refusal(read('[]'));
    expect(message).toContain('one object a line');
  });
});

it('a reader who stops early leaves nothing open', async () => {
  const file = await stored('{"a":1}\n'.repeat(200_000));
  for await (const batch of readJsonLines({ file, maximumBytes: 10_000_000 })) {
    expect(batch).toHaveLength(1000);
    break;
  }
});
