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
    const nothing = { runs: null, codes: null, owners: null, states: null };
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

  it('is states as the table holds them', async () => {
    expect((await narrowed({ states: ['OPEN', 'MAPPED'] })).states).toEqual(['open', 'mapped']);
  });

  it.each<[ListFilter, string]>([
    [{ runs: ['one'] }, '`where.runs`'],
    [{ imports: ['one'] }, '`where.imports`'],
    [{ runs: ['1234567890123456'] }, '`where.runs`'],
    [{ from: '31/01/2022' }, '`where.from`'],
    [{ to: 20220131 }, '`where.to`'],
  ])('is refused by name where it cannot be read: %j', async (filter, name) => {
    await expect(narrowed(filter)).rejects.toThrow(name);
  });
});
