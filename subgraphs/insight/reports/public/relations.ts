import { groupBy } from '../../../../platform/tables/group-by';
import { ANSWER_DAYS, type Quantity } from './quantities';
import { covers, DIMENSIONS, type Dimension, type DirectorateOf, meets } from './regions';

/** A whole that is the sum of its parts: whoever knows all of them but one knows that one too. */
export interface Relation {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** Numbers by their keys, and the sums that hold between them. */
export interface Sums {
  readonly values: ReadonlyMap<string, number>;
  /** Numbers that no cell tells, and that follow by subtraction from those that do: late answers, other services. */
  readonly rests: ReadonlySet<string>;
  readonly relations: readonly Relation[];
}

const FOUND = 'UPHELD+PARTIALLY_UPHELD+NOT_UPHELD';
const FOUND_FOR = 'UPHELD+PARTIALLY_UPHELD';
const KEPT = 'PROMISES_KEPT_IN_TIME+PROMISES_KEPT_LATE';

/** Measures that are parts of another over the same complaints. What is in none of them is a part too. */
const DIVISIONS: readonly (readonly [whole: string, ...parts: string[]])[] = [
  ['RECEIVED', 'ESCALATED', 'DIRECT'],
  ['RECEIVED', 'WENT_ON'],
  ['ACKNOWLEDGED', 'ACKNOWLEDGED_IN_TIME'],
  ['ANSWERED', 'ANSWERED_IN_TIME'],
  ['ANSWERED', 'UPHELD', 'PARTIALLY_UPHELD', 'NOT_UPHELD'],
  ['ANSWERED', FOUND_FOR, 'NOT_UPHELD'],
  ['ANSWERED', FOUND],
  ['ANSWERED', ANSWER_DAYS],
  [FOUND, 'UPHELD', 'PARTIALLY_UPHELD', 'NOT_UPHELD'],
  [FOUND, FOUND_FOR, 'NOT_UPHELD'],
  [FOUND_FOR, 'UPHELD', 'PARTIALLY_UPHELD'],
  ['OMBUDSMAN_DECIDED', 'UPHELD_BY_OMBUDSMAN'],
  ['REMEDIES_DUE', 'REMEDIES_DONE_IN_TIME'],
  ['PROMISES_DUE', 'PROMISES_KEPT_IN_TIME', 'PROMISES_KEPT_LATE', 'PROMISES_OVERDUE'],
  ['PROMISES_DUE', 'PROMISES_KEPT_IN_TIME', 'PROMISES_LATE'],
  ['PROMISES_DUE', KEPT, 'PROMISES_OVERDUE'],
  [KEPT, 'PROMISES_KEPT_IN_TIME', 'PROMISES_KEPT_LATE'],
  ['PROMISES_LATE', 'PROMISES_KEPT_LATE', 'PROMISES_OVERDUE'],
  ['ANSWERED_IN_TIME', 'IN_TIME_WITH_PROMISES'],
  ['ANSWERED_IN_TIME', 'IN_TIME_PROMISE_LATE'],
  ['IN_TIME_WITH_PROMISES', 'IN_TIME_PROMISE_LATE'],
  ['OPEN', 'OVERDUE'],
];

/** What is at a day is no sum of what was at other days. */
const STATES: ReadonlySet<string> = new Set(['OPEN', 'OVERDUE']);

interface Whole {
  readonly whole: Quantity;
  readonly parts: readonly Quantity[];
}

/**
 * The sums between the numbers of a report: by measure (findings add up to answers), and along each dimension by which
 * they differ alone (quarters add up to the period, services to their directorate), each with what is left over.
 */
export function sumsOf(quantities: readonly Quantity[], directorateOf: DirectorateOf): Sums {
  const values = new Map(quantities.map(({ key, value }) => [key, value]));
  const rests = new Set<string>();
  const relations = [...byMeasure(quantities), ...byDimension(quantities, directorateOf)].flatMap(
    ({ whole, parts }): Relation[] => {
      const rest = parts.reduce((left, { value }) => left - value, whole.value);
      const keys = parts.map(({ key }) => key);
      if (rest < 0) return [];
      if (rest === 0) return [{ whole: whole.key, parts: keys }];
      const name = `${whole.key} - ${[...keys].sort().join(' - ')}`;
      values.set(name, rest);
      rests.add(name);
      return [{ whole: whole.key, parts: [...keys, name] }];
    },
  );
  return { values, rests, relations };
}

function byMeasure(quantities: readonly Quantity[]): readonly Whole[] {
  const named = new Map(quantities.map((one) => [JSON.stringify([one.measure, one.region]), one]));
  return quantities.flatMap((whole) =>
    DIVISIONS.filter(([measure]) => measure === whole.measure).flatMap(([, ...measures]) => {
      const found = measures.map((measure) => named.get(JSON.stringify([measure, whole.region])));
      const parts = found.filter((part) => part !== undefined);
      return parts.length > 0 ? [{ whole, parts }] : [];
    }),
  );
}

const byDimension = (quantities: readonly Quantity[], directorateOf: DirectorateOf): readonly Whole[] =>
  DIMENSIONS.flatMap((dimension) =>
    linesAlong(dimension, quantities).flatMap((line) =>
      line.flatMap((whole) => divisionsOf(whole, line, dimension, directorateOf)),
    ),
  );

/** Numbers that differ by one dimension alone. */
function linesAlong(dimension: Dimension, quantities: readonly Quantity[]): readonly (readonly Quantity[])[] {
  const added = dimension === 'days' ? quantities.filter(({ measure }) => !STATES.has(measure)) : quantities;
  const line = ({ measure, region }: Quantity) => JSON.stringify([measure, { ...region, [dimension]: null }]);
  return [...groupBy(added, line).values()].filter(({ length }) => length > 1);
}

/** Each way in which a number is divided: into the smallest there are, and into each larger one with what lies beside it. */
function divisionsOf(
  whole: Quantity,
  line: readonly Quantity[],
  dimension: Dimension,
  directorateOf: DirectorateOf,
): readonly Whole[] {
  const isIn = (inner: Quantity, outer: Quantity) =>
    inner !== outer && covers(dimension, outer.region, inner.region, directorateOf);
  const isApart = (one: Quantity, other: Quantity) =>
    !meets(dimension, one.region, other.region, directorateOf);
  const inside = line.filter((part) => isIn(part, whole));
  if (inside.length === 0) return [];
  const smallest = inside.filter((part) => !inside.some((other) => isIn(other, part)));
  const withOthers = (first: readonly Quantity[]) => {
    const parts = [...first];
    for (const next of smallest) if (parts.every((part) => isApart(part, next))) parts.push(next);
    return parts;
  };
  const finest = withOthers([]);
  const larger = inside.filter((part) => !finest.includes(part));
  return [finest, ...larger.map((part) => withOthers([part]))].map((parts) => ({ whole, parts }));
}
