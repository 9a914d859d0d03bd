import type { ClockCalendars } from '../../domain/clocks/deadline';
import type { StreamContext } from '../reading/loaders';
import { readClockCalendars } from '../reference/clock-calendars';
import { holdCalendar } from '../reference/mapped-words';

/**
 * The calendars by which a stream's limits are counted, as they are decided on now. Until the transaction ends nothing of them
 * changes here, so that whatever is dated by them is there when a later decision moves it.
 */
export async function clockCalendars({
  transaction,
  stream,
}: Pick<StreamContext, 'transaction' | 'stream'>): Promise<ClockCalendars> {
  // Sent together and answered in this order: what is read stood when the lock was had.
  const [, calendars] = await Promise.all([
    holdCalendar(transaction, stream.name),
    readClockCalendars(transaction, stream),
  ]);
  return calendars;
}
