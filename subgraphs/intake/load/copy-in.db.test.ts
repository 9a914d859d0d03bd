import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import type { Cell } from './copy-in';
import { openSession, type Session } from './session';

describe('writing rows with COPY', () => {
  let database: TestDatabase;
  let session: Session;

  beforeAll(async () => {
    database = await testDatabase([subgraph]);
    session = await openSession(database.of('intake'));
    await session.query('create temporary table copied (place int, words text)');
  });
  afterAll(async () => {
    await session.end();
    await database.stop();
  });

  const written = async (words: readonly (string | null)[]): Promise<(string | null)[]> => {
    await session.query('truncate copied');
    const rows = words.map((word, place): Cell[] => [place, word]);
    await session.copyIn('copied (place, words)', rows);
    const copied = await session.query<{ words: string | null }>('select words from copied order by place');
    return copied.map((row) => row.words);
  };

  it('keeps every text as it is, whatever characters are in it', async () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('\\', 'N', 'n', 't', '\t', '\n', '\r', '.', '"', 'é', '𝄞') }),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 20 }), async (words) => {
        const expected = words.map((text) => text?.replaceAll('\0', '\uFFFD') ?? null);
        expect(await written(words)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('tells a null from an empty text and from its own mark for null', async () => {
    expect(await written([null, '', '\\N', '\\.', 'a\0b'])).toEqual([null, '', '\\N', '\\.', 'a\uFFFDb']);
  });

  it('fails as a whole when a row does not fit, and leaves the connection fit for use', async () => {
    const rows = [
      [1, 'fits'],
      ['no number', 'does not'],
    ];
    await expect(session.copyIn('copied (place, words)', rows)).rejects.toMatchObject({ code: '22P02' });
    expect(await written(['after'])).toEqual(['after']);
  });

  it('waits for what the connection was asked before', async () => {
    const all = await Promise.all([
      session.query<{ n: number }>('select 1 as n'),
      session.copyIn('copied (place, words)', [[7, 'x']]),
      session.query<{ n: number }>('select count(*)::int as n from copied where place = 7'),
    ]);
    expect([all[0], all[2]]).toEqual([[{ n: 1 }], [{ n: 1 }]]);
  });
});
