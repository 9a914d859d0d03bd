import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { FileRefused } from '../../record';
import { WINDOWS_1252 } from './encodings';
import { readCsv } from './read-csv';

const bytesOf = (latin1: string) => Buffer.from(latin1, 'latin1');
const UNDEFINED = ['\x81', '\x8d', '\x8f', '\x90', '\x9d'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'encodings-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The cells of column Text, or the refusal. */
async function read(content: Buffer, header = ['Ref', 'Text']): Promise<string[] | FileRefused> {
  const file = join(folder, 'file.csv');
  await writeFile(file, content);
  const reading = readCsv({
    ...{ file, maximumBytes: 10_000_000, header, encoding: WINDOWS_1252 },
  });
  const texts: string[] = [];
  try {
    for await (const rows of reading) texts.push(...rows.map(({ cells }) => cells.Text ?? ''));
  } catch (error) {
    if (error instanceof FileRefused) return error;
    throw error;
  }
  return texts;
}

const HEAD = 'Ref,Text\r\n';

describe('Windows-1252', () => {
  // Node's own TextDecoder reads these bytes as Latin-1's.
  it.each([
    [0x80, 0x20ac],
    [0x82, 0x201a],
    [0x83, 0x0192],
    [0x84, 0x201e],
    [0x85, 0x2026],
    [0x86, 0x2020],
    [0x87, 0x2021],
    [0x88, 0x02c6],
    [0x89, 0x2030],
    [0x8a, 0x0160],
    [0x8b, 0x2039],
    [0x8c, 0x0152],
    [0x8e, 0x017d],
    [0x91, 0x2018],
    [0x92, 0x2019],
    [0x93, 0x201c],
    [0x94, 0x201d],
    [0x95, 0x2022],
    [0x96, 0x2013],
    [0x97, 0x2014],
    [0x98, 0x02dc],
    [0x99, 0x2122],
    [0x9a, 0x0161],
    [0x9b, 0x203a],
    [0x9c, 0x0153],
    [0x9e, 0x017e],
    [0x9f, 0x0178],
    [0x7f, 0x7f],
    [0xa0, 0xa0],
    [0xa3, 0xa3],
    [0xff, 0xff],
  ])('reads byte %i as character %i', (byte, character) => {
    expect(WINDOWS_1252.decode?.(String.fromCharCode(byte))).toBe(String.fromCharCode(character));
  });

  it('is read out of a file: in quotes, at its end, and however long it is', async () => {
    expect(
      await read(bytesOf(`${HEAD}1,"Charging \x96 \xa340,\r\n""fair"""\r\n2,ZO\xcb\x92S\r\n3,caf\xe9`)),
    ).toEqual(['Charging – £40,\r\n"fair"', 'ZOË’S', 'café']);
    const long = await read(bytesOf(`${HEAD}${'1,Staff\x92s \xa3\xe9\r\n'.repeat(40_000)}`));
    expect(new Set(long as string[])).toEqual(new Set(['Staff’s £é']));
  });

  it('keeps no byte back that could be the beginning of a longer character', async () => {
    expect(await read(bytesOf(`${HEAD}1,\xc9`))).toEqual(['É']);
    expect(await read(bytesOf(`${HEAD}1,\xf0\xa0`))).toEqual(['ð']);
  });

  it('finds the header in spite of its signs', async () => {
    const content = bytesOf('R\xe9f,Text\r\n1,\xa3\r\n');
    expect(await read(content, ['Réf', 'Text'])).toEqual(['£']);
    expect(await read(content)).toMatchObject({ code: 'WRONG_HEADER' });
  });

  it.each([
    ['pounds', '£40'],
    ['letters with an accent', 'café'],
    ['dashes', '"a\r\nb – c"'],
    ['quotation marks', 'Staff’s'],
    ['Polish names', 'Michał'],
    ['Urdu names', 'سارہ'],
    ['Chinese names', '王芳'],
    ['emojis', '😀'],
    ['euros', '€5'],
  ])('is not UTF-8: %s in several rows give the file away, in one row they do not', async (_what, text) => {
    const [plain, row] = ['1,plain\r\n'.repeat(60_000), `1,${text}\r\n`];
    const line = 60_002 + (text.includes('\n') ? 1 : 0);
    expect(await read(Buffer.from(`${HEAD}${plain}${row}${plain}${row}${row}`, 'utf8'))).toMatchObject({
      code: 'WRONG_ENCODING',
      message: `The file is not in Windows-1252: it holds signs or letters of several bytes, as UTF-8 writes them (first at about line ${line}). Export it again as the system does by itself: in a spreadsheet as "CSV", not as "CSV UTF-8".`,
    });
    expect(await read(Buffer.from(`${HEAD}${row}${plain}`, 'utf8'))).toHaveLength(60_001);
  });

  it('is not UTF-8: a byte order mark gives the file away where a sign follows it, and is nothing else', async () => {
    expect(await read(Buffer.from(`\ufeff${HEAD}1,£\r\n`))).toMatchObject({ code: 'WRONG_ENCODING' });
    expect(await read(Buffer.from(`\ufeff${HEAD}1,plain\r\n`))).toEqual(['plain']);
    expect(await read(bytesOf(`\xef\xbb\xbf${HEAD}1,\xa340\r\n`))).toEqual(['£40']);
  });

  it('is what most rows are in: what was pasted in another encoding is loaded as it is', async () => {
    const right = '2,\xa340 \x96 caf\xe9\r\n'.repeat(2);
    expect(await read(bytesOf(`${HEAD}1,\xc2\xa340\r\n${right}`))).toEqual([
      'Â£40',
      '£40 – café',
      '£40 – café',
    ]);
    const pasted = '1,\xc2\xa340\r\n'.repeat(19);
    expect(await read(bytesOf(`${HEAD}${pasted}${right}`))).toHaveLength(21);
    expect(await read(bytesOf(`${HEAD}${pasted}1,\xc2\xa3\r\n${right}`))).toMatchObject({
      code: 'WRONG_ENCODING',
    });
  });

  it.each(UNDEFINED)('has no byte like case %#, which costs no more than itself', async (byte) => {
    expect(await read(bytesOf(`${HEAD}1,a${byte}b\r\n2,c\r\n`))).toEqual(['a\ufffdb', 'c']);
  });

  it('is not UTF-16 either', async () => {
    const refused = await read(Buffer.from(`${HEAD}1,x\r\n`, 'utf16le'));
    expect(refused).toMatchObject({ code: 'WRONG_ENCODING', message: expect.stringContaining('NUL') });
  });

  it('tells a file that is cut off by its line, past signs of one byte', async () => {
    expect(await read(bytesOf(`${HEAD}1,\x96\x96\r\n2,"\xa3`))).toMatchObject({
      code: 'FILE_CUT_OFF',
      message: expect.stringContaining('begins in line 3'),
    });
  });

  it('knows English and French text from UTF-8, whatever is written', () => {
    const letters = [..."abcdefghijklmnopqrstuvwxyz ABC'.,:;-–—‘’“”…£€éèêëàâçîïôùûÉÈÀ"];
    const word = fc.array(fc.constantFrom(...letters), { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(word, (text) => {
        const hasSign = [...text].some((letter) => letter > '~');
        expect(WINDOWS_1252.reads(Buffer.from(text, 'utf8'))).toBe(hasSign ? 'other' : 'either');
      }),
    );
  });
});
