import { peopleAnonymised } from '../../../contracts/events/people-anonymised';
import { fixedClock } from '../../../platform/config/clock';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { openSession } from '../load/session';
import { takesLock } from '../load/source-lock';
import { subgraph } from '../subgraph';
import { asImport, loadRows, quarantinedRow, readRows, takenRow } from '../testing';
import { anonymisedRecords, goneFrom, hasPeopleToTakeOut } from './anonymised-records';
import { forgetDecisions } from './forget-values';
import { takePeopleOut } from './take-out';

const SOURCE = 'everything';
const clock = fixedClock('2022-01-31');
let database: TestDatabase;
const intake = () => database.of('intake');

beforeEach(async () => {
  database = await testDatabase([subgraph]);
  const rows = ['one', 'two', 'three'].map((identity, place) =>
    takenRow({ identity, line: place + 2, contentHash: identity, raw: { Ref: identity, Name: 'Madeup' } }),
  );
  const broken = quarantinedRow({
    ...{ line: 9, raw: { Ref: ' R1 ', Name: 'Madeup' }, contentHash: 'broken' },
    faults: [{ line: 9, column: 'Stage', code: 'BROKEN', value: 'Madeup', action: 'Noted.' }],
  });
  await loadRows(intake(), { source: SOURCE, rows: [...rows, broken] });
});
afterEach(() => database?.stop());

const told = (...records: { record: string; reference: string }[]): PlacedEvent => ({
  ...{ kind: peopleAnonymised.kind, subject: 'corporate-1', version: 1, position: { xid: '1', id: '1' } },
  at: new Date('2022-01-31T12:00:00Z'),
  payload: {
    id: 'corporate-1',
    stream: 'corporate',
    records: records.map((one) => ({ source: SOURCE, ...one })),
  },
});
const apply = (...events: PlacedEvent[]) =>
  inTransaction(intake(), { subject: 'x', role: 'projection' }, (transaction) =>
    anonymisedRecords.apply(transaction, events, clock),
  );
const without = (raw: object): object => ({ ...raw, Name: '' });
const take = (ofRecord: (raw: object) => object = without) =>
  takePeopleOut(intake(), {
    rows: { source: SOURCE, identityColumns: ['Ref'], ofRecord, ofRow: () => ({}) },
    clock,
  });
const waits = () => asImport(intake(), hasPeopleToTakeOut);
const named = async () =>
  (
    await readRows<{ identity: string }>(
      intake(),
      `select identity from intake.held_row where raw ->> 'Name' <> '' order by 1`,
    )
  ).map(({ identity }) => identity);
const ONE = { record: 'one', reference: 'R1' };
const TWO = { record: 'two', reference: 'R2' };

describe('people who were taken out of a complaint', () => {
  it('are taken out of its rows, of what was kept back in its name, and of nothing else', async () => {
    expect([await waits(), await take()]).toEqual([false, 0]);
    await apply(told(ONE), told(ONE));
    expect(await waits()).toBe(true);
    expect(await take()).toBe(1);
    expect(await named()).toEqual(['three', 'two']);
    expect(await readRows(intake(), 'select raw, reasons, codes, state from intake.quarantined_row')).toEqual(
      [
        {
          ...{ raw: {}, codes: ['BROKEN'], state: 'open' },
          reasons: [{ column: 'Stage', code: 'BROKEN', value: null, action: 'Noted.' }],
        },
      ],
    );
    expect(await readRows(intake(), 'select value from intake.fault')).toEqual([{ value: null }]);
    expect([await waits(), await take()]).toEqual([false, 0]);
  });

  it('are taken out whole or not at all: what broke off goes on where it was', async () => {
    await apply(told(ONE, TWO));
    const breaks = (raw: object) => {
      if ('Ref' in raw && raw.Ref === 'two') throw new Error('killed');
      return without(raw);
    };
    await expect(take(breaks)).rejects.toThrow('killed');
    expect([await named(), await waits()]).toEqual([['one', 'three', 'two'], true]);
    expect(await take()).toBe(2);
    expect(await named()).toEqual(['three']);
  });

  it('wait while an import of the system is under way', async () => {
    await apply(told(ONE));
    const importing = await openSession(intake());
    expect(await takesLock(importing, SOURCE)).toBe(true);
    expect(await take()).toBe(0);
    await importing.end();
    expect(await take()).toBe(1);
  });

  it('keep no import from its lock where nobody waits to be taken out', async () => {
    const locksAsked = async () => {
      const runner = intake().createQueryRunner();
      jest.spyOn(intake(), 'createQueryRunner').mockReturnValueOnce(runner);
      const asked = jest.spyOn(await runner.connect(), 'query');
      await take();
      const locks = asked.mock.calls.filter((call) => JSON.stringify(call).includes('advisory')).length;
      asked.mockRestore();
      return locks;
    };
    const ofOther = { id: 'corporate-1', stream: 'corporate', records: [{ source: 'other', ...ONE }] };
    await apply({ ...told(ONE), payload: ofOther });
    expect(await locksAsked()).toBe(0);
    await apply(told(ONE));
    expect(await locksAsked()).toBe(1);
  });

  it('stay noted for imports to come, whatever is built anew, and wait again when they are told of again', async () => {
    await apply(told(ONE));
    await take();
    await inTransaction(intake(), { subject: 'x', role: 'projection' }, (transaction) =>
      anonymisedRecords.reset(transaction),
    );
    const gone = await asImport(intake(), (transaction) => goneFrom(transaction, SOURCE));
    expect([[...gone.records], [...gone.names]]).toEqual([['one'], ['one', 'R1']]);
    await apply(told(ONE));
    expect(await waits()).toBe(true);
  });

  it('leave a correction that waits without its row, and what somebody gave for it with nobody', async () => {
    const [row] = await readRows<{ id: string }>(intake(), 'select id from intake.quarantined_row');
    await inTransaction(intake(), { subject: 'ada', role: 'admin' }, ({ query }) =>
      query(
        `with kept as (insert into intake.amendment (id, kind, source, row_id, cells, reason, decided_by, decided_at, state, decided_as, cleared_for)
           values (nextval('intake.amendment_number'), 'correct', $1, $2, '{"Name": "Madeup"}', 'Madeup rang', 'ada', now(), 'pending', 'admin', '{}') returning id)
         update intake.quarantined_row set state = 'correcting', amendment_id = (select id from kept) where id = $2`,
        [SOURCE, row?.id],
      ),
    );
    await apply(told(ONE));
    const about = { source: SOURCE, records: [], rowIds: [row?.id ?? ''], copies: [] };
    expect(await asImport(intake(), (transaction) => forgetDecisions(transaction, about))).toHaveLength(1);
    await take();
    expect(await readRows(intake(), 'select cells, reason, state, refusal from intake.amendment')).toEqual([
      { cells: null, reason: '[anonymised]', state: 'refused', refusal: 'ROW_GONE' },
    ]);
    expect(await readRows(intake(), 'select state from intake.quarantined_row')).toEqual([{ state: 'open' }]);
  });

  it('are told of by the stream of the complaint alone', () => {
    const { payload } = told(ONE);
    expect(peopleAnonymised.isPublishedBy('corporate', payload)).toBe(true);
    for (const source of ['adults', 'insight'])
      expect(peopleAnonymised.isPublishedBy(source, payload)).toBe(false);
  });
});
