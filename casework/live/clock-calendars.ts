import type { ClockCalendars } from '../../domain/clocks/deadline';
import type { StreamContext } from '../reading/loaders';

/** The calendars by which a stream's limits are counted, as its reading has them too. */
export const clockCalendars = ({ clocks }: StreamContext): Promise<ClockCalendars> => clocks();
