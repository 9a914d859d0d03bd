import { badInput } from '../../../counting/bad-input';
import { isDay } from '../../../domain/calendar/day';
import { pageOf as keyedPageOf, type PageOf, readPage } from '../../../platform/server/paging';

export type { PageOf } from '../../../platform/server/paging';

/** Where a page begins: after the row of this day (or moment, where the list goes by moments) and id. */
export interface Place {
  readonly day: string;
  readonly id: string;
}

/** A page that may be read: how many rows, and after which. */
export interface Page {
  readonly size: number;
  readonly after: Place | null;
  /** Identifies the question that the page belongs to, so that no cursor is used for another. */
  readonly question: string;
}

/** By an example, what insight's lists are ordered by. */
const KEY = ['2021-04-01', 'an id'] as const;

/**
 * Checks the arguments of a list that is ordered by day and id, as `readPage` does. `isPlace` says what else than a day
 * may stand in its place. Throws BAD_USER_INPUT for a cursor of which the day is none too.
 */
export function checkPage(
  args: { first?: number | null | undefined; after?: string | null | undefined },
  question: unknown,
  isPlace: (day: string) => boolean = isDay,
): Page {
  const page = readPage(args, { question, key: KEY });
  return { ...page, after: page.after === null ? null : placeOf(page.after, isPlace) };
}

function placeOf([day, id]: readonly unknown[], isPlace: (day: string) => boolean): Place {
  const isRead = typeof day === 'string' && isPlace(day) && typeof id === 'string' && !id.includes('\0');
  if (isRead) return { day, id };
  throw badInput('after', 'is no cursor of this list: give the `endCursor` of a page, unchanged.');
}

/** Makes a page of rows read in order, of which one more than its size was asked for. */
export function pageOf<Row extends Place, Node>(
  page: Page,
  rows: readonly Row[],
  nodeOf: (row: Row) => Node,
): PageOf<Node> {
  return keyedPageOf(page, rows, { keyOf: ({ day, id }) => [day, id], nodeOf });
}
