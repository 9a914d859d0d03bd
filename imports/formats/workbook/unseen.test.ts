import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { attributesOf, elements, insideOf } from './markup';
import { readWorkbook } from './read-workbook';
import { zipOf } from './testing';
import { unseenOf } from './unseen';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const HEADER = ['Ref', 'Day', 'Text'];
const cell = (at: string, text: string, style = '') => `<c r="${at}"${style} t="str"><v>${text}</v></c>`;
const row = (number: number, text: string, { more = '', style = '' } = {}) =>
  `<row r="${number}"${more}>${cell(`A${number}`, text)}${cell(`C${number}`, text, style)}</row>`;
const HEAD = `<row r="1">${HEADER.map((name, place) => cell(`${'ABC'[place]}1`, name)).join('')}</row>`;
const STYLES =
  `<styleSheet ${MAIN}><fonts count="4"><font><sz val="1"/></font><font><strike/></font><font><strike val="0"/></font>` +
  '<font><b/><strike val="1"/></font></fonts><cellStyleXfs><xf fontId="1"/></cellStyleXfs>' +
  '<cellXfs><xf fontId="0"/><xf fontId="1"><alignment/></xf><xf fontId="2"/><xf fontId="3"/></cellXfs></styleSheet>';
const FILTER = '<autoFilter ref="A1:C9"><filterColumn colId="0"/></autoFilter>';

interface Made {
  readonly name: string;
  readonly state?: string;
  readonly rows: string;
  readonly columns?: string;
  readonly after?: string;
}

/** A workbook as Excel writes it, the parts that people do not see included. */
function bookOf(sheets: readonly Made[], others: Readonly<Record<string, string>> = {}): Buffer {
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ' +
      'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>' +
      `${sheets.map((_, n) => `<Override PartName="/xl/worksheets/s${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ' +
      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets
      .map(
        ({ name, state = 'visible' }, n) =>
          `<sheet name="${name}" sheetId="${n + 1}" state="${state}" r:id="rId${n}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map(
        (_, n) =>
          `<Relationship Id="rId${n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="${n % 2 ? '/xl/' : ''}worksheets/s${n}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/styles.xml': STYLES,
    ...others,
  };
  sheets.forEach(({ rows, columns = '', after = '' }, n) => {
    parts[`xl/worksheets/s${n}.xml`] =
      `<worksheet ${MAIN}>${columns}<sheetData>${HEAD}${rows}</sheetData>${after}</worksheet>`;
  });
  return zipOf(Object.entries(parts).map(([name, text]) => ({ name, content: Buffer.from(text) })));
}

/** What is noted of a workbook, and how many rows are read of it. */
async function notesOf(book: Buffer): Promise<readonly [number, readonly string[]]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'unseen-'));
  const file = path.join(folder, 'register.xlsx');
  writeFileSync(file, book);
  try {
    const reading = readWorkbook({ file, maximumBytes: 1e9, header: HEADER, dayColumns: new Set() });
    let count = 0;
    for await (const rows of reading) count += rows.length;
    return [count, reading.notes()];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const HIDDEN = { more: ' hidden="1"' };

describe('what a workbook hides', () => {
  it('is nothing in an ordinary one, nor where what is hidden is empty', async () => {
    const rows = `${row(2, 'a')}${row(3, 'b', { style: ' s="2"' })}<row r="4" hidden="1"/>${row(5, 'c', { more: ' hidden="0"' })}`;
    expect(await notesOf(bookOf([{ name: '2021', rows }]))).toEqual([3, []]);
  });

  it('is read and told: rows that a filter hides, or somebody', async () => {
    const rows = `${row(2, 'a')}${row(3, 'b', HIDDEN)}${row(4, 'c', { more: " hidden='true'" })}`;
    expect(await notesOf(bookOf([{ name: '2021', rows, after: FILTER }]))).toEqual([
      3,
      [
        'A filter hides 2 rows of the sheet "2021" (first in line 3). What is hidden was read like the others.',
      ],
    ]);
    expect(await notesOf(bookOf([{ name: '2021', rows }]))).toEqual([
      3,
      ['2 rows of the sheet "2021" are hidden (first in line 3). What is hidden was read like the others.'],
    ]);
    const table = { 'xl/tables/table1.xml': `<table>${FILTER}</table>` };
    expect((await notesOf(bookOf([{ name: '2021', rows }], table)))[1]).toEqual([
      expect.stringContaining('A filter hides 2 rows'),
    ]);
  });

  it('is told of columns that are read, by their names', async () => {
    const columns =
      '<cols><col min="2" max="3" hidden="1"/><col min="1" max="1" hidden="0"/><col min="9" max="16384" hidden="1"/></cols>';
    expect((await notesOf(bookOf([{ name: 'R', rows: row(2, 'a'), columns }])))[1]).toEqual([
      'Columns of the sheet "R" are hidden, and were read like the others: "Day", "Text".',
    ]);
  });

  it('is told of rows that are struck out', async () => {
    const struck = (style: number) => ({ style: ` s="${style}"` });
    const rows = `${row(2, 'a')}${row(3, 'b', struck(1))}${row(4, 'c', struck(2))}${row(5, 'd', struck(3))}`;
    expect((await notesOf(bookOf([{ name: 'R', rows }])))[1]).toEqual([
      'In 2 rows of the sheet "R" something is struck out (first in line 3). It was read like all else: take out what ' +
        'does not hold, and import the file again.',
    ]);
  });

  it('is told of each sheet that is read, and of sheets that are not since they are hidden', async () => {
    const sheets = [
      { name: '2020', rows: row(2, 'a') },
      { name: '2021', rows: row(2, 'b', HIDDEN) },
      { name: 'Old', state: 'hidden', rows: row(2, 'c') },
    ];
    expect(await notesOf(bookOf(sheets))).toEqual([
      2,
      [
        '2 sheets have the header of this source, and all were read: "2020", "2021".',
        'The sheet "Old" has the header too, but is hidden: it was not read. Unhide it if it should be.',
        'One row of the sheet "2021" is hidden (first in line 2). What is hidden was read like the others.',
      ],
    ]);
  });

  it('counts rows that do not say their number', () => {
    const rows = `<row hidden="1"><c t="str"><v>x</v></c></row><row/><row r="9"/><row hidden="1"/>`;
    expect(unseenOf(bookOf([{ name: 'R', rows }]))[0]?.hiddenRows).toEqual(new Set([1, 9]));
  });
});

describe('markup', () => {
  it('is found whatever stands before a name, and no other name', () => {
    const xml = '<x:row r="1"/><rows r="2"/><row\n r=\'3\' ht = "4"></row><rowBreaks/>';
    expect(elements(xml, 'row').map(attributesOf)).toMatchObject([{ r: '1' }, { r: '3', ht: '4' }]);
    expect(insideOf('<a><x:fonts n="1"><font/></x:fonts><fonts/></a>', 'fonts')).toBe('<font/>');
    expect(insideOf('<fonts><font/>', 'fonts')).toBe('');
  });

  it.each([
    ['tags that do not end', '<row '],
    ['a name that does not end', 'r'],
    ['elements that do not end', '<fonts>'],
    ['quotes that do not end', ' a="'],
  ])('takes no longer than its length asks for: %s', (_, piece) => {
    const xml = `<row ${piece.repeat(1_000_000)}`;
    const before = performance.now();
    elements(xml, 'row').map(attributesOf);
    attributesOf(xml);
    insideOf(xml, 'fonts');
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
