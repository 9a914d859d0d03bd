import { bankHolidayChanged } from '../../../contracts/events/bank-holiday-changed';
import { englandAndWales } from '../../../domain/calendar/bank-holidays';
import { changedCalendar, type HolidayChange } from '../../../domain/calendar/changed-calendar';
import type { Calendar } from '../../../domain/calendar/working-days';
import { createFollower, on } from '../../../platform/outbox/event-contract';
import type { Follower } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';

/** Keeps what was decided on bank holidays; a decision that comes again, or late, does no harm. */
export const bankHolidays: Follower = createFollower({
  name: 'bank-holidays',
  follows: ['directory'],
  handlers: [
    on(bankHolidayChanged, async (transaction, events) => {
      for (const { version, payload } of events) {
        const { decidedOn: _, ...change } = payload;
        await transaction.query(
          `insert into ombudsman.bank_holiday as held (day, version, change) values ($1, $2, $3::jsonb)
           on conflict (day) do update set version = excluded.version, change = excluded.change
           where excluded.version > held.version`,
          [change.day, version, JSON.stringify(change)],
        );
      }
    }),
  ],
  async reset(transaction) {
    await transaction.query('delete from ombudsman.bank_holiday');
  },
});

/** Working days, with the bank holidays that people added and without those that they retracted. */
export async function readCalendar(transaction: Transaction): Promise<Calendar> {
  const rows = await transaction.query<{ change: HolidayChange }>(
    'select change from ombudsman.bank_holiday order by day',
  );
  return changedCalendar(
    englandAndWales,
    rows.map(({ change }) => change),
  );
}
