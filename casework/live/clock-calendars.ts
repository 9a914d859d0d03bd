import type { ClockCalendars } from '../../domain/clocks/deadline';
import type { StreamContext } from '../reading/loaders';

/**
 * The calendars by which a stream's limits are counted now: with the bank holidays and closed days that people decided on,
 * and without them.
 */
export async function clockCalendars({ stream, calendar }: StreamContext): Promise<ClockCalendars> {
  const working = await calendar();
  return { working, school: null, before: stream.calendar };
}
