import { londonMomentOf } from '../../../domain/calendar/day';
import { countWords } from '../../../domain/figures/numbers';
import type { WorkshopPartsFragment } from '../../operations/__generated__/operations';
import { timeWords, weekdayWords } from '../../words/times';

const MILLIS_PER_MINUTE = 60_000;

/** When a workshop is, in London: "Thursday 10 December 2026, 9:30am to 11am". */
export function whenWords({
  startsAt,
  minutes,
}: Pick<WorkshopPartsFragment, 'startsAt' | 'minutes'>): string {
  const start = new Date(startsAt);
  const from = londonMomentOf(start);
  const to = londonMomentOf(new Date(start.getTime() + minutes * MILLIS_PER_MINUTE));
  if (from === null || to === null) return startsAt;
  const end = to.day === from.day ? timeWords(to.time) : `${timeWords(to.time)} on ${weekdayWords(to.day)}`;
  return `${weekdayWords(from.day)}, ${timeWords(from.time)} to ${end}`;
}

/** How many seats are left, or that others wait. */
export function seatsWords({
  seats,
  taken,
  waiting,
}: Pick<WorkshopPartsFragment, 'seats' | 'taken' | 'waiting'>): string {
  if (taken < seats) return `${countWords(seats - taken)} of ${countWords(seats)} seats left`;
  const all = seats === 1 ? 'The one seat is taken' : `All ${countWords(seats)} seats are taken`;
  return waiting === 0 ? `${all}, nobody waits` : `${all}, ${countWords(waiting)} on the waiting list`;
}

/** What one's own booking comes to; null where one has none. */
export function ownPlaceWords({
  myBooking,
  hasBegun,
}: Pick<WorkshopPartsFragment, 'myBooking' | 'hasBegun'>): string | null {
  if (myBooking === null) return null;
  if (myBooking.attended === true) return 'You were there';
  if (myBooking.attended === false) return 'You were not there';
  if (myBooking.waitingBehind === null) return hasBegun ? 'You had a seat' : 'You have a seat';
  const number = countWords(myBooking.waitingBehind + 1);
  return hasBegun ? 'You were on the waiting list' : `You are number ${number} on the waiting list`;
}
