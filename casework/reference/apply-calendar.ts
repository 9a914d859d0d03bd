import { bankHolidayChanged } from '../../contracts/events/bank-holiday-changed';
import { closuresChanged } from '../../contracts/events/closures-changed';
import { limitsMoved } from '../../contracts/events/limits-moved';
import { createFollower, on } from '../../platform/outbox/event-contract';
import { publish } from '../../platform/outbox/outbox';
import type { Follower } from '../../platform/server/subgraph';
import type { Transaction } from '../../platform/transaction/transaction';
import { publishTouched } from '../stages/publish-touched';
import { type Described, describeStream } from '../stream/describe-stream';
import { keepBankHolidays, readCalendar } from './bank-holidays';
import { type Clocked, readClockCalendars } from './clock-calendars';
import { keepClosedDays } from './closed-days';
import { dateAnew } from './date-anew';
import { dateLiveAnew } from './date-live-anew';
import { lockMappedWords } from './mapped-words';

/**
 * Dates a stream's open stages, and the limits of what is worked on here, anew by the bank holidays, and the closed days of its own calendar, that directory published,
 * and publishes the complaints that changed by it. What is answered or ended keeps the day by which it was judged, and so
 * does every stage when the follower is built anew; the working days that an answer took are counted by the calendar as it
 * is now. The stream tells its calendar anew, by which others count how old is what is open, and how many limits each
 * decision on its closed days moved.
 */
export function calendarFollower(stream: Described & Clocked): Follower {
  const { name: schema } = stream;
  return createFollower({
    name: 'holidays',
    follows: ['directory'],
    handlers: [
      on(bankHolidayChanged, async (transaction, events, clock) => {
        const keep = () => keepBankHolidays(transaction, schema, events);
        await followCalendar(transaction, stream, { keep, now: clock.now() });
      }),
      on(closuresChanged, async (transaction, events, clock) => {
        for (const event of events.filter(({ payload: { calendar } }) => calendar === schema)) {
          let isNew = false;
          const keep = async () => {
            isNew = await keepClosedDays(transaction, schema, event);
          };
          const moved = await followCalendar(transaction, stream, { keep, now: clock.now() });
          const { subject, version } = event;
          const payload = { calendar: schema, moved };
          if (isNew) await publish(transaction, schema, [limitsMoved.event({ subject, version, payload })]);
        }
      }),
    ],
    async reset(transaction) {
      await transaction.query(`delete from "${schema}".bank_holiday`);
      await transaction.query(`delete from "${schema}".closed_days`);
      await transaction.query(`delete from "${schema}".calendar_history`);
    },
  });
}

/** Keeps a change of the calendar, and dates by it what it concerns. How many open limits have another last day. */
async function followCalendar(
  transaction: Transaction,
  stream: Described & Clocked,
  { keep, now }: { readonly keep: () => Promise<void>; readonly now: Date },
): Promise<number> {
  // Nobody records by the calendar of before while this one is applied.
  await lockMappedWords(transaction, stream.name);
  const [before, clocksBefore] = [
    await readCalendar(transaction, stream),
    await readClockCalendars(transaction, stream),
  ];
  await keep();
  const [after, clocksAfter] = [
    await readCalendar(transaction, stream),
    await readClockCalendars(transaction, stream),
  ];
  const imported = await dateAnew(transaction, stream, { before, after });
  const live = await dateLiveAnew(transaction, stream, { before: clocksBefore, after: clocksAfter, now });
  await publishTouched(transaction, stream, [...new Set([...imported.touched, ...live.touched])].sort());
  await describeStream(transaction, stream);
  return imported.moved + live.moved;
}
