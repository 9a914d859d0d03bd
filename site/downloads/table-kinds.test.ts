import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { fileTable } from './file-table';
import { csvOfTable, isTableKind, typedFile } from './table-kinds';

const words = { title: 'Received by stage', asAt: '2021-09-30', asked: 'streams=ADULTS' };
const written = (kind: 'xlsx' | 'parquet', table: ReturnType<typeof fileTable>): Promise<Buffer> =>
  buffer(
    Readable.from(
      typedFile(
        kind,
        { columns: table.columns, count: table.rows.length, rows: Readable.from([table.rows]) },
        words,
      ),
    ),
  );

const label = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((text) => !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text));
const number = fc.option(
  fc.oneof(fc.integer({ min: -1e6, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true })),
);
const rows = fc.array(
  fc.tuple(
    label,
    number.map((value) => (value === 0 ? 0 : value)),
    number.map((value) => (value === 0 ? 0 : value)),
  ),
  { maxLength: 20 },
);

describe('a table as a file', () => {
  it('has the same rows whatever its kind: null where nothing was recorded, and 0 is none', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const table = fileTable(['Stage', 'In time', 'Of'], given);
        const [xlsx, parquet] = await Promise.all([written('xlsx', table), written('parquet', table)]);
        const sheet = read(xlsx).Sheets.Records;
        const cells = sheet
          ? utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null, blankrows: true })
          : [];
        expect(cells.slice(1)).toEqual(given);
        const { buffer: file, byteOffset, byteLength } = parquet;
        const objects = await parquetReadObjects({
          file: file.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer,
        });
        expect(objects.map((row) => Object.values(row))).toEqual(given);
        expect(csvOfTable(table).split('\r\n').length).toBeGreaterThanOrEqual(given.length + 2);
      }),
      { numRuns: 25 },
    );
  });

  it('says what it is of, where its kind has room for it', async () => {
    const book = read(await written('xlsx', fileTable(['Stage', 'Open'], [['Stage 1', 3]])));
    const about = book.Sheets.About ? utils.sheet_to_json<string[]>(book.Sheets.About, { header: 1 }) : [];
    expect(about).toEqual(
      expect.arrayContaining([
        ['records', 'Received by stage'],
        ['newest day of the sources', '2021-09-30'],
        ['asked', 'streams=ADULTS'],
        ['rows', '1'],
      ]),
    );
  });

  it('keeps columns apart that have the same head', async () => {
    const parquet = await written('parquet', fileTable(['Stage', 'Of', 'Of'], [['Stage 1', 3, 4]]));
    const { buffer: file, byteOffset, byteLength } = parquet;
    expect(
      await parquetReadObjects({ file: file.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer }),
    ).toEqual([{ Stage: 'Stage 1', Of: 3, 'Of (2)': 4 }]);
  });

  it('is of no other kind', () => {
    expect(['csv', 'xlsx', 'parquet', 'pdf', 'svg', ''].filter(isTableKind)).toEqual([
      'csv',
      'xlsx',
      'parquet',
    ]);
  });
});
