import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileRefused, type RawRow } from '../../record';
import { readCsv } from './read-csv';

const HEADER = ['Ref', 'Date', 'Text'];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function stored(content: string | Buffer): Promise<string> {
  const file = join(folder, 'file.csv');
  await writeFile(file, content);
  return file;
}

async function read(content: string | Buffer, batchRows = 1000): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  const reading = readCsv({
    file: await stored(content),
    maximumBytes: 10_000_000,
    header: HEADER,
    batchRows,
  });
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

const linesOf = (rows: readonly RawRow[]) => rows.map(({ line }) => line);

describe('rows', () => {
  it('are read by column, with a byte order mark and CRLF', async () => {
    expect(
      await read('\ufeffRef,Date,Text\r\n1,2020-01-01,Zoë – "\r\n'.replace('–', '-').replace(' "', '')),
    ).toEqual([{ line: 2, cells: { Ref: '1', Date: '2020-01-01', Text: 'Zoë -' } }]);
  });

  it('are found under reordered columns in another case, with blank cells after the last', async () => {
    expect(await read(' text ,REF,date,,\n"a, b",1,2020-01-01,,\n')).toEqual([
      { line: 2, cells: { Ref: '1', Date: '2020-01-01', Text: 'a, b' } },
    ]);
  });

  it('keep what quotes protect, and may have spaces around the quotes', async () => {
    const [row] = await read('Ref,Date,Text\n 1 , "2020" ,"say ""no""\n, then  "\n');
    expect(row?.cells).toEqual({ Ref: '1', Date: '2020', Text: 'say "no"\n, then  ' });
  });

  it('come without a line end after the last, and not at all from a header alone', async () => {
    expect(await read('Ref,Date,Text\n1,2,3')).toHaveLength(1);
    expect(await read('Ref,Date,Text\n')).toEqual([]);
  });

  it('come in batches of the size asked for, the last one shorter', async () => {
    const sizes: number[] = [];
    const file = await stored(`Ref,Date,Text\n${'1,2,3\n'.repeat(7)}`);
    for await (const batch of readCsv({ file, maximumBytes: 1000, header: HEADER, batchRows: 3 }))
      sizes.push(batch.length);
    expect(sizes).toEqual([3, 3, 1]);
  });
});

describe('the line at which a row starts', () => {
  it('counts line ends of either kind in quoted cells, blank lines and the header', async () => {
    const text =
      'Ref,Date,Text\r\n' + // 1
      '1,,"a\r\nb\nc"\r\n' + // 2 to 4
      '\r\n' + // 5
      '2,,x\n' + // 6
      '\n\r\n' + // 7, 8
      '"3\r\n\r\n",,"\n"\r\n' + // 9 to 12
      '4,,y'; // 13
    const rows = await read(text);
    expect(linesOf(rows)).toEqual([2, 6, 9, 13]);
    expect(rows.map(({ cells }) => cells.Ref?.trim())).toEqual(['1', '2', '3', '4']);
  });

  it('counts from the file, not from its header, when blank lines come first', async () => {
    expect(linesOf(await read('\n\nRef,Date,Text\n1,2,3\n'))).toEqual([4]);
  });

  it('counts a header cell that holds a line end', async () => {
    expect(linesOf(await read('Ref,Date,"Text\r\n"\r\n1,2,3\r\n'))).toEqual([3]);
  });

  it('counts a CR alone as a line end', async () => {
    expect(linesOf(await read('Ref,Date,Text\r1,2,"a\rb"\r2,2,3\r'))).toEqual([2, 4]);
  });

  it('is right wherever the chunks of the file end', async () => {
    const record = '1,2020-01-01,"é\r\n"\r\n';
    const rows = await read(`Ref,Date,Text\r\n${record.repeat(40_000)}`);
    expect(rows).toHaveLength(40_000);
    expect(rows.every(({ line, cells }, place) => line === 2 + 2 * place && cells.Text === 'é\r\n')).toBe(
      true,
    );
  });
});

