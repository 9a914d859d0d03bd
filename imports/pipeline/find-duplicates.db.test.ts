import { toDay } from '../../domain/calendar/day';
import { fixedClock } from '../../platform/config/clock';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { subgraph } from '../../subgraphs/intake/subgraph';
import { matchKeysOf } from '../kit/match-keys';
import { namesOf } from '../kit/names';
import { findDuplicates } from '../pipeline';
import type { Source } from '../source';
import { type Cells, cells, importRows, readAs, type TestRecord, testSource } from './testing';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase([subgraph]);
});
afterEach(() => database.stop());

/** A source of people: the text of a row is a name. */
const people = (name: string, rows: readonly Partial<Cells>[]): Source<TestRecord> => ({
  ...testSource(name, rows.map(cells)),
  matchKeys: ({ id, text }) =>
    matchKeysOf({
      ...{ receivedOn: '2021-05-04', email: null, postcode: null, summary: null },
      ...{ name: text, references: [`${name}-${id}000`] },
    }),
});

const find = (...sources: readonly Source<TestRecord>[]) =>
  findDuplicates({
    sources: Object.fromEntries(sources.map((source) => [source.name, source])),
    facts: {
      today: toDay('2022-01-31'),
      names: namesOf({ services: [], directorates: [], channels: [] }),
      streams: [],
    },
    intake: database.of('intake'),
    clock: fixedClock('2022-01-31'),
  });
const load = async (...sources: readonly Source<TestRecord>[]) => {
  for (const source of sources) await importRows(database.of('intake'), { source });
};
const suggested = () =>
  readAs<{ one: string; other: string; one_owner: string }>(
    database.of('intake'),
    'import',
    `select one_source || '/' || one_record as one, other_source || '/' || other_record as other, one_owner
     from intake.likely_duplicate order by 1`,
  );

const ONE = people('one', [
  { Id: '1', Text: 'Imran Moss' },
  { Id: '2', Text: 'Ewan Lomas' },
]);
const TWO = people('two', [
  { Id: '8', Text: 'Una Abbott' },
  { Id: '9', Text: 'Moss, Imran' },
]);

describe('likely duplicates', () => {
  it('are found among what was imported, each with those who keep it', async () => {
    await load(ONE, TWO);
    expect([await find(ONE, TWO), await find(ONE, TWO)]).toEqual([1, 0]);
    expect(await suggested()).toEqual([{ one: 'one/1', other: 'two/9', one_owner: 'stream' }]);
  });

  it('are not looked for in a source that shows nothing, or of which nothing is held', async () => {
    const { matchKeys: _, ...silent } = TWO;
    await load(ONE, silent);
    expect([await find(ONE, silent), await find(ONE, people('three', []))]).toEqual([0, 0]);
    await importRows(database.of('intake'), {
      source: people('three', [{ Text: 'Imran Moss' }]),
      dryRun: true,
    });
    expect(await find(ONE, people('three', []))).toBe(0);
  });

  it('are found by a search that broke off, once it is made again', async () => {
    const broken = {
      ...TWO,
      matchKeys: () => {
        throw new Error('Killed');
      },
    };
    await load(ONE, TWO);
    await expect(find(ONE, broken)).rejects.toThrow('Killed');
    expect([await suggested(), await find(ONE, TWO)]).toEqual([[], 1]);
  });

  it('are not made of a row that is no record any longer', async () => {
    await load(ONE, TWO);
    const gone = { ...TWO, map: () => ({ kind: 'quarantined', faults: [] }) as const };
    expect([await find(ONE, gone), await find(ONE, gone)]).toEqual([0, 0]);
  });

  it('follow what a newer row says', async () => {
    await load(ONE, TWO);
    await find(ONE, TWO);
    const newer = people('two', [{ Id: '9', Updated: '2021-06-04T10:00', Text: 'Ewan Lomas' }]);
    await load(newer);
    expect([await find(ONE, newer), await suggested()]).toMatchObject([
      1,
      [{ one: 'one/2', other: 'two/9' }],
    ]);
  });
});
