import { dayParts } from '../../domain/figures/days';

/** The month of an ISO day: September 2021. */
export function monthWords(day: string): string {
  const { month, year } = dayParts(day);
  return `${month} ${year}`;
}

/** The same where there is little room: Sep 21. */
export function shortMonthWords(day: string): string {
  const { month, year } = dayParts(day);
  return `${month.slice(0, 3)} ${year.slice(2)}`;
}
