import { complaintHref } from '../../complaints/rows';

/** How many entries a page of the timeline has; and the most that the graph gives at once, for whoever follows a link to an old one. */
export const PAGE_ENTRIES = 20;
export const MOST_ENTRIES = 200;

/** What is shown of a timeline. */
interface Shown {
  readonly id: string;
  /** The places of the entries on the page. */
  readonly places: readonly number[];
  readonly total: number;
}

/** Where an entry of a complaint stands: on this page, on one with more of them, or null where no page has it at hand. */
export function entryHref({ id, places, total }: Shown, place: number): string | null {
  if (places.includes(place)) return `#entry-${place}`;
  return total - place < MOST_ENTRIES ? `${complaintHref(id)}?entries=more#entry-${place}` : null;
}
