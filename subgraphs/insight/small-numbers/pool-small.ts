/** How many there are of each class of what is counted: in time and late, say. Of one class alone, how many there are. */
export type Classes = readonly number[];

/** Nothing, or enough: `below` is the least number that may be told. */
const mayBeTold = (count: number, below: number): boolean => count === 0 || count >= below;

/** Whether each class may be told. */
export const isSafe = (classes: Classes, below: number): boolean =>
  classes.every((count) => mayBeTold(count, below));

/** What some have together, class by class. */
export const together = (some: readonly Classes[]): Classes =>
  some.reduce<Classes>((sums, classes) => classes.map((count, place) => count + (sums[place] ?? 0)), []);

const sizeOf = (classes: Classes): number => classes.reduce((sum, count) => sum + count, 0);

/**
 * Divides what may be told together into groups that may each be told. Whatever may be told stands alone; the rest is told
 * as one group, to which others are added until nobody can work out its parts from its sum (secondary suppression): the
 * smallest that is enough by itself, else the smallest. Throws for children that may not be told together.
 */
export function poolSmall<Child>(
  children: readonly Child[],
  classesOf: (child: Child) => Classes,
  below: number,
): readonly (readonly Child[])[] {
  const counted = children.map((child) => ({ child, classes: classesOf(child) }));
  if (!isSafe(together(counted.map(({ classes }) => classes)), below))
    throw new RangeError('What may not be told together cannot be divided');
  const isSmall = ({ classes }: { classes: Classes }) => !isSafe(classes, below);
  const pool = counted.filter(isSmall);
  if (pool.length === 0) return children.map((child) => [child]);
  const others = counted
    .filter((child) => !isSmall(child))
    .sort((one, other) => rankOf(one.classes) - rankOf(other.classes));
  const isEnough = (added: typeof pool) => hidesItsParts([...pool, ...added], below);
  while (others.length > 0 && !isEnough([])) {
    const place = Math.max(
      0,
      others.findIndex((other) => isEnough([other])),
    );
    pool.push(...others.splice(place, 1));
  }
  return [...others.map(({ child }) => [child]), pool.map(({ child }) => child)];
}

/** Those that have nothing come last: they hide little. */
const rankOf = (classes: Classes): number => sizeOf(classes) || Number.MAX_SAFE_INTEGER;

/**
 * Whether the parts of a group do not follow from its sum. Each is known to be something, so as many as the group has
 * parts would be one each; and where each had the most that is hidden, the sum would say so.
 */
function hidesItsParts(parts: readonly { readonly classes: Classes }[], below: number): boolean {
  const sums = together(parts.map(({ classes }) => classes));
  if (parts.length < 2 || !isSafe(sums, below)) return false;
  const size = sizeOf(sums);
  return size > parts.length && size !== parts.length * (below - 1);
}
