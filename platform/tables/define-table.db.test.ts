import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../postgres/names';
import { type TestDatabase, testDatabase } from '../testing/database';
import { bulkUpsert } from '../transaction/bulk';
import { inTransaction } from '../transaction/transaction';
import { bigint, boolean, day, jsonb, key, nullable, text, texts, withDefault } from './columns';
import { defineTable, type RowIn, selection, someColumns } from './define-table';

const parcel = defineTable({
  schema: 'depot',
  name: 'parcel',
  columns: {
    id: key(text()),
    state: withDefault(text<'sent' | 'lost'>(), 'sent'),
    sent_on: nullable(day()),
    is_heavy: boolean(),
    labels: texts(),
    contents: jsonb<{ readonly books: number }>(),
    version: bigint(),
  },
  indices: [{ name: 'parcel_by_day', columns: ['sent_on'] }],
});
type Parcel = RowIn<typeof parcel>;

class CreateParcels1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table depot.parcel (
        id text not null constraint parcel_pkey primary key,
        state text not null default 'sent',
        sent_on date,
        is_heavy boolean not null,
        labels text[] not null,
        contents jsonb not null,
        version bigint not null
      )`);
    await runner.query('create index parcel_by_day on depot.parcel (sent_on)');
    await runner.query(
      `grant select, insert, update on depot.parcel to ${await quotedLogin(runner, 'depot')}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table depot.parcel');
  }
}

const depot = { name: 'depot', tables: [parcel.entity], migrations: [CreateParcels1700000000000] };
const SCOPE = { subject: 'test', role: 'import' };
const one: Parcel = {
  id: 'one',
  state: 'lost',
  sent_on: null,
  is_heavy: true,
  labels: ['a', 'b,c'],
  contents: { books: 2 },
  version: 7,
};

describe('a table that is defined once', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([depot]);
  });
  afterAll(() => database.stop());

  const read = () =>
    inTransaction(database.of('depot'), SCOPE, (transaction) =>
      transaction.query<Parcel>(
        `select ${selection(parcel, 'held')} from ${parcel.table} as held order by id`,
      ),
    );

  it('is the table that its migration makes', async () => {
    const { upQueries } = await database.of('depot').driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('is seen to differ from the table where a column does', async () => {
    const changed = defineTable({
      schema: 'depot',
      name: 'parcel',
      columns: { id: key(text()), weight: text() },
    });
    const other = await testDatabase([{ ...depot, tables: [changed.entity] }]);
    const { upQueries } = await other.of('depot').driver.createSchemaBuilder().log();
    await other.stop();
    expect(upQueries.map(({ query }) => query).join('\n')).toContain('"weight"');
  });

  it('is written in bulk and read as the same rows', async () => {
    await inTransaction(database.of('depot'), SCOPE, (transaction) =>
      bulkUpsert(transaction, parcel, [one, { ...one, id: 'two', sent_on: '2021-04-01' }]),
    );
    expect(await read()).toEqual([one, { ...one, id: 'two', sent_on: '2021-04-01' }]);
  });

  it('lets some of its columns be written alone', async () => {
    const parts = someColumns(parcel, ['id', 'is_heavy', 'labels', 'contents', 'version']);
    await inTransaction(database.of('depot'), SCOPE, (transaction) =>
      bulkUpsert(transaction, parts, [
        { id: 'one', is_heavy: false, labels: [], contents: { books: 0 }, version: 8 },
        { id: 'three', is_heavy: false, labels: [], contents: { books: 0 }, version: 1 },
      ]),
    );
    const [first, three] = await read();
    expect(first).toEqual({ ...one, is_heavy: false, labels: [], contents: { books: 0 }, version: 8 });
    // The database's own default stands where nothing was written.
    expect(three).toMatchObject({ id: 'three', state: 'sent', sent_on: null });
  });

  it('knows its key, its SQL types and its names', () => {
    expect(parcel.key).toEqual(['id']);
    expect(parcel.columns).toEqual({
      id: 'text',
      state: 'text',
      sent_on: 'date',
      is_heavy: 'boolean',
      labels: 'text[]',
      contents: 'jsonb',
      version: 'bigint',
    });
    expect(selection(parcel, 'p')).toBe(
      'p."id", p."state", p."sent_on", p."is_heavy", p."labels", p."contents", p."version"',
    );
  });
});
