import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { mergedCells } from './merged-cells';
import { readWorkbook } from './read-workbook';
import { type MadeSheet, rowsOf, type Written, workbookOf } from './testing';

const HEADER = ['Ref', 'Day', 'Text'];
const TITLE: readonly Written[] = ['Kept by the team – 2021'];
const sheet = (rows: readonly (readonly Written[])[], more: Partial<MadeSheet> = {}): MadeSheet => ({
  name: 'Register',
  rows: [TITLE, [], HEADER, ...rows],
  ...more,
});
const read = (sheets: readonly MadeSheet[], more: { from1904?: boolean; isoDays?: boolean } = {}) =>
  rowsOf(workbookOf({ sheets, ...more }), { header: HEADER, dayColumns: ['Day'] });
const readRows = (...rows: readonly (readonly Written[])[]) => read([sheet(rows)]);

describe('the rows of a workbook', () => {
  it('come with the row of the sheet as their line, empty ones left out', async () => {
    expect(await readRows(['a', '01/05/2021', 'x'], [], [' ', '', ''], ['b', null, ' y '])).toEqual([
      { line: 4, cells: { Ref: 'a', Day: '01/05/2021', Text: 'x' } },
      { line: 7, cells: { Ref: 'b', Day: '', Text: 'y' } },
    ]);
  });

  it('have numbers as they are, days as Excel’s numbers of them, and truths as Excel writes them', async () => {
    expect(await readRows([201900268, 43924.5, true], [0.5, 43924, 1e6])).toMatchObject([
      { cells: { Ref: '201900268', Day: '43924.5', Text: 'TRUE' } },
      { cells: { Ref: '0.5', Day: '43924', Text: '1000000' } },
    ]);
  });

  it.each([
    ['1900', false, false],
    ['1900, with days as text that says so', false, true],
    ['1904', true, false],
    ['1904, with days as text that says so', true, true],
  ])('have the same days in a workbook that counts from %s', async (_, from1904, isoDays) => {
    const day = new Date(Date.UTC(2020, 3, 3));
    expect(await read([sheet([['a', day, 'x']])], { from1904, isoDays })).toMatchObject([
      { cells: { Day: '43924' } },
    ]);
  });

  it('shift no number but a day’s in a workbook that counts from 1904, and no text', async () => {
    expect(await read([sheet([[43000, '43000', 43000]])], { from1904: true })).toMatchObject([
      { cells: { Ref: '43000', Day: '43000', Text: '43000' } },
    ]);
  });

  it('have the columns in whatever order and case the header names them', async () => {
    const rows = [[], [null, 'TEXT', ' day ', 'ref'], [null, 'x', 'y', 'z']];
    expect(await read([{ name: 'Any', rows }])).toEqual([
      { line: 3, cells: { Ref: 'z', Day: 'y', Text: 'x' } },
    ]);
  });

  it('keep what stands beside the columns apart', async () => {
    expect(await readRows(['a', 'b', 'c', '', 'call her', 7])).toEqual([
      {
        ...{ line: 4, cells: { Ref: 'a', Day: 'b', Text: 'c' } },
        ragged: { kind: 'long', found: 5, expected: 3, beyond: ['call her', '7'] },
      },
    ]);
  });

  it('have of a formula what it gave last, and nothing where it gave nothing', async () => {
    const formula = { t: 's', v: 'b', f: 'A1' } as const;
    expect(
      await readRows(['a', { t: 'n', v: 43924, f: 'TODAY()' }, formula], ['b', null, { t: 'z', f: 'A1' }]),
    ).toEqual([
      {
        ...{ line: 4, cells: { Ref: 'a', Day: '43924', Text: 'b' } },
        marks: { Day: ['formula'], Text: ['formula'] },
      },
      { line: 5, cells: { Ref: 'b', Day: '', Text: '' }, marks: { Text: ['formula'] } },
    ]);
  });

  it('leave out a row of formulas that gave nothing: nothing is written there', async () => {
    expect(
      await readRows([
        { t: 'z', f: 'A1' },
        { t: 's', v: '', f: 'B1' },
      ]),
    ).toEqual([]);
  });

  it('have the sign of a NUL where an escape wrote one', async () => {
    expect(await readRows(['a', null, 'x\0y'], ['b', null, 'x_x0000_y'])).toMatchObject([
      { cells: { Text: 'x␀y' } },
      { cells: { Text: 'x␀y' } },
    ]);
  });

  it('have an error as Excel shows it', async () => {
    expect(await readRows(['a', { t: 'e', v: 42 }, { t: 'e', v: 7, f: '1/0' }])).toEqual([
      {
        ...{ line: 4, cells: { Ref: 'a', Day: '#N/A', Text: '#DIV/0!' } },
        marks: { Day: ['error'], Text: ['formula', 'error'] },
      },
    ]);
  });

  it('have the content of merged cells in the first of them', async () => {
    const rows = [
      ['a', 'hidden', 'x'],
      ['b', 'y', 'z'],
      ['c', 'u', 'v'],
    ];
    expect(await read([sheet(rows, { merged: ['A1:C1', 'A4:B4', 'C5:C6'] })])).toEqual([
      { line: 4, cells: { Ref: 'a', Day: '', Text: 'x' }, marks: { Ref: ['merged'], Day: ['merged'] } },
      { line: 5, cells: { Ref: 'b', Day: 'y', Text: 'z' }, marks: { Text: ['merged'] } },
      { line: 6, cells: { Ref: 'c', Day: 'u', Text: '' }, marks: { Text: ['merged'] } },
    ]);
  });

  it('are read from a range merged over the whole sheet without going through it cell by cell', async () => {
    expect(await read([sheet([['a', 'b', 'c']], { merged: ['E4:XFD1048576'] })])).toHaveLength(1);
    expect(await read([sheet([['a', 'b', 'c']], { merged: ['C5:XFD1048576'] })])).toHaveLength(1);
  });

  it('are read from columns that are merged whole, with a row at the very end, in little time and memory', () => {
    const columns = Array.from({ length: 12 }, (_, column) => column);
    const whole = columns.map((column) => ({ s: { r: 3, c: column }, e: { r: 1_048_575, c: column } }));
    const before = process.memoryUsage().heapUsed;
    const merged = mergedCells(whole, { columns, firstRow: 3, lastRow: 1_048_575 });
    expect(merged.of(3).get(11)).toEqual({ first: true });
    expect(merged.of(1_048_575).get(0)).toEqual({ first: false });
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50_000_000);
  });

  it('are in the ranges in which they are, and in no others', () => {
    const range = (first: number, last: number) => ({ s: { r: first, c: 0 }, e: { r: last, c: 1 } });
    const within = { columns: [1, 2], firstRow: 1, lastRow: 20 };
    const merged = mergedCells([range(12, 14), range(3, 4), range(6, 6)], within);
    const rows = Array.from({ length: 16 }, (_, row) => row).filter((row) => merged.of(row).has(1));
    expect(rows).toEqual([3, 4, 6, 12, 13, 14]);
    expect(merged.of(3).has(2)).toBe(false);
    expect(() => mergedCells([range(3, 6), range(6, 7)], within)).toThrow('damaged');
  });

  it('come in batches, with the hash of the file’s bytes at the end', async () => {
    const rows = Array.from({ length: 2_500 }, (_, place) => [`r${place}`, null, 'x']);
    const bytes = workbookOf({ sheets: [sheet(rows)] });
    const file = path.join(os.tmpdir(), `workbook-${process.pid}.xlsx`);
    writeFileSync(file, bytes);
    const reading = readWorkbook({ file, maximumBytes: 1e9, header: HEADER, dayColumns: new Set() });
    expect(() => reading.sha256()).toThrow('not been read');
    const sizes = [];
    for await (const batch of reading) sizes.push(batch.length);
    expect(sizes).toEqual([1_000, 1_000, 500]);
    expect(reading.sha256()).toBe(createHash('sha256').update(bytes).digest('hex'));
  });
});

