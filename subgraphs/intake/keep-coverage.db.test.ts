import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { keepCoverage } from './keep-coverage';
import { subgraph } from './subgraph';
import { withSettings } from './testing';

const ROW = {
  stream: 'CORPORATE',
  measure: 'direct_to_stage_2',
  recordedFrom: '2021-04-01',
  granularity: 'day',
};

describe('coverage', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([subgraph]);
  });
  afterAll(() => database.stop());

  const keep = (recordedTo: string | null) =>
    inTransaction(database.of('intake'), { subject: 'import', role: 'import' }, (transaction) =>
      keepCoverage(transaction, {
        authority: 'stockport',
        batch: [{ ordinal: 1, record: { ...ROW, recordedTo, kind: 'direct', stage: 2 } }],
      }),
    );
  const events = () =>
    withSettings(database.of('outbox_reader'), { role: 'courier' }, (runner) =>
      runner.query('select kind, subject, version, payload from intake.outbox order by id'),
    );

  it('tells each change with the version that it has now, and nothing when nothing changed', async () => {
    await keep(null);
    await keep(null);
    await keep('2022-03-31');
    const told = { kind: 'coverage-recorded', subject: 'CORPORATE/direct_to_stage_2/2021-04-01' };
    expect(await events()).toEqual([
      { ...told, version: 1, payload: { ...ROW, recordedTo: null } },
      { ...told, version: 2, payload: { ...ROW, recordedTo: '2022-03-31' } },
    ]);
  });
});
