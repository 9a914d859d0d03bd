import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ADULTS_COLUMNS } from './adults/columns';
import { stageOf } from './childrens/testing';
import { CORPORATE_COLUMNS } from './corporate-crm/columns';
import { type MadeSheet, type Written, workbookOf, zipOf } from './formats/workbook/testing';
import { REGISTER_COLUMNS } from './ombudsman/columns';
import { FileRefused, type MappedRow } from './record';
import type { Hashed } from './source';
import { type SourceName, sources } from './sources';
import { corporateRow, testFacts } from './testing';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bad-input-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Mapped = MappedRow<Hashed> & { readonly line: number };

/** What a source makes of a file: its rows, or why it refuses it. */
async function importOf(name: SourceName, content: Buffer | string): Promise<Mapped[] | FileRefused> {
  const file = path.join(folder, 'file');
  writeFileSync(file, content);
  const source = sources[name];
  const mapped: Mapped[] = [];
  try {
    for await (const rows of source.read({ file, maximumBytes: 10_000_000 })) {
      for (const row of rows) mapped.push({ line: row.line, ...source.map(row, testFacts) });
    }
  } catch (error) {
    if (error instanceof FileRefused) return error;
    throw error;
  }
  return mapped;
}

/** The same in short: what became of each line, and its faults. */
async function told(name: SourceName, content: Buffer | string): Promise<unknown> {
  const outcome = await importOf(name, content);
  if (outcome instanceof FileRefused) return outcome.code;
  return outcome.map((row) => [
    row.line,
    row.kind,
    row.kind === 'noRow' ? [] : row.faults.map(({ column, code }) => [column, code]),
  ]);
}

describe("the children's system", () => {
  const complaint = (number: number, stages: readonly unknown[]) =>
    JSON.stringify({ caseNumber: `CSC-${number}`, team: 'SEND', stages });
  const known = (mapped: unknown) =>
    (mapped as [number, string, [string, string][]][]).map(([line, kind, faults]) => [
      ...[line, kind],
      faults.map(([, code]) => code).filter((code) => code !== 'UNKNOWN_SERVICE'),
    ]);

  it('with its last line cut off loses that line alone, wherever it is cut', async () => {
    const whole = complaint(2, [stageOf(1)]);
    for (const cut of [1, 12, Math.floor(whole.length / 2), whole.length - 1]) {
      const text = `${complaint(1, [stageOf(1)])}\n${whole.slice(0, cut)}`;
      expect(known(await told('childrens', text))).toEqual([
        [1, 'taken', []],
        [2, 'quarantined', ['NOT_JSON']],
      ]);
    }
    expect(known(await told('childrens', whole))).toEqual([[1, 'taken', []]]);
  });

  it.each<[string, readonly number[], readonly string[], readonly [number, string | null][]]>([
    [
      'in their order',
      [1, 2, 3],
      [],
      [
        [1, null],
        [2, 'ESCALATED'],
        [3, 'ESCALATED'],
      ],
    ],
    [
      'out of order',
      [2, 3, 1],
      ['STAGES_OUT_OF_ORDER'],
      [
        [1, null],
        [2, 'ESCALATED'],
        [3, 'ESCALATED'],
      ],
    ],
    [
      'with a third and no second',
      [1, 3],
      ['STAGE_MISSING_BEFORE'],
      [
        [1, null],
        [3, 'DIRECT'],
      ],
    ],
    [
      'out of order, and no second',
      [3, 1],
      ['STAGES_OUT_OF_ORDER', 'STAGE_MISSING_BEFORE'],
      [
        [1, null],
        [3, 'DIRECT'],
      ],
    ],
    ['with a third alone', [3], ['STAGE_MISSING_BEFORE'], [[3, 'DIRECT']]],
  ])('may have stages %s', async (_, numbers, codes, expected) => {
    const text = complaint(
      1,
      numbers.map((number) => stageOf(number)),
    );
    expect(known(await told('childrens', text))).toEqual([[1, 'taken', codes]]);
    const [row] = (await importOf('childrens', text)) as Mapped[];
    expect(row).toMatchObject({
      record: { stages: expected.map(([number, route]) => ({ number, route })) },
    });
    expect(row?.kind === 'taken' && (row.record as unknown as { stages: unknown[] }).stages).toHaveLength(
      expected.length,
    );
  });
});

