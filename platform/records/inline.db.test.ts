import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '../testing/database';
import { inlined } from './inline';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([]);
});
afterAll(() => database.stop());

const aText = fc
  .oneof(
    fc.constantFrom("'; drop table x --", '\\', "\\'", '$1', '"', '{}', 'NULL', '', "E'\\x27'", 'a,b', '\n'),
    fc.string({ unit: 'grapheme' }),
  )
  .map((text) => text.replaceAll('\0', ''));

describe('a statement with its values written into it', () => {
  it('gives what the values are, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        aText,
        fc.array(fc.option(aText, { nil: null })),
        fc.array(fc.integer({ min: -9, max: 9 })),
        fc.option(fc.boolean(), { nil: null }),
        async (text, texts, numbers, is) => {
          const sql =
            'select $1::text as text, $2::text[] as texts, $3::int[] as numbers, $4::boolean as is, $1::text as again';
          const [row] = await database.owner.query(inlined(sql, [text, texts, numbers, is]));
          expect(row).toEqual({ text, texts, numbers, is, again: text });
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ['select $2', ['a'], 'no value for $2'],
    ['select $0', ['a'], 'no value for $0'],
    ['select $1', [{}], 'of this kind'],
    ['select $1', [[{}]], 'A list holds'],
    ['select $1', ['a\0b'], 'U+0000'],
    ['select $1', [Number.NaN], 'of this kind'],
  ])('is refused where a value is missing, or none that can be written: %s %j', (sql, values, says) => {
    expect(() => inlined(sql, values)).toThrow(says);
  });
});
