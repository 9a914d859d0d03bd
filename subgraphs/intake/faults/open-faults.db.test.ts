import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { openFaultsLoader } from './open-faults';
import { loadFaults } from './testing';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
  await loadFaults(database.of('intake'));
});
afterAll(() => database.stop());

const counted = (ids: readonly string[], role = 'analyst') =>
  inTransaction(database.of('intake'), { subject: 'test', role }, async (transaction) => {
    const faults = await openFaultsLoader({ transaction }).loadMany(ids);
    const [left] = await transaction.query("select current_setting('scope.role') as role");
    expect(left).toEqual({ role });
    return faults;
  });

describe('the open faults of a figure', () => {
  it('are those of the streams whose records it is made of', async () => {
    expect(
      await counted([
        'IN_TIME_RATE:CORPORATE:a',
        'OPEN:CORPORATE+SCHOOLS:b',
        'OPEN:SCHOOLS:c',
        'REFERRED_TO_OMBUDSMAN:OMBUDSMAN:d',
        'no id of a figure',
      ]),
    ).toEqual([1, 5, 4, 0, 0]);
  });

  it('are told to those who see all figures, and to nobody else', async () => {
    for (const role of ['manager', 'officer', 'admin'])
      expect([role, await counted(['OPEN:SCHOOLS:c'], role)]).toEqual([role, [4]]);
    for (const role of ['partner', 'auditor', 'import', 'nobody'])
      expect([role, await counted(['OPEN:SCHOOLS:c'], role)]).toEqual([role, [null]]);
  });

  it('are no longer open once they are settled', async () => {
    await database.owner.query('alter table intake.fault no force row level security');
    await database.owner.query(
      "update intake.fault set state = 'mapped' where owner = 'schools' and line = 3",
    );
    await database.owner.query('alter table intake.fault force row level security');
    expect(await counted(['OPEN:SCHOOLS:c'])).toEqual([2]);
  });
});
