import { fixedClock } from '../../../platform/config/clock';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { loadRows, takenRow, withSettings } from '../testing';
import { assertAddsUp } from './classify';
import { openLoad } from './open-load';

const clock = fixedClock('2022-01-31');

describe('a load', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase([subgraph]);
  });
  afterAll(() => database.stop());

  const read = <Row>(sql: string): Promise<Row[]> =>
    withSettings(database.of('intake'), { role: 'import' }, (runner) => runner.query(sql));
  const open = (source: string) =>
    openLoad(database.of('intake'), {
      ...{ source, file: 'rows.csv', clock },
      ...{ dryRun: false, amendmentId: null },
    });

  it('hands records on by their order, then as they stand in the file', async () => {
    const rows = [
      takenRow({ identity: 'a', order: 2, record: { name: 'a' } }),
      takenRow({ identity: 'b', order: 1, record: { name: 'b' }, keeper: 'schools' }),
      takenRow({ identity: 'c', order: 1, record: { name: 'c' } }),
    ];
    const load = await open('in-order');
    await load.stageRows(rows);
    await load.classify();
    const batches: unknown[] = [];
    for await (const batch of load.records(2)) batches.push(batch);
    await load.end();
    expect(batches).toEqual([
      [
        { ordinal: 2, keeper: 'schools', record: { name: 'b' }, replaces: null },
        { ordinal: 3, keeper: 'corporate', record: { name: 'c' }, replaces: null },
      ],
      [{ ordinal: 1, keeper: 'corporate', record: { name: 'a' }, replaces: null }],
    ]);
  });

  it('shows a value that a finding blames, but not one of a personal column or an empty one', async () => {
    const load = await open('findings');
    await load.stageRows([takenRow({ raw: { Parent: '#100', Surname: 'Roe', Route: '' } })]);
    await load.classify();
    const finding = { ordinal: 1, code: 'ODD', action: 'Noted.', personal: false };
    await load.note([
      { ...finding, column: 'Parent' },
      { ...finding, column: 'Surname', personal: true },
      { ...finding, column: 'Route' },
      { ...finding, column: null },
    ]);
    await load.count({ identityColumn: 'Ref', controlTotal: null });
    const listed: unknown[] = [];
    for await (const page of load.faults()) listed.push(...page);
    await load.end();
    const fault = { line: 2, code: 'ODD', action: 'Noted.' };
    expect(listed).toEqual([
      { ...fault, column: 'Parent', value: '#100' },
      { ...fault, column: 'Surname', value: null },
      { ...fault, column: 'Route', value: null },
      { ...fault, column: null, value: null },
    ]);
  });

  it.each([
    ['as many', 2, null],
    ['more', 3, 'The Total line says that the system holds 3, and 2 are held after this import.'],
    ['no number', null, 'The Total line gives no number that can be read, and 2 are held after this import.'],
  ])('compares the control total with what is held: %s', async (_, stages, words) => {
    const source = `total of ${stages}`;
    await loadRows(database.of('intake'), { source, rows: [takenRow({ identity: 'held before' })] });
    const load = await open(source);
    await load.stageRows([takenRow({ identity: 'new' }), takenRow({ identity: 'held before' })]);
    await load.classify();
    await load.count({ identityColumn: null, controlTotal: { line: 9, written: 'as written', stages } });
    const listed: { code: string; action: string }[] = [];
    for await (const page of load.faults()) listed.push(...page);
    await load.end();
    expect(listed.map(({ action }) => action)).toEqual(words ? [expect.stringContaining(words)] : []);
  });

  it('keeps what PostgreSQL cannot hold of a row as a replacement character', async () => {
    const rows = [takenRow({ raw: { Ref: 'a\0b' }, record: { name: 'a\0b' }, identity: 'a\0b' })];
    await loadRows(database.of('intake'), { source: 'nul', rows });
    const held = await read(
      `select identity, raw ->> 'Ref' as ref from intake.held_row where source = 'nul'`,
    );
    expect(held).toEqual([{ identity: 'a\uFFFDb', ref: 'a\uFFFDb' }]);
  });

  it('leaves no table, no lock and no setting on the connection that it gives back', async () => {
    const load = await open('tidy');
    await load.end();
    const left = await read(
      `select (select count(*)::int from pg_class where relname in ('staged', 'winner') and pg_table_is_visible(oid)) as tables,
         (select count(*)::int from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())) as locks`,
    );
    expect(left).toEqual([{ tables: 0, locks: 0 }]);
  });
});

describe('the sum of a run', () => {
  const counts = { read: 10, loaded: 4, updated: 1, copies: 3, leftOut: 2, quarantined: 1 };

  it('is every row read', () => {
    expect(() => assertAddsUp(counts)).not.toThrow();
  });

  it('fails the run when a row is missing or there twice', () => {
    expect(() => assertAddsUp({ ...counts, copies: 2 })).toThrow(
      'The import does not add up: 10 rows read, but 4 loaded, 2 copies, 2 left out and 1 quarantined make 9',
    );
    expect(() => assertAddsUp({ ...counts, copies: 4 })).toThrow('make 11');
  });
});
