import { bankHolidayChanged } from '../../contracts/events/bank-holiday-changed';
import { closuresChanged } from '../../contracts/events/closures-changed';
import { type Day, toDay } from '../../domain/calendar/day';
import { addWorkingDays, type Calendar, isWorkingDay } from '../../domain/calendar/working-days';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction, type Transaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { subgraph as schools } from '../../subgraphs/schools/subgraph';
import { keepBankHolidays, readCalendar } from './bank-holidays';
import { keepCalendarAsOf } from './calendar-history';
import { importedCalendars, readClockCalendars } from './clock-calendars';
import { keepClosedDays } from './closed-days';

const JUNE_19 = toDay('2023-06-19');
const TERM = [{ from: toDay('2023-05-29'), to: toDay('2023-06-02'), name: 'Half term' }];

describe('the calendars that clocks are counted by', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await testDatabase([corporate, schools]);
  });
  afterEach(() => database?.stop());

  const of = <Result>(part: 'corporate' | 'schools', work: (transaction: Transaction) => Promise<Result>) =>
    inTransaction(database.of(part), { subject: 'projection', role: 'projection' }, work);
  const placed = (day: string) => ({
    ...{ position: { xid: '1', id: '1' }, at: new Date(`${day}T12:00:00Z`) },
  });
  /** Heard of on a day; decided on it too, unless the decision says on which. */
  const decide = (
    part: 'corporate' | 'schools',
    version: number,
    isKept: boolean,
    on: string,
    { decidedOn, day = JUNE_19 }: { readonly decidedOn?: Day; readonly day?: Day } = {},
  ) =>
    of(part, (transaction) =>
      keepBankHolidays(transaction, part, [
        {
          ...{ kind: bankHolidayChanged.kind, subject: day, version, ...placed(on) },
          payload: { day, name: 'Proclaimed', isKept, decidedOn: decidedOn },
        },
      ]),
    );
  const close = (part: 'corporate' | 'schools', on: string, decidedOn?: Day) =>
    of(part, (transaction) =>
      keepClosedDays(transaction, part, {
        ...{ kind: closuresChanged.kind, subject: part, version: 1, ...placed(on) },
        payload: { calendar: part, closed: TERM, decidedOn: decidedOn },
      }),
    );
  const read = (part: 'corporate' | 'schools') =>
    of(part, (transaction) =>
      readClockCalendars(transaction, (part === 'corporate' ? corporate : schools).stream),
    );
  const isWorked = (calendar: Calendar | null, day = JUNE_19) => calendar && isWorkingDay({ day, calendar });

  it('are the stream’s own while nobody decided anything', async () => {
    const { calendar } = corporate.stream;
    expect(await read('corporate')).toEqual({ working: calendar, school: null, before: calendar });
  });

  it('are as decided by the end of a day, and made once', async () => {
    await decide('corporate', 1, true, '2023-06-12');
    await decide('corporate', 2, false, '2023-06-15');
    await decide('corporate', 1, true, '2023-06-18');
    const clocks = await read('corporate');
    const days = ['2023-06-11', '2023-06-12', '2023-06-14', '2023-06-15', '2023-06-30'];
    expect(days.map((day) => isWorked(clocks.asOf!(toDay(day)).working))).toEqual([
      ...[true, false, false, true, true],
    ]);
    expect(isWorked(clocks.before)).toBe(true);
    expect(await read('corporate')).toBe(clocks);
  });

  it('were known since the day of the decision, whenever it was heard of', async () => {
    await decide('schools', 1, true, '2023-12-01', { decidedOn: toDay('2023-06-12') });
    await close('schools', '2023-12-01', toDay('2023-06-14'));
    const { asOf } = await read('schools');
    const days = ['2023-06-11', '2023-06-12', '2023-06-13', '2023-06-14'];
    expect(days.map((day) => isWorked(asOf!(toDay(day)).working))).toEqual([true, false, false, false]);
    expect(days.map((day) => asOf!(toDay(day)).school !== null)).toEqual([false, false, false, true]);
  });

  it('have all that was decided by then, though an earlier decision is heard of last', async () => {
    const jubilee = toDay('2023-06-26');
    await decide('corporate', 1, true, '2023-06-13', { decidedOn: toDay('2023-06-13') });
    await decide('corporate', 1, true, '2023-06-13', { decidedOn: toDay('2023-06-12'), day: jubilee });
    const { working } = (await read('corporate')).asOf!(toDay('2023-06-13'));
    expect([isWorked(working), isWorked(working, jubilee)]).toEqual([false, false]);
  });

  it('are kept once for a day, however often it is decided on that day', async () => {
    await decide('corporate', 1, true, '2023-06-12');
    await of('corporate', (transaction) => keepCalendarAsOf(transaction, 'corporate', toDay('2023-06-12')));
    const kept = await of('corporate', (transaction) =>
      transaction.query<{ as_of: string }>('select as_of::text from corporate.calendar_history'),
    );
    expect(kept).toEqual([{ as_of: '2023-06-12' }]);
  });

  it('close working days in a stream that counts those, and school days in schools', async () => {
    await close('corporate', '2023-05-01');
    await close('schools', '2023-05-01');
    const day = toDay('2023-05-30');
    const [office, school] = [await read('corporate'), await read('schools')];
    expect([isWorked(office.working, day), office.school]).toEqual([false, null]);
    expect([isWorked(school.working, day), isWorked(school.school, day)]).toEqual([true, false]);
    expect(school.asOf!(toDay('2023-04-30')).school).toBeNull();
  });

  it('date imported stages by the calendar that they were always dated by', async () => {
    await close('schools', '2023-05-01');
    const imported = importedCalendars(await read('schools'));
    const usual = await of('schools', (transaction) => readCalendar(transaction, schools.stream));
    const due = (calendar: Calendar) => addWorkingDays({ from: toDay('2023-05-26'), count: 3, calendar });
    expect(due(imported.working)).toBe(due(usual));
    expect(isWorked(imported.asOf!(toDay('2023-04-30')).working, toDay('2023-05-30'))).toBe(true);
  });
});
