import type { FinancialYear } from '../../../domain/calendar/financial-year';
import { groupBy } from '../../../platform/tables/group-by';
import type { Tally } from '../figures/tally';
import { PARTS, type Part } from './families';
import { divide, type Groups, join, type Key, type Leaf } from './groups';

/** What may be told of each part, by the smallest things that are counted. What is in no group is never told. */
export interface Release {
  readonly rows: ReadonlyMap<Key, Tally>;
  /** By the part. */
  readonly groups: ReadonlyMap<Part, Groups>;
  /** The group that a key is in. */
  readonly groupOf: ReadonlyMap<Part, ReadonlyMap<Key, readonly Key[]>>;
}

/** What small numbers are, and which financial years are over. */
export interface Rule {
  /** The least number that is told, besides 0. */
  readonly below: number;
  readonly isOver: (year: FinancialYear) => boolean;
}

/** The stage first: what is small is told with the same stage of another stream, so that each stage is told as a whole. */
const handlingOf = ({ stream, stage }: Tally): readonly string[] => [String(stage), String(stream)];
const yearOf = (row: Tally): string => String(row.financialYear);
const quarterOf = (row: Tally): string => `${row.financialYear} ${row.quarter}`;

/** The key of a row by quarter, stream and stage. */
export const quarterKey = (row: Tally): Key => JSON.stringify([quarterOf(row), ...handlingOf(row)]);

/** The key of a row by year, stream, stage and something else, whose values are `path`. */
export const attributeKey = (row: Tally, path: readonly string[]): Key =>
  JSON.stringify([yearOf(row), ...handlingOf(row), ...path]);

/**
 * What may be told by quarter, stream and stage, of rows of quarters that are over. What is told of a quarter never changes
 * by what a later one brings, so nothing follows from asking again.
 */
export function releaseQuarters(rows: readonly Tally[], rule: Rule): Release {
  const years = [...groupBy(rows, yearOf).values()];
  const groups = inOrder((part, coarsest) =>
    within(
      years.flatMap((ofYear) => divideYear(ofYear, part, rule)),
      coarsest,
    ),
  );
  return released(rows, quarterKey, groups);
}

/** The quarters that are too small are told together, by streams and stages, once their year is over. */
function divideYear(rows: readonly Tally[], part: Part, { below, isOver }: Rule): Groups {
  const year = rows[0]?.financialYear ?? null;
  const small: Leaf[] = [];
  const groups: Groups[] = [];
  for (const quarter of groupBy(rows, quarterOf).values()) {
    const leaves = quarter.map((row) => leafOf(row, part, quarterKey(row), handlingOf(row)));
    const divided = part.by === 'YEAR' ? null : divide(leaves, below);
    if (divided === null) small.push(...leaves);
    else groups.push(divided);
  }
  const pooled = year !== null && isOver(year) ? divide(small, below) : null;
  return [...groups.flat(), ...(pooled ?? [])];
}

/**
 * What may be told by financial year, stream, stage and something else, of rows of years that are over: within what is told
 * of the year by `quarters`, so that neither can be taken from the other.
 */
export function releaseAttribute(
  rows: readonly Tally[],
  pathOf: (row: Tally) => readonly string[],
  { quarters, rule }: { readonly quarters: Release; readonly rule: Rule },
): Release {
  const keyOf = (row: Tally) => attributeKey(row, pathOf(row));
  const groups = inOrder((part, coarsest) => {
    const wholes = yearGroups(quarters, part);
    const ofWhole = groupBy(rows, (row) => wholes.get(handlingKey(row)) ?? null);
    const divided = [...ofWhole.values()].flatMap(
      (ofOne) =>
        divide(
          ofOne.map((row) => leafOf(row, part, keyOf(row), pathOf(row))),
          rule.below,
        ) ?? [],
    );
    return within(divided, coarsest);
  });
  return released(rows, keyOf, groups);
}

const handlingKey = (row: Tally): Key => JSON.stringify([yearOf(row), ...handlingOf(row)]);

/** Which streams and stages are told together of a whole year, by any of their keys. Of a year with a gap nothing is. */
function yearGroups({ rows, groups }: Release, part: Part): ReadonlyMap<Key, string> {
  const told = groups.get(part) ?? [];
  const isTold = new Set(told.flat());
  const withGap = new Set([...rows].filter(([key]) => !isTold.has(key)).map(([, row]) => yearOf(row)));
  const handling = (key: Key) => {
    const row = rows.get(key);
    return row === undefined || withGap.has(yearOf(row)) ? [] : [handlingKey(row)];
  };
  const joined = join(told.map((group) => group.flatMap(handling)));
  return new Map(joined.flatMap((group, place) => group.map((key) => [key, String(place)])));
}

/** Each part after the one that it divides. */
function inOrder(divideOne: (part: Part, coarsest: Groups | null) => Groups): ReadonlyMap<Part, Groups> {
  const divided = new Map<Part, Groups>();
  for (const part of PARTS) divided.set(part, divideOne(part, part.of && (divided.get(part.of) ?? [])));
  return divided;
}

/** Groups in which those of the part that is divided are whole; one that holds what is not told there is not told. */
function within(groups: Groups, whole: Groups | null): Groups {
  if (whole === null) return groups;
  const told = new Set(groups.flat());
  const known = new Set(whole.flat());
  return join(
    groups,
    whole.filter((group) => group.every((key) => told.has(key))),
  ).filter((group) => group.every((key) => known.has(key)));
}

const leafOf = (row: Tally, { classesOf }: Part, key: Key, path: readonly string[]): Leaf => ({
  key,
  path,
  classes: classesOf(row),
});

function released(
  rows: readonly Tally[],
  keyOf: (row: Tally) => Key,
  groups: ReadonlyMap<Part, Groups>,
): Release {
  const byKey = (kinds: Groups) => new Map(kinds.flatMap((group) => group.map((key) => [key, group])));
  return {
    rows: new Map(rows.map((row) => [keyOf(row), row])),
    groups,
    groupOf: new Map([...groups].map(([part, kinds]) => [part, byKey(kinds)])),
  };
}

/** Whether some of the rows may be told of a part: what they make up is groups, each of them whole. */
export function isTold({ groupOf }: Release, part: Part, keys: ReadonlySet<Key>): boolean {
  const told = groupOf.get(part);
  const isWhole = (group: readonly Key[]) => group.every((key) => keys.has(key));
  const touched = [...keys].map((key) => told?.get(key));
  return [...new Set(touched)].every((group) => group !== undefined && isWhole(group));
}
