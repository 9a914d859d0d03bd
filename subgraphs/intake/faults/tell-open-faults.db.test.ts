import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { loadRows, quarantinedRow, takenRow } from '../testing';
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
    query<{ subject: string; version: number; payload: object }>(
      `select subject, version::int as version, payload from intake.outbox where kind = 'faults-counted'
       order by version, subject`,
    ),
  );
const fault = (line: number) => ({
  ...{ line, column: 'Answered', code: 'ANSWER_UNREADABLE', value: 'n/a', action: 'Noted.' },
});
const broken = (line: number) => ({ line, contentHash: `broken ${line}`, faults: [fault(line)] });
const months = (from: string, to: string, openFaults: number, quarantinedRows: number) => ({
  ...{ from, to, openFaults, quarantinedRows },
});

describe('what waits to be put right', () => {
  it('is told by the months that it speaks of, once, and again when there is more or less of it', async () => {
    const rows = [
      takenRow({ days: ['2021-05-04', '2021-07-01'], faults: [fault(2)] }),
      takenRow({ identity: '2', line: 3, days: ['2021-05-09', '2021-07-30'], faults: [fault(3)] }),
      takenRow({ identity: '3', line: 4, days: ['2019-04-03'], faults: [fault(4)] }),
      quarantinedRow({ ...broken(5), owner: 'adults', days: ['2021-06-02'] }),
      quarantinedRow({ ...broken(6), owner: 'adults' }),
      quarantinedRow({ ...broken(7), owner: null }),
    ];
    await loadRows(database.of('intake'), { source: 'crm', rows });
    await tell();
    await tell();
    expect(await told()).toEqual([
      {
        ...{ subject: 'adults', version: 1 },
        payload: {
          ...{ keeper: 'adults', openFaults: 0, quarantinedRows: 2 },
          // The second tells no day, and may be of any that its import covers.
          months: [months('2019-04', '2021-07', 0, 1), months('2021-06', '2021-06', 0, 1)],
        },
      },
      {
        ...{ subject: 'corporate', version: 1 },
        payload: {
          ...{ keeper: 'corporate', openFaults: 3, quarantinedRows: 0 },
          months: [months('2019-04', '2019-04', 1, 0), months('2021-05', '2021-07', 2, 0)],
        },
      },
    ]);
    const newer = { contentHash: 'newer', lastUpdated: '2021-08-01', days: ['2021-05-04'] };
    await loadRows(database.of('intake'), {
      ...{ source: 'crm', isWhole: false },
      rows: ['1', '2', '3'].map((identity, place) => takenRow({ ...newer, identity, line: 2 + place })),
    });
    await tell();
    expect(await told()).toHaveLength(3);
    expect((await told()).at(-1)).toEqual({
      ...{ subject: 'corporate', version: 2 },
      payload: { keeper: 'corporate', openFaults: 0, quarantinedRows: 0, months: [] },
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
