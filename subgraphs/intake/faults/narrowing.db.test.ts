import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { asImport, loadRows, takenRow } from '../testing';
import { type ListFilter, narrow } from './narrowing';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
});
afterAll(() => database.stop());

const narrowed = (filter: ListFilter | null) =>
  asImport(database.of('intake'), (transaction) => narrow(transaction, filter));

describe('what a list is narrowed by', () => {
  beforeAll(async () => {
    for (const source of ['first', 'second', 'first'])
      await loadRows(database.of('intake'), { source, rows: [takenRow({})] });
  });

  it('is nothing where nothing is asked for', async () => {
    const nothing = { runs: null, codes: null, owners: null, states: null, about: null };
    expect(await narrowed(null)).toEqual(nothing);
    expect(await narrowed({})).toEqual(nothing);
  });

  it.each<[string, ListFilter, number[]]>([
    ['a source', { sources: ['first'] }, [1, 3]],
    ['a source and runs', { sources: ['first'], runs: ['2', '3'] }, [3]],
    ['a day', { from: '2022-01-31', to: '2022-01-31' }, [1, 2, 3]],
    ['days before', { to: '2022-01-30' }, []],
    ['runs alone, as they are', { runs: ['9'] }, [9]],
    ['imports, which runs were called', { imports: ['9', '8'], runs: ['8', '7'] }, [8]],
  ])('is the runs of %s', async (_, filter, runs) => {
    expect((await narrowed(filter)).runs).toEqual(runs);
  });

  it.each<[ListFilter, string[] | null]>([
    [{ streams: ['CORPORATE', 'SCHOOLS'] }, ['corporate', 'schools']],
    [{ owners: ['corporate'] }, ['corporate']],
    [{ streams: ['CORPORATE', 'SCHOOLS'], owners: ['schools', 'adults'] }, ['schools']],
    [{ streams: [] }, []],
  ])('is the owners that %j means', async (filter, owners) => {
    expect((await narrowed(filter)).owners).toEqual(owners);
  });

  it('is the days that rows speak of, with the imports that cover some of them', async () => {
    expect(await narrowed({ aboutFrom: '2021-04-01' })).toMatchObject({
      ...{ runs: null, about: { from: '2021-04-01', to: null, runs: [1, 2, 3] } },
    });
    await database.owner.query('alter table intake.import_run no force row level security');
    await database.owner.query(
      `update intake.import_run set first_day = '2021-04-01', last_day = '2021-06-30' where id = 2`,
    );
    await database.owner.query('alter table intake.import_run force row level security');
    for (const [aboutFrom, aboutTo, runs] of [
      ['2021-06-30', '2021-09-30', [1, 2, 3]],
      ['2021-07-01', '2021-09-30', [1, 3]],
      ['2021-01-01', '2021-03-31', [1, 3]],
    ])
      expect((await narrowed({ aboutFrom, aboutTo })).about?.runs).toEqual(runs);
  });

  it('is states as the table holds them', async () => {
    expect((await narrowed({ states: ['OPEN', 'MAPPED'] })).states).toEqual(['open', 'mapped']);
  });

  it.each<[ListFilter, string]>([
    [{ runs: ['one'] }, '`where.runs`'],
    [{ imports: ['one'] }, '`where.imports`'],
    [{ runs: ['1234567890123456'] }, '`where.runs`'],
    [{ from: '31/01/2022' }, '`where.from`'],
    [{ to: 20220131 }, '`where.to`'],
    [{ aboutFrom: 'Q1' }, '`where.aboutFrom`'],
    [{ aboutTo: '2021-02-30' }, '`where.aboutTo`'],
  ])('is refused by name where it cannot be read: %j', async (filter, name) => {
    await expect(narrowed(filter)).rejects.toThrow(name);
  });
});
