import type { WorkshopPartsFragment } from '../../operations/__generated__/operations';
import { workshopPath } from './ask-workshop';
import { mayPlan } from './roles';
import { ownPlaceWords, seatsWords, whenWords } from './workshop-words';

/** Workshops as their page lists them: one's own that come, the others that come, and those that are over, the last first. */
export function listView(
  coming: readonly WorkshopPartsFragment[],
  past: readonly WorkshopPartsFragment[],
  role: string,
) {
  const isMine = ({ myBooking }: WorkshopPartsFragment) => myBooking !== null;
  return {
    mine: coming.filter(isMine).map(shown),
    others: coming.filter((workshop) => !isMine(workshop)).map(shown),
    past: [...past].reverse().map(shown),
    mayPlan: mayPlan(role),
  };
}

/** What lists and pages say of a workshop. */
export function shown(workshop: WorkshopPartsFragment) {
  const { id, title, place, heldBy, hasBegun, cancelledBecause } = workshop;
  return {
    ...{ id, title, place, heldBy, hasBegun, cancelledBecause },
    href: workshopPath(id),
    when: whenWords(workshop),
    seats: seatsWords(workshop),
    own: cancelledBecause === null ? ownPlaceWords(workshop) : null,
  };
}
