import { text } from 'node:stream/consumers';
import { type TestDatabase, testDatabase } from '../testing/database';
import { openTransaction } from '../transaction/transaction';
import type { RecordSet } from './record-set';
import { dropRecordView, makeRecordView } from './record-view';
import { chosenIn, type RecordWriting, sendRecords } from './send-records';
import { streamRecords } from './stream-records';

const TODAY = '2021-10-15';
const SET: RecordSet = {
  ...{
    name: 'small-fish',
    part: 'pond',
    scope: 'facts',
    field: 'fish',
    filter: 'Filter',
    description: 'Olu’s fish.',
  },
  columns: [
    { name: 'id', type: 'integer', description: 'Its number.' },
    { name: 'givenName', type: 'text', description: 'What’s called.' },
    { name: 'isCaught', type: 'boolean', description: 'Whether it is.' },
    { name: 'caughtOn', type: 'day', description: 'When.' },
    { name: 'changedAt', type: 'moment', description: 'When it changed.' },
  ],
};
const LATER = { name: 'colour', type: 'text', description: 'Of a later version.' } as const;
const SELECT = `
  select 1 as id, '=name' as given_name, true as is_caught, current_setting('bi.today')::date as caught_on,
    timestamptz '2021-07-01 10:00:00.12+01' as changed_at
  union all select 2, '-' || chr(9), null, null, null`;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([{ name: 'pond', tables: [], migrations: [] }]);
  await makeRecordView(
    database.owner.createQueryRunner(),
    { ...SET, columns: [...SET.columns, LATER] },
    SELECT,
  );
});
afterAll(() => database.stop());

const open = () =>
  openTransaction(
    database.of('pond'),
    { subject: 'olu', role: 'officer' },
    { isPipelined: false, isOneSnapshot: true },
  );

async function sent(writing: RecordWriting, conditions: string[] = [], values: unknown[] = []) {
  const { transaction, commit, rollback } = await open();
  const count = await sendRecords(transaction, { set: SET, conditions, values, writing, today: TODAY });
  const statement = chosenIn(transaction) ?? '';
  const records = await streamRecords(transaction, statement, { commit, rollback, stop: () => undefined });
  return { count, text: await text(records) };
}

describe('records of a view', () => {
  it('are written for spreadsheets, and for programs', async () => {
    expect(await sent('CSV')).toEqual({
      count: 2,
      text: `id,givenName,isCaught,caughtOn,changedAt\n1,'=name,true,${TODAY},2021-07-01T09:00:00.120Z\n2,'-\t,,,\n`,
    });
    expect(await sent('TABBED', ['id = $1::int'], [2])).toEqual({
      count: 1,
      text: '2\t-\\t\t\\N\t\\N\t\\N\n',
    });
    expect(await sent('TABBED', ['given_name = any($1::text[])'], [["'", '"']])).toEqual({
      count: 0,
      text: '',
    });
  });

  it('are those that changed since a moment, of whatever else is asked', async () => {
    const since = async (changedSince: unknown, conditions: string[] = [], values: unknown[] = []) => {
      const { transaction, rollback } = await open();
      const asked = { set: SET, conditions, values, writing: 'TABBED', today: TODAY, changedSince } as const;
      return sendRecords(transaction, asked).finally(rollback);
    };
    expect(await since(null)).toBe(2);
    expect(await since('2021-07-01T09:00:00.120Z')).toBe(1);
    expect(await since('2021-07-01T10:00:00.121+01:00')).toBe(0);
    expect(await since('2021-07-01T09:00:00Z', ['id = $1::int'], [2])).toBe(0);
    for (const wrong of ['soon', '2021-07-01', '', 5])
      await expect(since(wrong)).rejects.toThrow('`changedSince` is no moment');
  });

  it('are described in the database, as far as the view has them', async () => {
    const rows = await database.owner.query(
      `select attname::text as name, col_description(attrelid, attnum) as words from pg_attribute
       where attrelid = 'bi.small_fish'::regclass and attnum = 2`,
    );
    expect(rows).toEqual([{ name: 'given_name', words: 'What’s called.' }]);
  });

  it('are one set in one transaction, of one state', async () => {
    const { transaction, rollback } = await open();
    const choice = { set: SET, conditions: [], values: [], writing: 'CSV', today: TODAY } as const;
    const both = Promise.all([sendRecords(transaction, choice), sendRecords(transaction, choice)]);
    await expect(both).rejects.toThrow('one set of records at a time');
    expect(await transaction.query('show transaction_isolation')).toEqual([
      { transaction_isolation: 'repeatable read' },
    ]);
    await rollback();
    const other = await open();
    expect(chosenIn(other.transaction)).toBeNull();
    await other.rollback();
  });

  it('go with their view, and the schema with the last', async () => {
    const runner = database.owner.createQueryRunner();
    const another = { ...SET, name: 'another', columns: [] };
    await makeRecordView(runner, another, 'select 1 as one');
    await dropRecordView(runner, SET);
    expect(await runner.query("select from pg_namespace where nspname = 'bi'")).toHaveLength(1);
    await dropRecordView(runner, another);
    expect(await runner.query("select from pg_namespace where nspname = 'bi'")).toEqual([]);
    await runner.release();
  });
});