describe('the sheet that is read', () => {
  const other: MadeSheet = { name: 'Notes', rows: [['Ask Ann'], ['about', 'the', 'remedies']] };

  it('is the one that has the header, wherever it stands', async () => {
    expect(await read([other, sheet([['a', 'b', 'c']])])).toHaveLength(1);
  });

  it('may repeat the header further down: that is one of its rows', async () => {
    expect(await readRows(['a', 'b', 'c'], HEADER, ['d', 'e', 'f'])).toHaveLength(3);
  });

  it.each([1, 2] as const)('is not a hidden one (%i), even if it is the only one', async (hidden) => {
    const secret = sheet([['a', 'b', 'c']], { name: 'Old', hidden });
    expect(await read([other, secret])).toMatchObject({
      code: 'HIDDEN_SHEET',
      message: expect.stringContaining('on the sheet "Old" alone, which is hidden'),
    });
    expect(await read([secret, sheet([['d', 'e', 'f']])])).toMatchObject([{ cells: { Ref: 'd' } }]);
  });

  it('may be one of several that have the header: each row has its name', async () => {
    const other2 = sheet(
      [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
      ],
      { name: '2021-22' },
    );
    expect(await read([sheet([['a', 'b', 'c']], { name: '2020-21' }), other, other2])).toEqual([
      { line: 4, sheet: '2020-21', cells: { Ref: 'a', Day: 'b', Text: 'c' } },
      { line: 4, sheet: '2021-22', cells: { Ref: 'a', Day: 'b', Text: 'c' } },
      { line: 5, sheet: '2021-22', cells: { Ref: 'd', Day: 'e', Text: 'f' } },
    ]);
  });

  it.each<[string, readonly Written[], string, string]>([
    ['lacks a column', ['Ref', 'Day'], 'MISSING_COLUMN', 'missing: "Text"'],
    ['has one too many', ['Ref', 'Day', 'Text', 'Note'], 'WRONG_HEADER', 'unknown: 1'],
    ['has one twice', ['Ref', 'Day', 'Text', 'ref'], 'WRONG_HEADER', 'more than once: "Ref"'],
  ])('is refused when its header %s, with what is wrong and where', async (_, written, code, words) => {
    expect(await read([{ name: 'Register', rows: [TITLE, written, ['a', 'b', 'c']] }])).toMatchObject({
      code,
      message: expect.stringMatching(new RegExp(`header in line 2 .*${words}`)),
    });
  });

  it('is refused when no sheet has anything like the header, or has it too far down', async () => {
    const far = { name: 'Far', rows: [...Array.from({ length: 30 }, () => ['x']), HEADER, ['a', 'b', 'c']] };
    for (const sheets of [[other], [{ name: 'Empty', rows: [] }], [far]]) {
      expect(await read(sheets)).toMatchObject({
        code: 'WRONG_HEADER',
        message: expect.stringContaining('No sheet has the header'),
      });
    }
  });
});
