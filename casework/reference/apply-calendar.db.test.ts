import fc from 'fast-check';
import { bankHolidayChanged } from '../../contracts/events/bank-holiday-changed';
import { closuresChanged } from '../../contracts/events/closures-changed';
import type { HistoricStage } from '../../contracts/records/stage';
import { changedCalendar, type HolidayChange } from '../../domain/calendar/changed-calendar';
import { type ClosedDays, closedCalendar } from '../../domain/calendar/closed-days';
import { addDays, toDay, weekday } from '../../domain/calendar/day';
import { isWorkingDay } from '../../domain/calendar/working-days';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { recordHistory } from '../records/record-history';
import { historicStage } from '../records/testing';
import { dueDateOf } from '../stages/stage-state';
import { describeStream } from '../stream/describe-stream';
import { calendarFollower } from './apply-calendar';
import { readCalendar } from './bank-holidays';
import { keepClosedDays } from './closed-days';
import { dateAnew } from './date-anew';

/** Received on Thursday 8 June 2023: due in 10 working days, on Thursday 22 June. */
const open = (reference: string, facts: Partial<HistoricStage> = {}) =>
  historicStage({ reference, receivedOn: '2023-06-08', ...facts });
const added = (day: string): HolidayChange => ({ day: toDay(day), name: 'Proclaimed', isKept: true });
const retracted = (day: string): HolidayChange => ({ ...added(day), isKept: false });
const ADDED = added('2023-06-19');

