import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { FileRefused } from '../../record';
import { readJsonLines } from '../jsonl/read-json-lines';
import { readWorkbook } from '../workbook/read-workbook';
import { workbookOf, zipOf } from '../workbook/testing';
import { WINDOWS_1252 } from './encodings';
import { readCsv } from './read-csv';

const HEADER = ['Ref', 'Date', 'Text'];
const CSV = 'Ref,Date,Text\r\n1,2,Mrs Secret\r\n';
const WORKBOOK = workbookOf({ sheets: [{ name: 'Register', rows: [HEADER, ['1', '2', 'Mrs Secret']] }] });
const ZIP = zipOf([{ name: 'extract.csv', content: Buffer.from(CSV) }]);
const XLS = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'other-formats-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const READERS = {
  csv: (file: string) => readCsv({ file, maximumBytes: 1e6, header: HEADER }),
  'csv in Windows-1252': (file: string) =>
    readCsv({ file, maximumBytes: 1e6, header: HEADER, encoding: WINDOWS_1252 }),
  'json lines': (file: string) => readJsonLines({ file, maximumBytes: 1e6 }),
  workbook: (file: string) =>
    readWorkbook({ file, maximumBytes: 1e6, header: HEADER, dayColumns: new Set() }),
};

/** The refusal of such a file; null where it is read. */
async function refusalOf(reader: keyof typeof READERS, content: Buffer | string | null) {
  const file = path.join(folder, 'file');
  if (content !== null) writeFileSync(file, content);
  try {
    for await (const rows of READERS[reader](content === null ? folder : file)) expect(rows.length).toBe(1);
    return null;
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    expect(error.message).not.toContain('Secret');
    return { code: error.code, message: error.message };
  }
}

const refused = (code: string, words: string) => ({ code, message: expect.stringContaining(words) });

describe('a file of another format, given to a source that is read as CSV,', () => {
  it.each<[string, Buffer | string | null, string, string]>([
    [
      'a workbook',
      WORKBOOK,
      'WRONG_FORMAT',
      'is an Excel workbook (.xlsx), which exports of this source are not',
    ],
    ['a workbook of an older Excel', XLS, 'WRONG_FORMAT', 'of older Office programs (.xls)'],
    ['a zip archive', ZIP, 'WRONG_FORMAT', 'is a zip archive. Unpack it'],
    ['a packed file', gzipSync(CSV), 'WRONG_FORMAT', 'is packed (gzip). Unpack it'],
    ['a PDF', '%PDF-1.7\n', 'WRONG_FORMAT', 'is a PDF'],
    [
      'JSON lines',
      '\ufeff{"caseNumber":"CSC-1"}\n',
      'WRONG_FORMAT',
      'is JSON, and this source is read as CSV',
    ],
    ['a JSON list', '\n[{"caseNumber":"CSC-1"}]', 'WRONG_FORMAT', 'imported as "childrens"'],
    ['a web page', '<!DOCTYPE html><html>Sign in</html>', 'WRONG_FORMAT', 'sign-in page'],
    ['UTF-16', Buffer.from(`\ufeff${CSV}`, 'utf16le'), 'WRONG_ENCODING', 'begins with the mark of UTF-16'],
    [
      'UTF-16 without its mark',
      Buffer.from(CSV, 'utf16le'),
      'WRONG_ENCODING',
      'every other byte is a NUL byte',
    ],
    ['a folder', null, 'UNREADABLE', 'a folder, a pipe or a device. Name a file.'],
    ['nothing', '', 'EMPTY_FILE', 'is empty. Export it again.'],
  ])('is told to be %s', async (_, content, code, words) => {
    expect(await refusalOf('csv', content)).toEqual(refused(code, words));
  });

  it('is told how to be exported in the encoding of the source', async () => {
    const adults = await refusalOf('csv in Windows-1252', WORKBOOK);
    expect(adults).toEqual(refused('WRONG_FORMAT', 'in a spreadsheet as "CSV", not as "CSV UTF-8"'));
    expect(await refusalOf('csv', WORKBOOK)).toEqual(
      refused('WRONG_FORMAT', 'Export it again as "CSV UTF-8"'),
    );
  });

  it('is none where a cell alone holds other separators', async () => {
    expect(await refusalOf('csv', 'Ref,Date,Text\r\n1;2,"a\tb|c",{[<\r\n')).toBeNull();
    expect(await refusalOf('csv', '"Ref","Date","Text"\r\n1,2,3\r\n')).toBeNull();
  });
});

describe('a file of another format, given to another reader,', () => {
  it.each<[keyof typeof READERS, string, Buffer | string | null, string, string]>([
    ['json lines', 'a workbook', WORKBOOK, 'WRONG_FORMAT', 'is an Excel workbook (.xlsx)'],
    ['json lines', 'a packed file', gzipSync('{}\n'), 'WRONG_FORMAT', 'is packed (gzip). Unpack it'],
    ['json lines', 'CSV', CSV, 'WRONG_SHAPE', 'perhaps it is CSV'],
    ['json lines', 'a folder', null, 'UNREADABLE', 'a folder, a pipe or a device'],
    ['workbook', 'CSV', CSV, 'NOT_A_WORKBOOK', 'is text, perhaps CSV'],
    ['workbook', 'UTF-16', Buffer.from(CSV, 'utf16le'), 'NOT_A_WORKBOOK', 'not an Excel workbook'],
    ['workbook', 'a zip archive', ZIP, 'NOT_A_WORKBOOK', 'is a zip archive, not an Excel workbook'],
    ['workbook', 'a packed workbook', gzipSync(WORKBOOK), 'NOT_A_WORKBOOK', 'unpack it'],
    ['workbook', 'a folder', null, 'UNREADABLE', 'a folder, a pipe or a device'],
    ['workbook', 'nothing', '', 'EMPTY_FILE', 'is empty'],
  ])('%s, is told to be %s', async (reader, _, content, code, words) => {
    expect(await refusalOf(reader, content)).toEqual(refused(code, words));
  });

  it('is none where it is the right one', async () => {
    expect(await refusalOf('workbook', WORKBOOK)).toBeNull();
    expect(await refusalOf('json lines', '{"caseNumber":"CSC-1"}\n')).toBeNull();
  });
});

describe.each(Object.keys(READERS))('a file that is none, given to %s,', (reader) => {
  it('is told at once: a pipe that nobody writes to, a device', async () => {
    const pipe = path.join(folder, `pipe-${reader}`);
    execFileSync('mkfifo', [pipe]);
    const read = READERS[reader as keyof typeof READERS];
    for (const file of [pipe, '/dev/zero']) {
      const first = read(file)[Symbol.asyncIterator]().next();
      await expect(first).rejects.toMatchObject({ code: 'UNREADABLE' });
    }
  });
});