describe('rows of another width', () => {
  it('are given as short, with what they have', async () => {
    expect(await read('Ref,Date,Text\n1,2\n')).toEqual([
      {
        line: 2,
        cells: { Ref: '1', Date: '2', Text: '' },
        ragged: { kind: 'short', found: 2, expected: 3, beyond: [] },
      },
    ]);
  });

  it('are told apart where the file ends in them without a line end, as one that was cut off does', async () => {
    const HEAD = 'Ref,Date,Text\n';
    const cutOff = async (content: string, batchRows?: number) =>
      (await read(content, batchRows)).map(({ ragged }) => ragged?.isCutOff ?? false);
    expect(await cutOff(`${HEAD}1,2\n3,4`)).toEqual([false, true]);
    expect(await cutOff(`${HEAD}1,2,3\n3,4,5\n6`, 1)).toEqual([false, false, true]);
    expect(await cutOff(`${HEAD}1,2,3\n3,"4"`, 2)).toEqual([false, true]);
    expect(await cutOff(`${HEAD}1,2,3\n3,4,5`)).toEqual([false, false]);
    for (const end of ['\n', '\r\n', '\r']) expect(await cutOff(`${HEAD}1,2${end}`)).toEqual([false]);
    expect(await cutOff(`${HEAD}1,2,3,4,5`)).toEqual([false]);
  });

  it('are given as long, with what is past the header', async () => {
    expect(await read('Ref,Date,Text\n1,2,3,,more\n')).toEqual([
      {
        line: 2,
        cells: { Ref: '1', Date: '2', Text: '3' },
        ragged: { kind: 'long', found: 5, expected: 3, beyond: ['', 'more'] },
      },
    ]);
  });

  it('are no matter when the cells past the header are blank', async () => {
    expect(await read('Ref,Date,Text\n1,2,3,, ""\n')).toEqual([
      { line: 2, cells: { Ref: '1', Date: '2', Text: '3' } },
    ]);
  });
});

describe('the digest', () => {
  it('is of all bytes, once all are read', async () => {
    const content = '\ufeffRef,Date,Text\r\n1,2,3\r\n';
    const reading = readCsv({ file: await stored(content), maximumBytes: 1000, header: HEADER });
    expect(() => reading.sha256()).toThrow('not been read to its end');
    for await (const batch of reading) expect(batch).toHaveLength(1);
    expect(reading.sha256()).toBe(createHash('sha256').update(content).digest('hex'));
  });
});

