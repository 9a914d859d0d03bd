import type { Relation } from './relations';

/** What somebody who knows every sum can know of a number that is not told: its least and its most. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** What can be worked out from: the sums, what is not told, and within which bounds each of it could be. */
export interface Withheld {
  readonly relationsOf: ReadonlyMap<string, readonly Relation[]>;
  readonly values: ReadonlyMap<string, number>;
  readonly isHidden: (key: string) => boolean;
  readonly boundsOf: (key: string) => Bounds;
}

/** How many steps a search takes before it gives up: then more is withheld, never less. */
const MOST_STEPS = 3000;

/**
 * Whether a number that is not told could as well be another by one: some other numbers that are not told can be changed so
 * that every sum holds. Numbers change by one each, and the search gives up after a while, so "no" may be said too often.
 */
export function couldBeAnother(key: string, withheld: Withheld): boolean {
  const search = { ...withheld, steps: { left: MOST_STEPS } };
  return [1, -1].some((by) => mayChange(key, by, search) && isMended(new Map([[key, by]]), search));
}

type Changes = ReadonlyMap<string, number>;
type Search = Withheld & { readonly steps: { left: number } };

function isMended(changes: Changes, search: Search): boolean {
  search.steps.left -= 1;
  if (search.steps.left < 0) return false;
  const broken = brokenBy(changes, search);
  if (broken === null) return true;
  const { relation, off } = broken;
  return [relation.whole, ...relation.parts].some((key) => {
    const by = (key === relation.whole ? 1 : -1) * Math.sign(off);
    return (
      !changes.has(key) && mayChange(key, by, search) && isMended(new Map([...changes, [key, by]]), search)
    );
  });
}

function mayChange(key: string, by: number, { isHidden, boundsOf, values }: Search): boolean {
  if (!isHidden(key)) return false;
  const [{ least, most }, value] = [boundsOf(key), (values.get(key) ?? 0) + by];
  return value >= least && value <= most;
}

/** A sum that the changes break, and by how much its parts are more than its whole. */
function brokenBy(
  changes: Changes,
  { relationsOf }: Search,
): { readonly relation: Relation; readonly off: number } | null {
  for (const key of changes.keys())
    for (const relation of relationsOf.get(key) ?? []) {
      const parts = relation.parts.reduce((sum, part) => sum + (changes.get(part) ?? 0), 0);
      const off = parts - (changes.get(relation.whole) ?? 0);
      if (off !== 0) return { relation, off };
    }
  return null;
}