describe('bank holidays that people decide on', () => {
  const follower = calendarFollower(corporate.stream);
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([corporate]);
  });
  afterAll(() => database?.stop());
  beforeEach(() =>
    database.owner.query(
      'truncate corporate.complaint, corporate.bank_holiday, corporate.closed_days, corporate.calendar_history, corporate.description, corporate.outbox cascade',
    ),
  );

  const record = (...stages: HistoricStage[]) =>
    recordHistory(
      { dataSource: database.of('corporate'), stream: corporate.stream, authority: 'stockport' },
      stages,
    );
  const told = (change: HolidayChange, version: number) => ({
    ...{ kind: bankHolidayChanged.kind, subject: change.day, version },
    payload: { note: null, ...change },
    ...{ position: { xid: '1', id: '1' }, at: new Date('2022-01-31T12:00:00Z') },
  });
  const apply = (changes: readonly HolidayChange[], version = 1, end = () => Promise.resolve()) =>
    inTransaction(
      database.of('corporate'),
      { subject: 'projection', role: 'projection' },
      async (transaction) => {
        const events = changes.map((change) => told(change, version));
        await follower.apply(transaction, events, { now: () => new Date('2023-06-12T12:00:00Z') });
        await end();
      },
    );
  const close = (
    closed: readonly ClosedDays[],
    version: number,
    { calendar = 'corporate', end = () => Promise.resolve() } = {},
  ) =>
    inTransaction(
      database.of('corporate'),
      { subject: 'projection', role: 'projection' },
      async (transaction) => {
        const event = {
          ...{ kind: closuresChanged.kind, subject: calendar, version, payload: { calendar, closed } },
          ...{ position: { xid: '1', id: '1' }, at: new Date('2022-01-31T12:00:00Z') },
        };
        await follower.apply(transaction, [event], { now: () => new Date('2023-06-12T12:00:00Z') });
        await end();
      },
    );
  /** How many open limits each decision on closed days moved, as it is told. */
  const moved = async () =>
    (
      await inTransaction(
        database.of('outbox_reader'),
        { subject: 'courier', role: 'courier' },
        ({ query }) =>
          query<{ moved: string }>(
            `select version || ': ' || (payload ->> 'moved') as moved from corporate.outbox
           where kind = 'limits-moved' order by xid, id`,
          ),
      )
    ).map((row) => row.moved);
  const dueDays = async () =>
    Object.fromEntries(
      (
        await inTransaction(database.of('corporate'), { subject: 'ana', role: 'analyst' }, (transaction) =>
          transaction.query<{ reference: string; due_on: string | null }>(
            'select reference, due_on from corporate.stage order by reference',
          ),
        )
      ).map(({ reference, due_on }) => [reference, due_on]),
    );
  // One by one, whether a row of the outbox is an event or a set of them.
  const events = () =>
    inTransaction(database.of('outbox_reader'), { subject: 'courier', role: 'courier' }, (transaction) =>
      transaction.query<{ version: number; due: string }>(
        `select (event ->> 'version')::int as version, event -> 'payload' -> 'stages' -> 0 ->> 'dueOn' as due
         from corporate.outbox, json_array_elements(coalesce(events, json_build_array(json_build_object(
           'version', version, 'payload', payload)))) with ordinality listed (event, place)
         where kind = 'complaint-changed' order by xid, id, place`,
      ),
    );

  const counted = () =>
    inTransaction(database.of('outbox_reader'), { subject: 'courier', role: 'courier' }, ({ query }) =>
      query<{ reference: string; days: number | null }>(
        `select stage ->> 'reference' as reference, (stage ->> 'daysToAnswer')::int as days
         from corporate.outbox, jsonb_path_query_first(payload, '$.stages[0]') stage
         where kind = 'complaint-changed' order by xid, id`,
      ),
    );

  it('move the due day of what is open, and tell each complaint once', async () => {
    await record(open('1'));
    await apply([ADDED]);
    expect(await dueDays()).toEqual({ 1: '2023-06-23' });
    expect(await events()).toEqual([
      { version: 1, due: '2023-06-22' },
      { version: 2, due: '2023-06-23' },
    ]);
  });

  it('move it back when they are retracted, those of the law too', async () => {
    await record(open('1'), open('2', { receivedOn: '2023-08-24' }));
    await apply([ADDED]);
    await apply([retracted('2023-06-19')], 2);
    await apply([retracted('2023-08-28')], 1);
    expect(await dueDays()).toEqual({ 1: '2023-06-22', 2: '2023-09-07' });
  });

  it('leave what is answered or ended by the day that it was judged by, and what was agreed, and count its days anew', async () => {
    await record(
      open('answered late', { answeredOn: '2023-06-23', ended: true }),
      open('ended', { ended: true }),
      open('closed', { closedOn: '2023-06-16' }),
      open('agreed', { agreedDueOn: '2023-07-31' }),
      open('before', { receivedOn: '2023-06-01' }),
      open('after', { receivedOn: '2023-06-19' }),
    );
    const before = await dueDays();
    await apply([ADDED]);
    expect(await dueDays()).toEqual(before);
    expect(await events()).toHaveLength(7);
    expect((await counted()).at(-1)).toEqual({ reference: 'answered late', days: 10 });
  });

  it('date what is recorded later, whatever it is', async () => {
    await apply([ADDED]);
    await record(open('1'), open('2', { answeredOn: '2023-06-23', ended: true }));
    expect(await dueDays()).toEqual({ 1: '2023-06-23', 2: '2023-06-23' });
  });

  it('count from the acknowledgement as the rule has it', async () => {
    await record(open('1', { receivedOn: '2026-06-08', acknowledgedOn: '2026-06-10' }));
    await apply([added('2026-06-09')]);
    expect(await dueDays()).toEqual({ 1: '2026-06-24' });
    await apply([added('2026-06-15')]);
    expect(await dueDays()).toEqual({ 1: '2026-06-25' });
  });

  it('change nothing when they come again, or too late', async () => {
    await record(open('1'));
    await apply([ADDED]);
    await apply([retracted('2023-06-19')], 2);
    const before = await events();
    await apply([retracted('2023-06-19')], 2);
    await apply([ADDED], 1);
    expect(await events()).toEqual(before);
    expect(await dueDays()).toEqual({ 1: '2023-06-22' });
  });

  it('are applied as a whole or not at all, and then again', async () => {
    await record(open('1'));
    const broken = apply([ADDED], 1, () => Promise.reject(new Error('killed')));
    await expect(broken).rejects.toThrow('killed');
    expect(await dueDays()).toEqual({ 1: '2023-06-22' });
    await apply([ADDED]);
    expect(await dueDays()).toEqual({ 1: '2023-06-23' });
    expect(await events()).toHaveLength(2);
  });

  it('reach all that is open, more than one batch of it', async () => {
    await record(...Array.from({ length: 2_100 }, (_, place) => open(`${place}`)));
    await apply([ADDED]);
    expect(new Set(Object.values(await dueDays()))).toEqual(new Set(['2023-06-23']));
    expect(await events()).toHaveLength(4_200);
  });

  it('are in the calendar that is read, which is worked out once', async () => {
    const read = () =>
      inTransaction(database.of('corporate'), { subject: 'ana', role: 'analyst' }, (transaction) =>
        readCalendar(transaction, corporate.stream),
      );
    expect(await read()).toBe(corporate.stream.calendar);
    await apply([ADDED]);
    const calendar = await read();
    expect(isWorkingDay({ day: ADDED.day, calendar })).toBe(false);
    expect(await read()).toBe(calendar);
    await apply([retracted('2023-06-19')], 2);
    expect(isWorkingDay({ day: ADDED.day, calendar: await read() })).toBe(true);
  });

  it('wait for a batch that is being recorded by the days before', async () => {
    const runner = database.of('corporate').createQueryRunner();
    await runner.startTransaction();
    await runner.query(`select pg_advisory_xact_lock_shared(hashtextextended('corporate.mapped_word', 0))`);
    let isApplied = false;
    const applying = apply([ADDED]).then(() => {
      isApplied = true;
    });
    await new Promise((go) => setTimeout(go, 150));
    expect(isApplied).toBe(false);
    await runner.commitTransaction();
    await runner.release();
    await applying;
    expect(isApplied).toBe(true);
  });

  it('are in the calendar that the stream tells, once each', async () => {
    const told = () =>
      inTransaction(database.of('outbox_reader'), { subject: 'courier', role: 'courier' }, ({ query }) =>
        query<{ has: boolean }>(
          `select payload -> 'calendar' -> 'daysOff' ? $1 as has from corporate.outbox
           where kind = 'stream-described' order by xid, id`,
          [ADDED.day],
        ),
      );
    const describe = () =>
      inTransaction(database.of('corporate'), { subject: 'seed', role: 'projection' }, (transaction) =>
        describeStream(transaction, corporate.stream),
      );
    await apply([ADDED], 1);
    await apply([ADDED], 1);
    await describe();
    expect(await told()).toEqual([{ has: true }]);
    await apply([retracted(ADDED.day)], 2);
    expect(await told()).toEqual([{ has: true }, { has: false }]);
  });

  it('leave all as it is when they are applied anew from the beginning', async () => {
    await record(open('1'));
    await apply([ADDED]);
    await record(open('2'));
    const before = await events();
    await inTransaction(
      database.of('corporate'),
      { subject: 'projection', role: 'projection' },
      (transaction) => follower.reset(transaction),
    );
    await apply([ADDED]);
    expect(await events()).toEqual(before);
    expect(await dueDays()).toEqual({ 1: '2023-06-23', 2: '2023-06-23' });
  });

  it('stand beside days on which the calendar is closed, which move what is open in the same way', async () => {
    await record(
      open('1'),
      open('2', { receivedOn: '2023-06-20' }),
      open('answered', { answeredOn: '2023-06-20', ended: true }),
      open('agreed', { agreedDueOn: '2023-07-31' }),
    );
    const usual = await dueDays();
    const days = [{ from: toDay('2023-06-15'), to: toDay('2023-06-19'), name: 'Closed' }];
    await close(days, 1);
    await close(days, 1);
    await close(days, 7, { calendar: 'schools' });
    expect(await dueDays()).toEqual({ ...usual, 1: '2023-06-27' });
    expect(await counted()).toContainEqual({ reference: 'answered', days: 5 });
    await apply([ADDED]);
    expect(await dueDays()).toEqual({ ...usual, 1: '2023-06-27' });
    await close([], 2);
    expect(await dueDays()).toEqual({ ...usual, 1: '2023-06-23' });
    expect(await moved()).toEqual(['1: 1', '2: 1']);
    const { calendar } = corporate.stream;
    await inTransaction(
      database.of('corporate'),
      { subject: 'projection', role: 'projection' },
      async (transaction) => {
        const late = { subject: 'corporate', version: 1, payload: { calendar: 'corporate', closed: days } };
        const event = {
          ...late,
          kind: closuresChanged.kind,
          position: { xid: '1', id: '1' },
          at: new Date(),
        };
        expect(await keepClosedDays(transaction, 'corporate', event)).toBe(false);
        const same = await dateAnew(transaction, corporate.stream, {
          before: calendar,
          after: { ...calendar },
        });
        expect([same.touched.size, same.moved]).toEqual([0, 0]);
      },
    );
  });

  it('are applied whole or not at all, closed days too, and then again', async () => {
    await record(open('1'));
    const days = [{ from: toDay('2023-06-15'), to: toDay('2023-06-15'), name: 'Closed' }];
    const broken = close(days, 1, { end: () => Promise.reject(new Error('killed')) });
    await expect(broken).rejects.toThrow('killed');
    expect([await dueDays(), await moved()]).toEqual([{ 1: '2023-06-22' }, []]);
    await close(days, 1);
    expect([await dueDays(), await moved()]).toEqual([{ 1: '2023-06-23' }, ['1: 1']]);
  });

  it('concern what was to be acknowledged after a long time that is closed', async () => {
    await record(open('1', { receivedOn: '2023-06-08', agreedDueOn: '2023-06-20' }));
    const summer = { from: toDay('2023-06-09'), to: toDay('2023-09-01'), name: 'Summer' };
    await close([summer], 1);
    const before = (await events()).length;
    await close([summer, { from: toDay('2023-09-05'), to: toDay('2023-09-05'), name: 'Training' }], 2);
    expect(await events()).toHaveLength(before + 1);
    expect((await moved()).at(-1)).toBe('2: 0');
  });

  it('end with the due days of a calendar that had them from the beginning, in whatever order all comes', async () => {
    const aDay = fc
      .nat(30)
      .map((count) => addDays(toDay('2023-06-05'), count))
      .filter((day) => weekday(day) < 6);
    const step = fc.oneof(
      fc.record({ day: aDay, isKept: fc.boolean() }),
      fc.record({ closedOn: aDay, length: fc.nat(9) }),
      fc.record({ receivedOn: aDay, number: fc.constantFrom(1, 2) }),
    );
    let run = 0;
    let version = 0;
    const changes = new Map<string, HolidayChange>();
    let closed: readonly ClosedDays[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        run += 1;
        const recorded = new Map<string, HistoricStage>();
        for (const [place, one] of steps.entries()) {
          if ('day' in one) {
            const change = { ...one, name: 'Proclaimed' };
            changes.set(one.day, change);
            version += 1;
            await apply([change], version);
          } else if ('closedOn' in one) {
            closed = [{ from: one.closedOn, to: addDays(one.closedOn, one.length), name: 'Closed' }];
            version += 1;
            await close(closed, version);
          } else {
            const stage = open(`${run}-${place}`, one);
            recorded.set(stage.reference, stage);
            await record(stage);
          }
        }
        const changed = changedCalendar(corporate.stream.calendar, [...changes.values()]);
        const calendar = closedCalendar(changed, closed);
        const found = await dueDays();
        for (const [reference, stage] of recorded)
          expect(found[reference]).toBe(dueDateOf({ ...corporate.stream, calendar }, stage).dueOn);
      }),
      { numRuns: 12, seed: 9 },
    );
  });
});
