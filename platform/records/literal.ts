import { isIsoDay } from '../server/read-day';
import type { ColumnType } from './record-set';

const MOMENT =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(\.\d{1,12})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
/** A dot and six digits: PostgreSQL tells moments to the microsecond. */
const MOST_FRACTION = 7;
const LARGEST = 2 ** 31;

/** What values of a column are written as: the database is given this and nothing else. */
const FORMS: Readonly<Record<ColumnType, (text: string) => string | null>> = {
  text: (text) => text,
  integer: (text) => (isInteger(text) ? String(Number(text)) : null),
  boolean: (text) => (text === 'true' || text === 'false' ? text : null),
  day: (text) => (isIsoDay(text) ? text : null),
  moment: momentOf,
};

/** A value as the database reads it; null for a text that is no value of the type. Moments finer than microseconds are none. */
export const literalOf = (type: ColumnType, text: string): string | null => FORMS[type](text);

const isInteger = (text: string): boolean =>
  /^-?\d{1,10}$/.test(text) && Number(text) < LARGEST && Number(text) >= -LARGEST;

function momentOf(text: string): string | null {
  const [, day = '', fraction = ''] = MOMENT.exec(text) ?? [];
  if (!isIsoDay(day)) return null;
  const kept = fraction.replace(/\.?0*$/, '');
  return kept.length > MOST_FRACTION ? null : text.replace(fraction, kept);
}
