import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import type { Rows, Table, TableColumn, TableRow } from '../../platform/files/table';
import { csvMetadata } from './csv-metadata';
import { FORMATS, type FormatName, isFormat, writingFor } from './formats';
import { readTabbed } from './read-tabbed';
import { sendCsv } from './send-csv';

const COLUMNS: readonly TableColumn[] = [
  { name: 'reference', type: 'text', description: 'What it is found by.' },
  { name: 'stage', type: 'integer', description: 'Its number.' },
  { name: 'rate', type: 'number', description: 'A share.' },
  { name: 'inTime', type: 'boolean', description: 'Whether in time.' },
  { name: 'receivedOn', type: 'day', description: 'When it came.' },
  { name: 'changedAt', type: 'moment', description: 'When it changed.' },
];
const aText = fc
  .oneof(
    fc.constantFrom(
      '007',
      '=1+1',
      '',
      ' ',
      'NULL',
      '\\N',
      'a\tb',
      'a\nb',
      '"',
      ',',
      '_x0041_',
      '<&>',
      '\u0007',
      '\ud83d\ude00',
      "'",
      '\r',
    ),
    fc.string({ unit: 'grapheme' }),
  )
  .map((text) => text.replaceAll('\0', ''));
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null, freq: 3 });
const aRow: fc.Arbitrary<TableRow> = fc.tuple(
  orNull(aText),
  orNull(fc.integer({ min: -1000, max: 1_000_000 }).map(String)),
  orNull(fc.double({ noNaN: true, noDefaultInfinity: true, min: 0, max: 1 }).map((rate) => String(rate + 0))),
  orNull(fc.boolean().map(String)),
  orNull(
    fc
      .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
  ),
  orNull(
    fc
      .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString()),
  ),
);
const tableOf = (count: number): Table => ({
  ...{ name: 'stages', description: 'A stage a row.', columns: COLUMNS, count },
  ...{ asAt: '2021-10-14', asked: 'streams=SCHOOLS' },
});

async function* inParts(rows: readonly TableRow[], size = 7): Rows {
  for (let place = 0; place < rows.length; place += size) yield rows.slice(place, place + size);
}
const written = async (format: FormatName, rows: readonly TableRow[]) =>
  buffer(Readable.from(FORMATS[format].write(tableOf(rows.length), inParts(rows))));
const bytesOf = (file: Buffer) => Uint8Array.from(file).buffer;

const VALUES: Readonly<Record<TableColumn['type'], (text: string) => unknown>> = {
  ...{ text: String, integer: Number, number: Number, boolean: (text) => text === 'true' },
  ...{ day: String, moment: String },
};
const objectsOf = (rows: readonly TableRow[]) =>
  rows.map((row) =>
    Object.fromEntries(
      COLUMNS.map(({ name, type }, place) => {
        const value = row[place] ?? null;
        return [name, value === null ? null : VALUES[type](value)];
      }),
    ),
  );
/** Times of the day are not exact in a workbook; to the millisecond they are. */
const FIRST_MILLIS = Date.UTC(1899, 11, 30);
const momentOf = (serial: unknown) =>
  serial === null ? null : new Date(Math.round(FIRST_MILLIS + Number(serial) * 86_400_000)).toISOString();