const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('a file is refused', () => {
  it.each([
    ['NOT_FOUND', () => join(folder, 'none.csv'), 'none.csv. Check its name'],
    ['UNREADABLE', () => folder, 'folder'],
  ])('%s', async (code, file, words) => {
    const reading = readCsv({ file: file(), maximumBytes: 1000, header: HEADER });
    const refused = await refusal(reading[Symbol.asyncIterator]().next());
    expect(refused.code).toBe(code);
    expect(refused.message).toContain(words);
  });

  it('FILE_TOO_LARGE: past the limit, not at it', async () => {
    const content = 'Ref,Date,Text\n1,2,3\n';
    const file = await stored(content);
    const sized = (maximumBytes: number) =>
      readCsv({ file, maximumBytes, header: HEADER })[Symbol.asyncIterator]().next();
    expect((await sized(content.length)).done).toBe(false);
    expect((await refusal(sized(content.length - 1))).code).toBe('FILE_TOO_LARGE');
  });

  it.each([
    ['EMPTY_FILE', '', 'empty'],
    ['EMPTY_FILE', '\ufeff', 'blank'],
    ['EMPTY_FILE', '\ufeff\r\n , \r\n', 'blank'],
    ['MISSING_COLUMN', 'Ref,Text\n1,2\n', 'missing: "Date"'],
    ['WRONG_HEADER', 'Ref,Day,Text\n1,2,3\n', 'missing: "Date"; unknown: 1)'],
    ['WRONG_HEADER', 'Ref,Date,Text,Extra\n1,2,3,4\n', '(unknown: 1)'],
    ['WRONG_HEADER', 'Ref,Date,Text,text\n1,2,3,4\n', 'more than once: "Text"'],
    ['WRONG_HEADER', 'Ref,,Date,Text\n1,2,3,4\n', '(unknown: 1)'],
    ['WRONG_HEADER', '1,2,3\n4,5,6\n', 'Line 1 is not the header of this source: it names none'],
    ['FILE_CUT_OFF', 'Ref,Date,Text\n1,2,"a\n\nb', 'begins in line 2'],
    ['FILE_CUT_OFF', 'Ref,Date,Text\r\n1,"a\r\nb","c\r\nd', 'begins in line 3'],
    ['FILE_CUT_OFF', '\ufeffRef,Date,Text\r\n1,2,3\r\n"', 'begins in line 3'],
    ['FILE_CUT_OFF', `Ref,Date,Text\n1,2,3\n4,5,"${'long\n'.repeat(300_000)}`, 'begins in line 3'],
    ['MALFORMED_CSV', `Ref,Date,Text\n${','.repeat(2_000_000)}\n`, 'longer than 1 MiB'],
    ['WRONG_ENCODING', Buffer.from('\ufeffRef,Date,Text\n', 'utf16le'), 'UTF-16'],
    ['WRONG_ENCODING', Buffer.from('Ref,Date,Text\n', 'utf16le'), 'NUL'],
    ['WRONG_ENCODING', Buffer.from('Ref,Date,Text\n', 'utf16le').swap16(), 'as in UTF-16'],
    ['WRONG_FORMAT', Buffer.alloc(9_000), 'begins with NUL bytes alone'],
    ['WRONG_HEADER', 'Complaints in May\n\nRef,Date,Text\n1,2,3\n', 'The header stands in line 3'],
    ['WRONG_HEADER', 'Complaints;;\nRef;Date;Text\n1;2;3\n', 'something else above it, from line 1'],
    ['WRONG_ENCODING', latin1(`Ref,Date,Text\r\n1,2,3\r\n${'1,2,caf\xe9\r\n'.repeat(3)}`), 'line 3'],
    ['WRONG_ENCODING', latin1(`Ref,Date,Text\r1,2,3\r${'1,2,caf\xe9\r'.repeat(3)}`), 'line 3'],
    ['WRONG_ENCODING', latin1(`Ref,Date,Text\n${'1,2,caf\xe9\n'.repeat(12)}1,2,\xc2\xa3`), 'line 2'],
    [
      'WRONG_ENCODING',
      latin1(`Ref,Date,Text\n${'1,2,3\n'.repeat(100_000)}${'1,2,\x96\n'.repeat(9)}`),
      'line 100002',
    ],
  ])('%s: case %#', async (code, content, words) => {
    const refused = await refusal(read(content));
    expect(refused.code).toBe(code);
    expect(refused.message).toContain(words);
    expect(refused.message.length).toBeLessThan(500);
  });

  it('with the names that look like columns of some source, and no other', async () => {
    const written = 'Ref,date_,Case_Ref,"Risk ",Mrs Secret,secret@example.org\n';
    const { code, message } = await refusal(read(written));
    expect(code).toBe('WRONG_HEADER');
    expect(message).toContain(
      '(missing: "Date", "Text"; unknown: 5, among them "date_", "Case_Ref", "Risk")',
    );
    expect(message.toLowerCase()).not.toContain('secret');
  });

  it('with the source that has this header, where another has', async () => {
    const adults =
      'ComplaintID,PersonID,DateOfComplaint,AckDate,PlanAgreed,ResponseDueBy,ResponseDate,ClosedDate';
    const rest = 'Outcome,Risk,Team,Provider,Complainant,ConsentHeld,Nature,Lessons';
    const { code, message } = await refusal(read(`${adults},${rest}\n`));
    expect(code).toBe('WRONG_HEADER');
    expect(message).toContain('not the one of this source but of "adults". Import the file as that');
    expect((await refusal(read(`${adults}\n`))).message).toContain('it names none of its columns');
  });

  it('without a header, and its first row is not repeated, nor what a terminal obeys', async () => {
    const row = '100,02/03/2021,Mrs Secret';
    for (const content of [`${row}\n`, `Ref,${row}\n`, `Ref,Date,Text,a\u001b[2J\u0007b\n`]) {
      const { code, message } = await refusal(read(content));
      expect(code).toBe('WRONG_HEADER');
      expect(message).not.toMatch(/Secret|02\/03|\p{Cc}/u);
    }
  });
});

it('a reader who stops early leaves nothing open', async () => {
  const file = await stored(`Ref,Date,Text\n${'1,2,3\n'.repeat(500_000)}`);
  for await (const batch of readCsv({ file, maximumBytes: 10_000_000, header: HEADER })) {
    expect(batch).toHaveLength(1000);
    break;
  }
});
