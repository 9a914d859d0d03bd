import { countWords } from '../../domain/figures/numbers';
import { addressOf, type Parameters } from '../filters/address';
import type { Filter } from '../filters/parts';

/** How many rows a page of a list has. */
export const PAGE_ROWS = 50;

/** Where in a list a page is: lists are read forwards, from one page to the next, and back by the way that one came. */
export interface PagePlace {
  /** The cursor that the page follows; null for the first. */
  readonly after: string | null;
  /** The cursors of the pages before it, the nearest last, as many as an address holds; the first page has none. */
  readonly before?: readonly string[];
  /** 1 for the first. It is told only; the cursor decides. */
  readonly number: number;
}

export const FIRST_PAGE: PagePlace = { after: null, number: 1 };
const MOST_CURSOR_CHARACTERS = 2_000;
/** So far back pages lead one by one; from further on the first page is the way. */
const MOST_BACK = 5;
/** Stands in no cursor. */
const BETWEEN = '~';

/** The place that an address names; the first page where it names none that can be meant. */
export function readPlace(query: Readonly<Record<string, unknown>>): PagePlace {
  const { after, page, before } = query;
  if (typeof after !== 'string' || after === '' || after.length > MOST_CURSOR_CHARACTERS) return FIRST_PAGE;
  const number = Number(page);
  return {
    ...{ after, before: readBefore(before) },
    number: Number.isSafeInteger(number) && number > 1 && number < 1e9 ? number : 2,
  };
}

const readBefore = (given: unknown): string[] =>
  typeof given !== 'string' || given === '' || given.length > MOST_BACK * MOST_CURSOR_CHARACTERS
    ? []
    : given.split(BETWEEN).slice(-MOST_BACK);

/** The ways on from a page. */
export interface PageLinks {
  /** "1 to 50 of 1,284". */
  readonly says: string;
  readonly firstHref: string | null;
  readonly previousHref: string | null;
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
  const { after, before = [] } = place;
  const passed = after === null ? [] : [...before, after].slice(-MOST_BACK);
  const next = { ...parameters, ...placed(pageInfo.endCursor, passed, place.number + 1) };
  return {
    says: rows === 0 ? '' : total === null ? to : `${to} of ${countWords(total)}`,
    firstHref: after === null ? null : addressOf(path, filter, parameters),
    previousHref: previousOf({ path, filter, parameters, place }),
    nextHref: pageInfo.hasNextPage ? addressOf(path, filter, next) : null,
  };
}

/** The page before; null on the first page, on the second, which the first is before, and where one did not come by it. */
function previousOf({
  path,
  filter,
  parameters,
  place,
}: Pick<PlacedPage, 'path' | 'filter' | 'parameters' | 'place'>) {
  const { before = [], number } = place;
  const after = before.at(-1);
  if (after === undefined) return null;
  return addressOf(path, filter, { ...parameters, ...placed(after, before.slice(0, -1), number - 1) });
}

const placed = (after: string | null, before: readonly string[], page: number) => ({
  after,
  before: before.length > 0 ? before.join(BETWEEN) : null,
  page,
});
