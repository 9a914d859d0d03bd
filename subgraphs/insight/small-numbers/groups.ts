import { groupBy } from '../../../platform/tables/group-by';
import { type Classes, isSafe, poolSmall, together } from './pool-small';

/** The key of the smallest thing that is counted: a quarter, stream and stage, say. */
export type Key = string;
/** Keys that are told together or not at all. No key is in two groups. */
export type Groups = readonly (readonly Key[])[];

/** The smallest things of some whole, with what tells them apart from the coarsest on. */
export interface Leaf {
  readonly key: Key;
  /** The value of each level: of a service its directorate, then the service. */
  readonly path: readonly string[];
  readonly classes: Classes;
}

/**
 * Divides leaves that may be told together into groups that may each be told: level by level, so that what is small is
 * told with what is next to it. Null where they may not even be told together.
 */
export function divide(leaves: readonly Leaf[], below: number, level = 0): Groups | null {
  if (!isSafe(together(leaves.map(({ classes }) => classes)), below)) return null;
  if (leaves.length === 0) return [];
  const isLast = leaves.every(({ path }) => path.length <= level);
  if (isLast) return [leaves.map(({ key }) => key)];
  const children = [...groupBy(leaves, ({ path }) => path[level] ?? '').values()];
  const classesOf = (child: readonly Leaf[]) => together(child.map(({ classes }) => classes));
  return poolSmall(children, classesOf, below).flatMap((group) => {
    const [child, ...others] = group;
    const inside = child && others.length === 0 ? divide(child, below, level + 1) : null;
    return inside ?? [group.flat().map(({ key }) => key)];
  });
}

/** The finest groups in which both kinds are whole: those that have a key in common become one. */
export function join(...kinds: readonly Groups[]): Groups {
  const groupOf = new Map<Key, Set<Key>>();
  for (const group of kinds.flat()) {
    const joined = new Set(group);
    for (const key of group) for (const other of groupOf.get(key) ?? []) joined.add(other);
    for (const key of joined) groupOf.set(key, joined);
  }
  return [...new Set(groupOf.values())].map((group) => [...group]);
}
