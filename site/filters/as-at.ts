import { isDay } from '../../domain/calendar/day';
import { dayWords } from '../../domain/figures/days';

/** The day as at which an address asks for figures, or what is wrong with it. */
export interface ReadAsAt {
  /** Left out where the address names none, or none that figures can stand as at. */
  readonly asAt?: string;
  readonly problems: readonly { readonly says: string }[];
}

/** The days of which the records speak. */
export interface RecordedDays {
  readonly first: string | null;
  readonly newest: string;
}

/** Reads the day as at which an address asks for figures. A day of which no record speaks is left out and told. */
export function readAsAt(given: unknown, { first, newest }: RecordedDays): ReadAsAt {
  if (given === undefined || given === '') return { problems: [] };
  if (typeof given !== 'string' || !isDay(given))
    return { problems: [{ says: 'As at: write one day such as 2021-09-30.' }] };
  if (given > newest)
    return { problems: [{ says: `As at: the records reach ${dayWords(newest)}. Write a day up to then.` }] };
  if (first !== null && given < first)
    return { problems: [{ says: `As at: the records begin on ${dayWords(first)}. Write a later day.` }] };
  return { asAt: given, problems: [] };
}
