import { type TestDatabase, testDatabase } from '../testing/database';
import { discardAll, queryRepeated } from './repeated';
import { inTransaction, type Transaction } from './transaction';

describe('a statement that is repeated', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([]);
  });
  afterAll(() => database?.stop());

  const within = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
    inTransaction(database.owner, { subject: 'test', role: 'test' }, work);
  const repeat = <Row>({ query }: Transaction, sql: string, values: readonly unknown[] = []) =>
    query<Row>(sql, values, { isRepeated: true });
  const kept = async ({ query }: Transaction) =>
    query<{ statement: string; plans: number }>(
      `select statement, (generic_plans + custom_plans)::int as plans from pg_prepared_statements
       where name like 'repeated%' order by prepare_time`,
    );

  it('is read once, and answers for the values at hand', async () => {
    const sql = 'select $1::int + 1 as next';
    await within(async (transaction) => {
      expect(await repeat(transaction, sql, [1])).toEqual([{ next: 2 }]);
      expect(await repeat(transaction, sql, [41])).toEqual([{ next: 42 }]);
      expect(await kept(transaction)).toEqual([{ statement: sql, plans: 2 }]);
    });
  });

  it('is kept by the side of one that is not', async () => {
    await within(async (transaction) => {
      const before = await kept(transaction);
      expect(await transaction.query('select 7 as seven')).toEqual([{ seven: 7 }]);
      expect(await kept(transaction)).toEqual(before);
    });
  });

  it('makes room for others, and is read anew when it comes again', async () => {
    await within(async (transaction) => {
      for (let number = 0; number < 130; number += 1)
        expect(await repeat(transaction, `select ${number} as number`)).toEqual([{ number }]);
      const statements = (await kept(transaction)).map(({ statement }) => statement);
      expect(statements).toHaveLength(100);
      expect(statements).not.toContain('select 0 as number');
      expect(await repeat(transaction, 'select 0 as number')).toEqual([{ number: 0 }]);
      expect(await kept(transaction)).toHaveLength(100);
    });
  });

  it('fails as any other does, and without harm to its next turn', async () => {
    const sql = 'select 1 / $1::int as share';
    const failing = within((transaction) => repeat(transaction, sql, [0]));
    await expect(failing).rejects.toMatchObject({ name: 'QueryFailedError', code: '22012' });
    expect(await within((transaction) => repeat(transaction, sql, [1]))).toEqual([{ share: 1 }]);
  });

  it('is read anew once its connection was cleared', async () => {
    const runner = database.owner.createQueryRunner();
    const ask = () => queryRepeated<{ one: number }>(runner, 'select 1 as one', []);
    try {
      await ask();
      await discardAll(runner);
      expect(await ask()).toEqual([{ one: 1 }]);
      await runner.query('discard all');
      await expect(ask()).rejects.toMatchObject({ code: '26000' });
      await discardAll(runner);
    } finally {
      await runner.release();
    }
  });

  it('is read anew after its tables have changed', async () => {
    const sql = 'select * from changing';
    await database.owner.query('create table changing (one int)');
    await within((transaction) => repeat(transaction, sql));
    await database.owner.query('alter table changing add two int');
    // Whichever of the pool's connections has it planned.
    for (let turn = 0; turn < 2; turn += 1)
      await within((transaction) => repeat(transaction, sql)).catch(() => null);
    await database.owner.query('insert into changing values (1, 2)');
    expect(await within((transaction) => repeat(transaction, sql))).toEqual([{ one: 1, two: 2 }]);
  });
});
