import { caseClosed } from '../../../contracts/events/case-closed';
import { fixedClock } from '../../../platform/config/clock';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { loadRows, takenRow, withSettings } from '../testing';
import { closedRecords } from './closed-records';

const RECORD = { source: 'everything', record: 'one' };
let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase([subgraph]);
  await loadRows(database.of('intake'), {
    source: RECORD.source,
    rows: ['one', 'two'].map((identity, place) =>
      takenRow({ keeper: 'corporate', identity, line: place + 2, contentHash: identity, record: {} }),
    ),
  });
});
afterEach(() => database.stop());

const told = (isClosed: boolean, changed: object = {}): PlacedEvent => ({
  ...{ kind: caseClosed.kind, subject: 'corporate-1', version: 1, position: { xid: '1', id: '1' } },
  at: new Date('2022-01-31T12:00:00Z'),
  payload: { id: 'corporate-1', stream: 'corporate', isClosed, records: [RECORD], ...changed },
});
const apply = (...events: PlacedEvent[]) =>
  inTransaction(database.of('intake'), { subject: 'x', role: 'projection' }, (transaction) =>
    closedRecords.apply(transaction, events, fixedClock('2022-01-31')),
  );
const read = async (settings: Record<string, string>) =>
  (
    await withSettings(database.of('intake'), settings, (runner) =>
      runner.query('select identity from intake.held_row order by 1'),
    )
  ).map(({ identity }: { identity: string }) => identity);
/** Two rows that were quarantined, and two copies that do not hold. */
async function keepBack({ of }: TestDatabase): Promise<void> {
  const rows = [
    { Ref: ' 100/1', Name: 'Madeup' },
    { Ref: '200/1', Name: 'Other' },
  ];
  await inTransaction(of('intake'), { subject: 'x', role: 'import' }, async ({ query }) => {
    for (const [place, raw] of rows.entries()) {
      await query(
        `insert into intake.quarantined_row (id, source, content_hash, occurrence, first_run_id, last_run_id, first_line, line, owner, codes, reasons, raw)
         values ($1, 'everything', $1, 1, 1, 1, 2, 2, 'corporate', '{}', '[]', $2)`,
        [`q${place}`, JSON.stringify(raw)],
      );
      await query(
        `insert into intake.fault (run_id, place, owner, line, code, action, raw)
         values (1, $1, 'corporate', 2, 'CONFLICTING_COPY', 'left out', $2)`,
        [100 + place, JSON.stringify(raw)],
      );
    }
  });
}

const OFFICER = { subject: 'olu', role: 'officer', streams: 'corporate' };
const ADMIN = { subject: 'ada', role: 'admin' };

describe('rows as they came, of a case that is closed to some', () => {
  it('are read by nobody but loads while it is, and then again', async () => {
    for (const settings of [OFFICER, ADMIN]) expect(await read(settings)).toEqual(['one', 'two']);
    await apply(told(true), told(true));
    for (const settings of [OFFICER, ADMIN]) expect(await read(settings)).toEqual(['two']);
    expect(await read({ subject: 'import', role: 'import' })).toEqual(['one', 'two']);
    await apply(told(false));
    expect(await read(OFFICER)).toEqual(['one', 'two']);
  });

  it('stay closed by another complaint that has the record too, and go with a new telling of it', async () => {
    await apply(
      told(true),
      told(true, { id: 'corporate-2', records: [RECORD, { ...RECORD, record: 'two' }] }),
    );
    await apply(told(false));
    expect(await read(OFFICER)).toEqual([]);
    await apply(told(true, { id: 'corporate-2', records: [] }));
    expect(await read(OFFICER)).toEqual(['one', 'two']);
  });

  it('are not read where they were kept back, or do not hold, as long as a cell names the case', async () => {
    const readOf = async (table: string, settings: Record<string, string>) =>
      withSettings(database.of('intake'), settings, (runner) =>
        runner.query(`select raw from intake.${table} where raw is not null`),
      );
    await keepBack(database);
    for (const table of ['quarantined_row', 'fault'])
      for (const settings of [OFFICER, ADMIN]) expect(await readOf(table, settings)).toHaveLength(2);
    await apply(told(true, { records: [{ source: 'everything', record: '100/1' }] }));
    for (const table of ['quarantined_row', 'fault']) {
      for (const settings of [OFFICER, ADMIN])
        expect(await readOf(table, settings)).toEqual([{ raw: { Ref: '200/1', Name: 'Other' } }]);
      expect(await readOf(table, { subject: 'import', role: 'import' })).toHaveLength(2);
    }
    await apply(told(false));
    expect(await readOf('fault', OFFICER)).toHaveLength(2);
  });

  it('are read by administrators alone where their own reference cannot be read, while a case of their system is closed', async () => {
    await keepBack(database);
    await inTransaction(database.of('intake'), { subject: 'x', role: 'import' }, ({ query }) =>
      query(`update intake.quarantined_row set codes = '{NO_IDENTITY}' where id = 'q1'`),
    );
    const rowsOf = async (settings: Record<string, string>) =>
      (
        await withSettings(database.of('intake'), settings, (runner) =>
          runner.query('select id from intake.quarantined_row order by id'),
        )
      ).map(({ id }: { id: string }) => id);
    expect(await rowsOf(OFFICER)).toEqual(['q0', 'q1']);
    await apply(told(true, { records: [{ source: 'another', record: '100/9' }] }));
    expect(await rowsOf(OFFICER)).toEqual(['q0', 'q1']);
    await apply(told(true));
    expect([await rowsOf(OFFICER), await rowsOf(ADMIN)]).toEqual([['q0'], ['q0', 'q1']]);
    await apply(told(false));
    expect(await rowsOf(OFFICER)).toEqual(['q0', 'q1']);
  });

  it('are closed by the stream of the case alone', () => {
    const { payload } = told(true);
    expect(caseClosed.isPublishedBy('corporate', payload)).toBe(true);
    for (const source of ['adults', 'insight']) expect(caseClosed.isPublishedBy(source, payload)).toBe(false);
    expect(caseClosed.isPublishedBy('corporate', { id: 'adults-1', stream: 'corporate' })).toBe(false);
  });
});
