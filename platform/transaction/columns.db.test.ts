import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '../testing/database';
import { type ColumnTypes, columnar } from './columns';

interface Kept {
  readonly id: number;
  readonly word?: string | null;
  readonly on: string | null;
  readonly at: Date | null;
  readonly is: boolean | null;
  readonly words: readonly string[] | null;
  readonly whole: unknown;
}

const COLUMNS: ColumnTypes<Kept> = {
  id: 'int',
  word: 'text',
  on: 'date',
  at: 'timestamptz',
  is: 'boolean',
  words: 'text[]',
  whole: 'jsonb',
};

/** What is special to arrays, to SQL and to JSON, and what looks like nothing. */
const aWord = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'NULL',
    'null',
    '{}',
    '"',
    '\\',
    "'",
    ',',
    'a"b\\c,{d}',
    '\n\t',
    'é–😀',
    "'; drop --",
  ),
  // PostgreSQL's text cannot hold NUL, whatever way it comes.
  fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '')),
);

const aRow = fc.record({
  word: fc.option(aWord, { nil: null }),
  on: fc.constantFrom('2021-04-01', '1900-01-01', null),
  at: fc.constantFrom(new Date('2021-10-31T00:30:00.007Z'), new Date('1900-01-01T00:00:00Z'), null),
  is: fc.constantFrom(true, false, null),
  words: fc.option(fc.array(aWord), { nil: null }),
  whole: fc.option(fc.dictionary(aWord, fc.oneof(aWord, fc.integer(), fc.constant(null))), { nil: null }),
});

describe('rows handed over column by column', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([]);
  });
  afterAll(() => database.stop());

  async function handedOver(rows: readonly Kept[]): Promise<unknown[]> {
    const { from, selected, values } = columnar(rows, COLUMNS, { alias: 'kept', first: 2 });
    return database.owner.query(`select ${selected} from ${from} where $1 order by id`, [true, ...values]);
  }

  it('arrive as they are, whatever characters they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aRow, { maxLength: 20 }), async (made) => {
        const rows = made.map((row, id) => ({ id, ...row }));
        expect(await handedOver(rows)).toEqual(
          rows.map((row) => ({ ...JSON.parse(JSON.stringify(row)), at: row.at })),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('take what is left out for nothing', async () => {
    const row = { id: 1, on: null, at: null, is: null, words: null, whole: null };
    expect(await handedOver([row])).toEqual([{ ...row, word: null }]);
  });

  it('are refused where a value is not of its column', async () => {
    const row = { id: 1, on: '2021-02-30', at: null, is: null, words: null, whole: null };
    await expect(handedOver([row])).rejects.toThrow('date/time field value out of range');
  });
});
