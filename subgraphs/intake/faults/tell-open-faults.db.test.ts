import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { openFaultsTelling } from './tell-open-faults';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
});
afterAll(() => database.stop());

const clock = { now: () => new Date('2021-10-15T12:00:00Z') };
const asImport = <Result>(work: Parameters<typeof inTransaction<Result>>[2]) =>
  inTransaction(database.of('intake'), { subject: 'import', role: 'import' }, work);
const tell = () => asImport((transaction) => openFaultsTelling.run(transaction, clock));
const told = () =>
  inTransaction(database.of('outbox_reader'), { subject: 'courier', role: 'courier' }, ({ query }) =>
    query<{ subject: string }>(
      `select subject, version::int as version, payload from intake.outbox where kind = 'faults-counted'
       order by version, subject`,
    ),
  );
const tally = (owner: string, state: string, count: number) =>
  asImport(({ query }) =>
    query('insert into intake.fault_tally (run_id, owner, code, state, count) values (1, $1, $2, $3, $4)', [
      owner,
      'DATE_UNREADABLE',
      state,
      count,
    ]),
  );

describe('what waits to be put right', () => {
  it('is told once, and again when there is more or less of it', async () => {
    await tally('corporate', 'open', 3);
    await tally('corporate', 'settled', 2);
    await asImport(({ query }) =>
      query(
        `insert into intake.quarantine_tally (first_run_id, owner, codes, state, count) values (1, 'adults', '{X}', 'open', 2)`,
      ),
    );
    await tell();
    await tell();
    expect(await told()).toEqual([
      { subject: 'adults', version: 1, payload: { keeper: 'adults', openFaults: 0, quarantinedRows: 2 } },
      {
        subject: 'corporate',
        version: 1,
        payload: { keeper: 'corporate', openFaults: 3, quarantinedRows: 0 },
      },
    ]);
    await tally('corporate', 'open', -3);
    await tell();
    expect(await told()).toHaveLength(3);
    expect((await told()).at(-1)).toEqual({
      ...{ subject: 'corporate', version: 2 },
      payload: { keeper: 'corporate', openFaults: 0, quarantinedRows: 0 },
    });
  });

  it('is nobody else’s to tell', async () => {
    await expect(
      inTransaction(database.of('intake'), { subject: 'olu', role: 'officer' }, (transaction) =>
        transaction.query(`insert into intake.told_faults values ('schools', 0, 0, 1)`),
      ),
    ).rejects.toThrow('row-level security');
  });
});
