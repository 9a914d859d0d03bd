import { addressOf, type Parameters } from '../filters/address';
import type { Filter } from '../filters/parts';
import { countWords } from '../words/numbers';

/** How many rows a page of a list has. */
export const PAGE_ROWS = 50;

/** Where in a list a page is: lists are read forwards, from one page to the next. */
export interface PagePlace {
  /** The cursor that the page follows; null for the first. */
  readonly after: string | null;
  /** 1 for the first. It is told only; the cursor decides. */
  readonly number: number;
}

export const FIRST_PAGE: PagePlace = { after: null, number: 1 };
const MOST_CURSOR_CHARACTERS = 2_000;

/** The place that an address names; the first page where it names none that can be meant. */
export function readPlace(query: Readonly<Record<string, unknown>>): PagePlace {
  const { after, page } = query;
  if (typeof after !== 'string' || after === '' || after.length > MOST_CURSOR_CHARACTERS) return FIRST_PAGE;
  const number = Number(page);
  return { after, number: Number.isSafeInteger(number) && number > 1 && number < 1e9 ? number : 2 };
}

/** The ways on from a page. */
export interface PageLinks {
  /** "1 to 50 of 1,284". */
  readonly says: string;
  readonly firstHref: string | null;
  readonly nextHref: string | null;
}

export interface PlacedPage {
  readonly path: string;
  readonly filter: Filter;
  /** What else the address holds, without the place. */
  readonly parameters: Parameters;
  readonly place: PagePlace;
  readonly rows: number;
  readonly total: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The links of a page, which keep everything that its address says. */
export function pageLinks({ path, filter, parameters, place, rows, total, pageInfo }: PlacedPage): PageLinks {
  const first = (place.number - 1) * PAGE_ROWS + 1;
  const to = `${countWords(first)} to ${countWords(first + rows - 1)}`;
  const next = { ...parameters, after: pageInfo.endCursor, page: place.number + 1 };
  return {
    says: rows === 0 ? '' : total === null ? to : `${to} of ${countWords(total)}`,
    firstHref: place.after === null ? null : addressOf(path, filter, parameters),
    nextHref: pageInfo.hasNextPage ? addressOf(path, filter, next) : null,
  };
}
