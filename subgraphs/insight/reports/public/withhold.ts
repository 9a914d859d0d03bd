import type { Relation, Sums } from './relations';
import { type Bounds, couldBeAnother, type Withheld } from './witness';

/** Numbers from 1 up to, not with, this one are not told in public. */
export const TOLD_FROM = 5;

const isSmall = (value: number): boolean => value > 0 && value < TOLD_FROM;

/**
 * The keys of the numbers that may not be told: those from 1 to 4, and as many others as it takes that none of them, nor a
 * rest of them, can be worked out by sums. Of what could be withheld beside a small number the smallest is; a whole is where
 * its parts do not suffice. Nothing that is 0 is withheld, nor beside others what is `published`, since everybody has it.
 */
export function withhold(sums: Sums, published: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const hidden = new Set([...sums.rests]);
  for (const [key, value] of sums.values) if (isSmall(value)) hidden.add(key);
  const withheld = { ...withheldFrom(sums, hidden), isPublished: (key: string) => published.has(key) };
  let more: readonly string[];
  do {
    more = moreToWithhold(sums, withheld);
    for (const key of more) hidden.add(key);
  } while (more.length > 0);
  return hidden;
}

function withheldFrom({ relations, values }: Sums, hidden: ReadonlySet<string>): Withheld {
  const relationsOf = new Map<string, Relation[]>();
  for (const relation of relations)
    for (const key of [relation.whole, ...relation.parts])
      relationsOf.set(key, [...(relationsOf.get(key) ?? []), relation]);
  const wholes = new Set(relations.map(({ whole }) => whole));
  const boundsOf = (key: string) => bounds(values.get(key) ?? 0, wholes.has(key));
  return { relationsOf, values, isHidden: (key) => hidden.has(key), boundsOf };
}

/**
 * Within which a number that is not told is known to be: who reads knows that 0 is told, and is taken to know even which
 * numbers are small. Of a whole nobody knows that, since a large one may be withheld for its parts.
 */
function bounds(value: number, isWhole: boolean): Bounds {
  if (!isSmall(value)) return { least: TOLD_FROM, most: Number.POSITIVE_INFINITY };
  return { least: 1, most: isWhole ? Number.POSITIVE_INFINITY : TOLD_FROM - 1 };
}

/** With what nobody can take back. */
interface Withholding extends Withheld {
  readonly isPublished: (key: string) => boolean;
}

/** What has to be withheld beside what is: the first that is found, since it may make others needless. */
function moreToWithhold(sums: Sums, withheld: Withholding): readonly string[] {
  for (const relation of sums.relations) {
    const more = isTooFewTogether(relation, withheld) ? nextIn([relation], sums, withheld) : null;
    if (more !== null) return [more];
  }
  for (const [key, value] of sums.values) {
    if (!isSmall(value) || couldBeAnother(key, withheld)) continue;
    const more = besides(key, sums, withheld);
    if (more !== null) return [more];
  }
  return [];
}

/**
 * What is withheld next for a small number that follows from what is told: in the sums that give away something of what it
 * hangs together with, the smallest part, else the smallest whole; where none gives anything away by itself, in any of them.
 */
function besides(key: string, sums: Sums, withheld: Withholding): string | null {
  const touched = relationsAround(key, withheld);
  const blocking = touched.filter(
    ({ whole, parts }) => [whole, ...parts].filter(withheld.isHidden).length === 1,
  );
  return (
    [blocking, touched].map((relations) => nextIn(relations, sums, withheld)).find((next) => next !== null) ??
    null
  );
}

/** The sums of a number that is not told, and of all that is not told in them, and so on. */
function relationsAround(key: string, { relationsOf, isHidden }: Withheld): readonly Relation[] {
  const relations = new Set<Relation>();
  const [seen, waiting] = [new Set([key]), [key]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const relation of relationsOf.get(next) ?? []) {
      relations.add(relation);
      for (const other of [relation.whole, ...relation.parts])
        if (isHidden(other) && !seen.has(other)) {
          seen.add(other);
          waiting.push(other);
        }
    }
  return [...relations];
}

/** Whether what is not told of a whole that is told is a small number, if of several parts together. */
function isTooFewTogether({ whole, parts }: Relation, { isHidden, values }: Withheld): boolean {
  if (isHidden(whole)) return false;
  return isSmall(parts.filter(isHidden).reduce((sum, key) => sum + (values.get(key) ?? 0), 0));
}

/** What is withheld next in some sums: the smallest part that is told and not 0, else the smallest whole; null where nothing is left. */
function nextIn(
  relations: readonly Relation[],
  sums: Sums,
  { isHidden, isPublished }: Withholding,
): string | null {
  const told = (key: string) => !isHidden(key) && !isPublished(key) && (sums.values.get(key) ?? 0) > 0;
  const parts = relations.flatMap((relation) => relation.parts).filter(told);
  return smallest(parts, sums) ?? smallest(relations.map(({ whole }) => whole).filter(told), sums);
}

const smallest = (keys: readonly string[], { values }: Sums): string | null =>
  keys.reduce<string | null>(
    (least, key) => (least === null || (values.get(key) ?? 0) < (values.get(least) ?? 0) ? key : least),
    null,
  );