describe('rows as a file', () => {
  it.each(['json', 'parquet', 'xlsx'] as const)('are read back from %s as they are', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(aRow, { maxLength: 30 }), async (rows) => {
        const file = await written(format, rows);
        expect(await READERS[format](file)).toEqual(objectsOf(rows));
      }),
      { numRuns: 40 },
    );
  });

  const READERS = {
    json: async (file: Buffer) => JSON.parse(file.toString()),
    parquet: async (file: Buffer) => {
      const rows = await parquetReadObjects({ file: bytesOf(file) });
      return rows.map(({ receivedOn: on, changedAt: at, ...row }) => ({
        ...row,
        receivedOn: on instanceof Date ? on.toISOString().slice(0, 10) : null,
        changedAt: at instanceof Date ? at.toISOString() : null,
      }));
    },
    xlsx: async (file: Buffer) => {
      const { Sheets } = read(bytesOf(file), { cellDates: false });
      const rows = utils.sheet_to_json<Record<string, unknown>>(Sheets.Records ?? {}, {
        defval: null,
        raw: true,
        blankrows: true,
      });
      return rows.map(({ receivedOn: on, changedAt: at, ...row }) => ({
        ...row,
        receivedOn: momentOf(on)?.slice(0, 10) ?? null,
        changedAt: momentOf(at),
      }));
    },
  };

  it('say what they are, where the format has room for it', async () => {
    const rows: TableRow[] = [['007', '1', null, null, null, null]];
    const said = parquetMetadata(bytesOf(await written('parquet', rows))).key_value_metadata ?? [];
    const parquet = Object.fromEntries(said.map(({ key, value }) => [key, value]));
    expect(parquet).toMatchObject({
      name: 'stages',
      asAt: '2021-10-14',
      asked: 'streams=SCHOOLS',
      rowCount: '1',
    });
    expect(JSON.parse(parquet.columns ?? '{}')).toMatchObject({ reference: 'What it is found by.' });
    const { Sheets } = read(bytesOf(await written('xlsx', rows)));
    const about = Object.fromEntries(
      utils.sheet_to_json<[string, string]>(Sheets.About ?? {}, { header: 1 }),
    );
    expect(about).toMatchObject({ asked: 'streams=SCHOOLS', rows: '1', reference: 'What it is found by.' });
    expect(csvMetadata(tableOf(1)).tableSchema.columns.map(({ datatype }) => datatype)).toEqual([
      'string',
      'integer',
      'double',
      'boolean',
      'date',
      'dateTime',
    ]);
  });

  it('have groups of rows in Parquet, so that no more of them are in memory', async () => {
    const rows = Array.from(
      { length: 5_000 },
      (_, place): TableRow => [String(place), null, null, null, null, null],
    );
    const { row_groups: groups } = parquetMetadata(bytesOf(await written('parquet', rows)));
    expect(groups.map(({ num_rows: count }) => Number(count))).toEqual([2_002, 2_002, 996]);
  });

  it('keep a reference of digits a text, and a formula harmless, with commas', async () => {
    const csv = (await written('csv', [['=1+1', '7', '0.5', 'true', '2021-04-01', null]])).toString();
    expect(csv).toBe(`reference,stage,rate,inTime,receivedOn,changedAt\r\n'=1+1,7,0.5,true,2021-04-01,\r\n`);
    expect([isFormat('csv'), isFormat('toString'), writingFor('csv'), writingFor('json')]).toEqual([
      true,
      false,
      'CSV',
      'TABBED',
    ]);
  });
});

describe('rows as the database sends them', () => {
  const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
  const tabbed = (rows: readonly TableRow[]) =>
    rows
      .map(
        (row) =>
          `${row.map((value) => value?.replace(/[\\\t\n\r]/g, (letter) => ESCAPED[letter] ?? '') ?? '\\N').join('\t')}\n`,
      )
      .join('');
  const cut = (text: string, size: number) => {
    const bytes = Buffer.from(text);
    return Readable.from(
      Array.from({ length: Math.ceil(bytes.length / size) }, (_, place) =>
        bytes.subarray(place * size, (place + 1) * size),
      ),
    );
  };
  const rowsIn = async (records: Readable, count: number) => {
    const rows: TableRow[] = [];
    for await (const some of readTabbed(records, count)) rows.push(...some);
    return rows;
  };

  it('are read whole, wherever they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aRow, { maxLength: 9 }),
        fc.integer({ min: 1, max: 20 }),
        async (rows, size) => {
          expect(await rowsIn(cut(tabbed(rows), size), rows.length)).toEqual(rows);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ['a\tb\n', 2],
    ['a\tb\nc\td', 2],
    ['a\tb\nc\td\n', 1],
  ])('are not taken for whole where they are not: %j of %d', async (text, count) => {
    await expect(rowsIn(cut(text, 3), count)).rejects.toThrow(`Of ${count} records`);
  });

  const csvOf = async (text: string, count: number, size: number) =>
    (await buffer(Readable.from(sendCsv(cut(text, size), count)))).toString();

  it.each([1, 2, 3, 100])('leave with the ends of lines that RFC 4180 has, cut at %d', async (size) => {
    const sent = 'a,b\n1,"two\nlines ""so"" "\n2,\u00e9\n';
    expect(await csvOf(sent, 2, size)).toBe('a,b\r\n1,"two\nlines ""so"" "\r\n2,\u00e9\r\n');
    await expect(csvOf(sent, 3, size)).rejects.toThrow('Of 3 records 2 came');
  });
});
