import type { DimensionValues } from './question';
import { type Dimension, FIELDS, ORDERS } from './stage-dimensions';

type Value = string | number | null;

/** Compares rows as the database orders them: by the dimensions as asked, names by their bytes, what is missing last. */
export const byDimensions =
  (by: readonly Dimension[]) =>
  (one: DimensionValues, other: DimensionValues): number => {
    for (const dimension of by) {
      const field = FIELDS[dimension];
      const compared = compare(one[field], other[field], ORDERS[field] ?? []);
      if (compared !== 0) return compared;
    }
    return 0;
  };

/** Those of a fixed order go by it; what the order does not name follows, by its text. */
function compare(one: Value, other: Value, order: readonly Value[]): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  const places = [one, other].map((value) => (order.includes(value) ? order.indexOf(value) : order.length));
  const [place = 0, otherPlace = 0] = places;
  if (place !== otherPlace) return place - otherPlace;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
}
