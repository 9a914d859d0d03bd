import { reportedRecordId } from '../../../contracts/reported-record';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { IMPORT_SCOPE } from '../../../platform/transaction/scope';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { writtenSinceLoader } from './written-since';

const FROZEN = '2021-10-15T09:00:00.000Z';
const idOf = (reference: string, keeper = 'corporate') =>
  reportedRecordId({
    ...{ report: 'mid-year-progress.2021-22.Q2', version: 1, cell: 'corporate/received/q2' },
    ...{ thing: `${keeper}-stage-${reference}`, keeper, reference, frozenAt: FROZEN },
  });

describe('what wrote a record since a report was frozen', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([subgraph]);
    await inTransaction(database.of('intake'), IMPORT_SCOPE, async ({ query }) => {
      await query(`insert into intake.import_run (id, source, file, state, started_at, ended_at, kind, undone_at, undone_by, read, loaded, copies, left_out, quarantined)
        overriding system value values
        (1, 'corporate-crm', 'early.csv', 'loaded', '2021-10-01', '2021-10-01', 'file', null, null, 1, 1, 0, 0, 0),
        (2, 'corporate-crm', 'late.csv', 'loaded', '2021-11-01', '2021-11-01', 'file', null, null, 1, 1, 0, 0, 0),
        (3, 'corporate-crm', 'wrong.csv', 'undone', '2021-10-02', '2021-10-02', 'file', '2021-11-02', 'ada', null, null, null, null, null),
        (4, 'ombudsman', 'register.xlsx', 'loaded', '2021-11-03', '2021-11-03', 'file', null, null, 1, 1, 0, 0, 0)`);
      await query(`insert into intake.held_row (source, identity, content_hash, run_id, line, raw, keeper) values
        ('corporate-crm', '100', 'a', 2, 2, '{}', 'corporate'), ('corporate-crm', '200', 'b', 1, 3, '{}', 'corporate'),
        ('ombudsman', 'LGSCO/20001234', 'c', 4, 2, '{}', 'ombudsman')`);
      await query(`insert into intake.replaced_row (run_id, source, identity, content_hash, keeper, held_run_id, line, raw)
        values (2, 'corporate-crm', '100', 'd', 'corporate', 1, 2, '{}')`);
      await query(
        `insert into intake.undone_record (run_id, source, record, keeper) values (3, 'corporate-crm', '300', 'corporate')`,
      );
    });
  });
  afterAll(() => database?.stop());

  const written = (role: string, ...ids: string[]) =>
    inTransaction(database.of('intake'), { subject: 'test', role }, (transaction) => {
      const loader = writtenSinceLoader({ transaction });
      return Promise.all(ids.map((id) => loader.load(id)));
    });

  it.each(['analyst', 'manager', 'officer', 'admin'])(
    'is the newer import, and the undoing of one that is gone, to %s',
    async (role) => {
      const [changed, untouched, gone, decided] = await written(
        role,
        ...[idOf('100'), idOf('200'), idOf('300'), idOf('20 001234', 'ombudsman')],
      );
      expect(changed).toMatchObject([{ kind: 'IMPORT', import: '2', source: 'corporate-crm', by: null }]);
      expect(untouched).toEqual([]);
      expect(gone).toMatchObject([
        { kind: 'UNDOING', import: '3', by: 'ada', at: '2021-11-02T00:00:00.000Z' },
      ]);
      expect(decided).toMatchObject([{ kind: 'IMPORT', import: '4', record: 'LGSCO/20001234' }]);
    },
  );

  it.each(['partner', 'auditor', ''])('is not told to %p', async (role) => {
    expect(await written(role, idOf('100'), idOf('300'))).toEqual([[], []]);
  });

  it('is nothing of an id that insight did not give, and of another part', async () => {
    expect(await written('admin', 'nonsense', idOf('100', 'adults'))).toEqual([[], []]);
  });

  it('gives the role of whoever asks back: rows as they came stay closed to an analyst', async () => {
    await inTransaction(database.of('intake'), { subject: 'test', role: 'analyst' }, async (transaction) => {
      await writtenSinceLoader({ transaction }).load(idOf('100'));
      expect(await transaction.query('select from intake.held_row')).toEqual([]);
      expect(await transaction.query('select from intake.undone_record')).toEqual([]);
    });
  });
});
