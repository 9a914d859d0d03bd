import { gzipSync } from 'node:zlib';
import { CFB } from '@e965/xlsx';
import { rowsOf, workbookOf, zipOf } from './testing';

const HEADER = ['Ref', 'Day'];
const WORKBOOK = workbookOf({ sheets: [{ name: 'Register', rows: [HEADER, ['a', 'b']] }] });
const TYPES = { name: '[Content_Types].xml', content: Buffer.from('<Types/>') };
const BOOK = { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') };

const read = (bytes: Buffer, maximumBytes?: number) =>
  rowsOf(bytes, { header: HEADER, ...(maximumBytes === undefined ? {} : { maximumBytes }) });
const refusal = async (bytes: Buffer) => {
  const result = await read(bytes);
  return 'code' in result ? result.code : 'read';
};

/** A file that holds others in the older way, as .xls and protected workbooks do. */
function compound(stream: string): Buffer {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, `/${stream}`, Buffer.from('anything at all'));
  return CFB.write(container, { type: 'buffer' }) as Buffer;
}

describe('a file that is to be a workbook', () => {
  it('is read, packed or not', async () => {
    expect(await read(WORKBOOK)).toHaveLength(1);
    const stored = workbookOf({ sheets: [{ name: 'R', rows: [HEADER, ['a', 'b']] }], packed: false });
    expect(await read(stored)).toHaveLength(1);
  });

  it.each<[string, Buffer, string, string]>([
    [
      'text that was renamed',
      Buffer.from('Ref,Day\r\na,b\r\n'),
      'NOT_A_WORKBOOK',
      'is text, perhaps CSV: not',
    ],
    ['packed', gzipSync(WORKBOOK), 'NOT_A_WORKBOOK', 'is packed (gzip), not an Excel'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'NOT_A_WORKBOOK', 'is a PDF, not an Excel'],
    [
      'something else',
      Buffer.from([0, 255, 1, 2]),
      'NOT_A_WORKBOOK',
      'not an Excel workbook (.xlsx), whatever',
    ],
    [
      'a workbook of another kind',
      zipOf([TYPES, { name: 'xl/workbook.bin', content: Buffer.from('x') }]),
      'NOT_A_WORKBOOK',
      'save it as "Excel Workbook (.xlsx)"',
    ],
    [
      'a page that was saved',
      Buffer.from('<html><table><tr><td>Ref</td></tr></table></html>'),
      'NOT_A_WORKBOOK',
      'not an Excel',
    ],
    [
      'another archive',
      zipOf([{ name: 'photo.jpg', content: Buffer.from('x') }]),
      'NOT_A_WORKBOOK',
      'zip archive, not an Excel workbook (.xlsx), whatever its name says. If the workbook is in it, unpack it',
    ],
    ['the older format', compound('Workbook'), 'NOT_A_WORKBOOK', 'older format'],
    ['one with a password', compound('EncryptedPackage'), 'ENCRYPTED_WORKBOOK', 'Save it without one'],
    [
      'an archive with a password',
      zipOf([TYPES, { ...BOOK, encrypted: true }]),
      'ENCRYPTED_WORKBOOK',
      'password',
    ],
    ['nothing', Buffer.alloc(0), 'EMPTY_FILE', 'empty'],
    ['a workbook without sheets', zipOf([TYPES, BOOK]), 'NOT_A_WORKBOOK', 'damaged'],
  ])('is refused when it is %s', async (_, bytes, code, words) => {
    expect(await read(bytes)).toMatchObject({ code, message: expect.stringContaining(words) });
  });

  it('is refused when it is larger than the limit', async () => {
    expect(await read(WORKBOOK, WORKBOOK.length)).toHaveLength(1);
    expect(await read(WORKBOOK, WORKBOOK.length - 1)).toMatchObject({ code: 'FILE_TOO_LARGE' });
  });

  it('is refused when it was cut off, wherever', async () => {
    for (let length = 4; length < WORKBOOK.length; length += 97) {
      expect(await refusal(WORKBOOK.subarray(0, length))).toBe('NOT_A_WORKBOOK');
    }
  });

  it('is refused, or read as it was, when a byte of it was changed', async () => {
    const whole = await read(WORKBOOK);
    let refused = 0;
    for (let place = 4; place < WORKBOOK.length; place += 53) {
      const bytes = Buffer.from(WORKBOOK);
      bytes.writeUInt8((bytes.readUInt8(place) + 1) % 256, place);
      const result = await read(bytes);
      if ('code' in result) refused += 1;
      else expect(result).toEqual(whole);
    }
    expect(refused).toBeGreaterThan(WORKBOOK.length / 100);
  });
});

describe('a workbook that is made to fill a memory', () => {
  const zeros = (bytes: number) => Buffer.alloc(bytes);
  const MEGABYTE = 1024 * 1024;

  it('is refused by what its directory says, before anything is unpacked', async () => {
    const bomb = zipOf([TYPES, BOOK, { name: 'xl/worksheets/sheet1.xml', content: zeros(65 * MEGABYTE) }]);
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await read(bomb)).toMatchObject({
      code: 'WORKBOOK_TOO_LARGE',
      message: expect.stringContaining('unpacks to'),
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5 * MEGABYTE);
  });

  it('is refused by how much larger it gets, even below the limit', async () => {
    const dense = zipOf([TYPES, BOOK, { name: 'xl/a.xml', content: zeros(2 * MEGABYTE) }]);
    expect(await refusal(dense)).toBe('WORKBOOK_TOO_LARGE');
  });

  it('is refused when many parts add up to it', async () => {
    const parts = Array.from({ length: 70 }, (_, place) => ({
      ...{ name: `xl/part${place}.xml`, content: zeros(MEGABYTE) },
    }));
    expect(await refusal(zipOf([TYPES, BOOK, ...parts]))).toBe('WORKBOOK_TOO_LARGE');
  });

  it('is found out when its directory says less than it holds', async () => {
    const liar = { name: 'xl/a.xml', content: zeros(80 * MEGABYTE), says: 1_000 };
    const before = process.memoryUsage().arrayBuffers;
    expect(await refusal(zipOf([TYPES, BOOK, liar]))).toBe('NOT_A_WORKBOOK');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(90 * MEGABYTE);
  });
});
