import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction, type Transaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { systemTakenOver, takenOverAlready, takenOverDays } from './taken-over';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
  await as('admin', ({ query }) =>
    query(`insert into intake.system_taken_over (source, on_day, taken_over_by, reason, began_at)
      values ('adults', '2026-11-30', 'command-line', 'It was switched off', '2026-11-30T09:00:00Z')`),
  );
});
afterAll(() => database.stop());

const as = <Result>(role: string, work: (transaction: Transaction) => Promise<Result>) =>
  inTransaction(database.of('intake'), { subject: 'somebody', role }, work);

describe('what is known of a system that was taken over', () => {
  it('is since when, and why nothing of it is loaded, of that system alone', async () => {
    expect(await as('admin', (transaction) => takenOverDays(transaction, ['childrens', 'adults']))).toEqual([
      null,
      '2026-11-30',
    ]);
    const refused = await as('import', (transaction) => takenOverAlready(transaction, 'adults'));
    expect([refused?.code, refused?.message]).toEqual([
      'SYSTEM_TAKEN_OVER',
      expect.stringContaining('adults was taken over on 30 November 2026'),
    ]);
    expect(await as('officer', (transaction) => systemTakenOver(transaction, 'adults'))).toMatchObject({
      ...{ __typename: 'SystemTakenOver', code: 'SYSTEM_TAKEN_OVER', message: refused?.message },
    });
    expect(await as('officer', (transaction) => systemTakenOver(transaction, 'childrens'))).toBeNull();
  });

  it('is nothing to a partner', async () => {
    expect(await as('partner', (transaction) => takenOverDays(transaction, ['adults']))).toEqual([null]);
  });

  it.each(['officer', 'manager', 'analyst', 'import'])(
    'is noted by nobody who signs in as %s',
    async (role) => {
      const noted = as(role, ({ query }) =>
        query(`insert into intake.system_taken_over (source, on_day, taken_over_by, reason, began_at)
        values ('childrens', '2026-11-30', 'somebody', 'So', now())`),
      );
      await expect(noted).rejects.toThrow(/row-level security/);
    },
  );
});