describe('the register', () => {
  const ROW: readonly Written[] = ['LGSCO', '19 000 991', '100281670', 'Corporate', 43924];
  const sheet = (rows: readonly (readonly Written[])[], more: Partial<MadeSheet> = {}): MadeSheet => ({
    ...{ name: 'Register', rows: [['Enquiries'], [], [...REGISTER_COLUMNS], ...rows] },
    ...more,
  });
  const register = (rows: readonly (readonly Written[])[], more: Partial<MadeSheet> = {}) =>
    workbookOf({ sheets: [sheet(rows, more)] });

  it('is read', async () => {
    expect(await told('ombudsman', register([ROW]))).toEqual([[4, 'taken', []]]);
  });

  it.each<[string, Buffer, string]>([
    ['text that was renamed', Buffer.from(`${REGISTER_COLUMNS.join(',')}\r\nLGSCO,1\r\n`), 'NOT_A_WORKBOOK'],
    ['made to fill a memory', bomb(), 'WORKBOOK_TOO_LARGE'],
    ['hidden', register([ROW], { hidden: 1 }), 'HIDDEN_SHEET'],
    ['hidden so that only a macro shows it', register([ROW], { hidden: 2 }), 'HIDDEN_SHEET'],
  ])('is refused when it is %s', async (_, content, code) => {
    expect(await told('ombudsman', content)).toBe(code);
  });

  it('has of formulas what they gave, and of merged cells the first', async () => {
    const formula: Written = { t: 'n', v: 43924, f: 'TODAY()' };
    expect(await told('ombudsman', register([[...ROW.slice(0, 4), formula]]))).toEqual([
      [4, 'taken', [['Received', 'FORMULA']]],
    ]);
    expect(await told('ombudsman', register([ROW, ROW], { merged: ['C4:C5'] }))).toEqual([
      [4, 'taken', [['Our ref', 'MERGED_CELLS']]],
      [5, 'taken', [['Our ref', 'MERGED_CELLS']]],
    ]);
  });

  it.each([false, true])(
    'has the same days whether Excel counts them from 1904 or not (%s)',
    async (from1904) => {
      const day = new Date(Date.UTC(2020, 3, 3));
      const book = workbookOf({ sheets: [sheet([[...ROW.slice(0, 4), day]])], from1904 });
      expect(await importOf('ombudsman', book)).toMatchObject([{ record: { receivedOn: '2020-04-03' } }]);
    },
  );

  function bomb(): Buffer {
    return zipOf([
      { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
      { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') },
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(65 * 1024 * 1024) },
    ]);
  }
});

describe('text', () => {
  const csv = (columns: readonly string[], cells: Readonly<Record<string, string>>) =>
    `${columns.join(',')}\r\n${columns.map((column) => cells[column] ?? '').join(',')}\r\n`;
  const corporate = (cells: Parameters<typeof corporateRow>[0] = {}) =>
    csv(CORPORATE_COLUMNS, corporateRow(cells).cells);
  const adults = (cells: Readonly<Record<string, string>> = {}) =>
    csv(ADULTS_COLUMNS, { ComplaintID: '7', DateOfComplaint: '01/06/2021', Nature: 'Fees', ...cells });

  it('in Windows-1252 is refused where UTF-8 is due, and the other way round', async () => {
    const dear = { Summary: 'Paid £40 – twice' };
    expect(await told('corporate-crm', Buffer.from(corporate(dear)))).toEqual([[2, 'taken', []]]);
    const all = (text: string) => text + text.slice(text.indexOf('\n') + 1).repeat(2);
    const wrong = Buffer.from(all(corporate({ Summary: 'Paid \xa340' })), 'latin1');
    expect(await told('corporate-crm', wrong)).toBe('WRONG_ENCODING');
    expect(await told('adults', Buffer.from(adults({ Lessons: 'Paid \xa340' }), 'latin1'))).toEqual([
      [2, 'taken', []],
    ]);
    expect(await told('adults', Buffer.from(all(adults({ Lessons: 'Paid £40' }))))).toBe('WRONG_ENCODING');
  });

  it('of a word that is longer than any is cut in a record, and shorter in a fault', async () => {
    const long = `Noise ${'very '.repeat(2_000)}late`;
    const cut = expect.stringMatching(/^Noise .{293}…$/);
    const cells = { Category: long, Service: long, Summary: long };
    expect(await importOf('corporate-crm', corporate(cells))).toMatchObject([
      {
        record: { theme: cut, serviceWritten: cut, account: { summary: long } },
        faults: [{ code: 'UNKNOWN_SERVICE', value: expect.stringMatching(/^Noise .{93}…$/) }],
      },
    ]);
  });

  it('that is alike in both encodings is read in either', async () => {
    expect(await told('corporate-crm', corporate())).toEqual([[2, 'taken', []]]);
    expect(await told('adults', adults())).toEqual([[2, 'taken', []]]);
  });

  it('that is cut off outside quotes loses its last row alone, which says so; inside quotes it is refused', async () => {
    const text = corporate({ Summary: '"Late, and ""rude"""' });
    const [, row = ''] = text.split('\r\n');
    const outside = await importOf('corporate-crm', `${text}${row.slice(0, row.indexOf('"'))}`);
    expect(outside).toMatchObject([
      { line: 2, kind: 'taken', faults: [] },
      {
        line: 3,
        kind: 'quarantined',
        faults: [{ code: 'ROW_TOO_SHORT', action: expect.stringContaining('cut off') }],
      },
    ]);
    expect(await told('corporate-crm', `${text}${row.slice(0, row.indexOf('and'))}`)).toBe('FILE_CUT_OFF');
    const ended = await importOf('corporate-crm', `${text}${row.slice(0, row.indexOf('"'))}\r\n`);
    expect(ended).toMatchObject([
      { kind: 'taken' },
      { faults: [{ code: 'ROW_TOO_SHORT', action: expect.not.stringContaining('cut off') }] },
    ]);
  });
});
