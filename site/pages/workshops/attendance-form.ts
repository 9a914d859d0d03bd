import { countWords } from '../../../domain/figures/numbers';
import { textsOf } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import type { WorkshopBookingsQuery } from '../../operations/__generated__/operations';
import type { Form } from '../../server/check-form';

type Booking = NonNullable<NonNullable<WorkshopBookingsQuery['workshop']>['bookings']>[number];

/** Who was ticked as having come, and what was recorded when the form was made. */
export interface ReadAttendance {
  readonly attended: readonly number[];
  readonly missed: readonly number[];
  /** By place: `yes`, `no` or nothing. */
  readonly was: ReadonlyMap<number, string>;
}

/** Reads the form by which attendance is recorded: each place is on it with what was recorded of it (`3:yes`). */
export function readAttendance(form: Form): ReadAttendance {
  const was = new Map(
    textsOf(form, 'was')
      .map(placeAndState)
      .filter(([place]) => place > 0),
  );
  const came = new Set(textsOf(form, 'came').map(Number));
  const places = [...was.keys()];
  return {
    was,
    attended: places.filter((place) => came.has(place)),
    missed: places.filter((place) => !came.has(place)),
  };
}

function placeAndState(text: string): [number, string] {
  const [place = '', state = ''] = text.split(':');
  return [/^\d{1,6}$/.test(place) ? Number(place) : 0, state];
}

const stateOf = ({ attended }: Booking): string => (attended === null ? '' : attended ? 'yes' : 'no');

/** What somebody else recorded since the form was made, where it is not what was ticked here. */
export function overtakenBy(bookings: readonly Booking[], read: ReadAttendance): Problem[] {
  return bookings
    .filter((booking) => {
      const isTicked = read.attended.includes(booking.place);
      const isListed = read.was.has(booking.place);
      return isListed && read.was.get(booking.place) !== stateOf(booking) && booking.attended !== isTicked;
    })
    .map(({ place, name, attended }) => ({
      field: `came-${place}`,
      says: `Somebody else recorded meanwhile that ${name} ${attended ? 'came' : 'did not come'}. Your ticks are still here: look at them, and record again.`,
    }));
}

/** The bookings as a table shows them; what was ticked and not recorded yet stays ticked. */
export function bookingRows(bookings: readonly Booking[], read: ReadAttendance | null) {
  return bookings.map((booking) => {
    const { place, name, waitingBehind, attended } = booking;
    return {
      ...{ place, name, id: `came-${place}`, was: `${place}:${stateOf(booking)}` },
      seat:
        waitingBehind === null ? 'Has a seat' : `Number ${countWords(waitingBehind + 1)} on the waiting list`,
      recorded: attended === null ? 'Not recorded' : attended ? 'Came' : 'Did not come',
      isTicked: read === null ? attended === true : read.attended.includes(place),
    };
  });
}
