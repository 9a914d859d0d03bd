import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { withSettings } from '../testing';
import { coverageKeeper } from './keep-coverage';

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

  const importing = (
    work: typeof coverageKeeper.keep | typeof coverageKeeper.remove,
    recordedTo: string | null,
    measure = ROW.measure,
  ) =>
    inTransaction<unknown>(database.of('intake'), { subject: 'import', role: 'import' }, (transaction) =>
      work(transaction, {
        authority: 'stockport',
        batch: [{ ordinal: 1, record: { ...ROW, measure, recordedTo, kind: 'direct', stage: 2 } }],
      }),
    );
  const keep = (recordedTo: string | null) => importing(coverageKeeper.keep, recordedTo);
  const takeBack = (recordedTo: string | null, measure?: string) =>
    importing(coverageKeeper.remove, recordedTo, measure);
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

  it('tells that a line was taken back, once, and tells it anew when it is kept again', async () => {
    await keep('2022-03-31');
    const before = await events();
    const version = before.length;
    await takeBack(null);
    await takeBack(null);
    await takeBack(null, 'escalated_to_stage_2');
    await keep('2022-03-31');
    const told = { kind: 'coverage-recorded', subject: 'CORPORATE/direct_to_stage_2/2021-04-01' };
    const line = { ...ROW, recordedTo: '2022-03-31' };
    expect((await events()).slice(version)).toEqual([
      { ...told, version: version + 1, payload: { ...line, takenBack: true } },
      { ...told, version: version + 2, payload: line },
    ]);
  });
});
