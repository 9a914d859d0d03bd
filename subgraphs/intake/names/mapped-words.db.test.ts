import { wordMapped } from '../../../contracts/events/word-mapped';
import type { MappedWord } from '../../../domain/words/mapped-words';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { namesInForce, subgraph } from '../subgraph';
import { loadRows, takenRow } from '../testing';
import { mappedWordFollower } from './mapped-words';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
  const fault = (code: string, value: string | null) => ({
    ...{ line: 2, column: 'Service', code, value, action: 'Noted.' },
  });
  for (const source of ['corporate-crm', 'adults']) {
    await loadRows(database.of('intake'), {
      source,
      rows: [
        takenRow({
          faults: [
            fault('UNKNOWN_SERVICE', ' Parx'),
            fault('UNKNOWN_SERVICE', 'Gritt'),
            fault('UNKNOWN_CHANNEL', 'Parx'),
            fault('UNKNOWN_CLOSURE_CODE', 'X1'),
            fault('UNKNOWN_SERVICE', null),
          ],
        }),
      ],
    });
  }
});
afterAll(() => database.stop());

const PARX: MappedWord = { kind: 'service', word: 'parx', from: '2021-04-01', serviceId: 'greenspace' };
const CODE: MappedWord = {
  ...{ kind: 'closure-code', source: 'adults', word: 'x1', from: '2021-04-01' },
  ...{ outcome: null, closureReason: 'WITHDRAWN' },
};

const project = (work: typeof mappedWordFollower.reset) =>
  inTransaction(database.of('intake'), { subject: 'projection', role: 'projection' }, work);
const tell = (...mapped: MappedWord[]) => tellAs(1, ...mapped);
const tellAs = (version: number, ...mapped: MappedWord[]) =>
  project((transaction) =>
    mappedWordFollower.apply(
      transaction,
      mapped.map((payload) => ({
        ...{ kind: wordMapped.kind, subject: `${payload.kind}/${payload.word}`, version, payload },
        ...{ position: { xid: '1', id: '1' }, at: new Date('2022-01-31T12:00:00Z') },
      })),
      { now: () => new Date('2022-01-31T12:00:00Z') },
    ),
  );
const settled = () =>
  inTransaction(database.of('intake'), { subject: 'ada', role: 'admin' }, (transaction) =>
    transaction.query(
      `select run_id::int as run, code, value from intake.fault where state = 'mapped' order by run_id, place`,
    ),
  );

describe('a word that is given a meaning', () => {
  it('settles the faults that hold it, in whatever case, and no others', async () => {
    expect(await settled()).toEqual([]);
    await tell(PARX, CODE);
    expect(await settled()).toEqual([
      { run: 1, code: 'UNKNOWN_SERVICE', value: ' Parx' },
      { run: 2, code: 'UNKNOWN_SERVICE', value: ' Parx' },
      { run: 2, code: 'UNKNOWN_CLOSURE_CODE', value: 'X1' },
    ]);
  });

  it('is known to imports to come, however often it is told', async () => {
    await tell(PARX, CODE);
    await tell(PARX);
    const names = await inTransaction(
      database.of('intake'),
      { subject: 'import', role: 'import' },
      namesInForce,
    );
    expect(names.mapped).toEqual([CODE, PARX]);
  });

  it('settles the same when all is built anew', async () => {
    await tell(PARX, CODE);
    const before = await settled();
    await project((transaction) => mappedWordFollower.reset(transaction));
    expect(await settled()).toEqual([]);
    await tell(PARX, CODE);
    expect(await settled()).toEqual(before);
  });

  it('opens them again once it is taken back, and settles them by another', async () => {
    await tell(PARX, CODE);
    const before = await settled();
    await tellAs(2, { ...PARX, isKept: false });
    expect(await settled()).toEqual(before.filter(({ value }) => value === 'X1'));
    await tellAs(3, { ...PARX, serviceId: 'highways' });
    expect(await settled()).toEqual(before);
  });
});
