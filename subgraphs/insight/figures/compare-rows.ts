import type { CountedRow } from './count-facts';
import { type Dimension, FIELDS, OUTCOMES, STREAMS } from './stage-dimensions';

type Value = string | number | null;

/** Those of a fixed order go by it; what the order does not name follows, by its text. */
const ORDERS: Partial<Readonly<Record<Dimension, readonly Value[]>>> = { STREAM: STREAMS, OUTCOME: OUTCOMES };

/** Compares rows as the database orders them: by the dimensions as asked, names by their bytes, what is missing last. */
export const byDimensions =
  (by: readonly Dimension[]) =>
  (one: CountedRow, other: CountedRow): number => {
    for (const dimension of by) {
      const compared = compare(one[FIELDS[dimension]], other[FIELDS[dimension]], ORDERS[dimension] ?? []);
      if (compared !== 0) return compared;
    }
    return 0;
  };

function compare(one: Value, other: Value, order: readonly Value[]): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  const places = [one, other].map((value) => (order.includes(value) ? order.indexOf(value) : order.length));
  const [place = 0, otherPlace = 0] = places;
  if (place !== otherPlace) return place - otherPlace;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
}
