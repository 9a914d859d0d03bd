import { badUserInput } from '../server/errors';
import { isIsoDay } from '../server/read-day';

/**
 * A type of column that lists are ordered by. Moments are to the millisecond, as the product writes them; a list that puts
 * rows without a day first or last says `infinity` for it.
 */
export type OrderType = 'int' | 'bigint' | 'text' | 'date' | 'timestamptz';

/** By an example, how a value of each type stands in a cursor. */
const EXAMPLES = { int: 1, bigint: 1, text: 'text', date: '2021-04-01', timestamptz: 'a moment' } as const;

const LARGEST_INT = 2 ** 31 - 1;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** What the database would refuse with an error of its own. */
const FITS: Readonly<Record<OrderType, (value: string | number) => boolean>> = {
  int: (value) => Math.abs(Number(value)) <= LARGEST_INT,
  bigint: () => true,
  text: (value) => !String(value).includes('\0'),
  date: (value) => /^-?infinity$/.test(String(value)) || isIsoDay(String(value)),
  timestamptz: (value) => isMoment(String(value)),
};

/** Whether a text is a moment as cursors write it: in UTC, to the millisecond. */
export const isMoment = (text: string): boolean =>
  MOMENT.test(text) && isIsoDay(text.slice(0, 'YYYY-MM-DD'.length)) && !Number.isNaN(Date.parse(text));

/** How a list's cursors look, by an example. */
export const keyLike = (types: readonly OrderType[]): (string | number)[] =>
  types.map((type) => EXAMPLES[type]);

/** The place of a cursor, each value of which the database can read. Throws BAD_USER_INPUT where one cannot be. */
export function checkPlace(
  place: readonly (string | number)[],
  types: readonly OrderType[],
): readonly (string | number)[] {
  if (types.every((type, index) => FITS[type](place[index] ?? ''))) return place;
  throw badUserInput('`after` is no cursor of this list: give the `endCursor` of a page, unchanged.');
}
