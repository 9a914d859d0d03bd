import { type Day, londonMomentOf } from './day';

const MILLIS_PER_HOUR = 3_600_000;
/** London is on UTC, or an hour ahead of it in summer; ahead first, so that of an hour that comes twice the first counts. */
const HOURS_AHEAD = [1, 0] as const;

/**
 * The instant at which a clock on a London wall shows this day and time (`HH:MM`): the first of two, in the night that has an
 * hour twice. Null for a time that is none, or that the clocks skip.
 */
export function londonInstantOf({ day, time }: { readonly day: Day; readonly time: string }): Date | null {
  const shown = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(shown)) return null;
  for (const hours of HOURS_AHEAD) {
    const instant = new Date(shown - hours * MILLIS_PER_HOUR);
    const moment = londonMomentOf(instant);
    if (moment?.day === day && moment.time === `${time}:00`) return instant;
  }
  return null;
}
