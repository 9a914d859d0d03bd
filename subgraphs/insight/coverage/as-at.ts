import { badInput } from '../../../counting/bad-input';
import type { Reach, Reaches } from '../../../counting/reach';
import { type Day, isDay } from '../../../domain/calendar/day';
import { readDay } from '../../../platform/server/read-day';

/** The day as at which figures stand. */
export interface AsAtDay {
  readonly asAt: Day;
  /** Whether somebody asked for it: then what came later is as if it were not known. */
  readonly isCut: boolean;
}

/**
 * The day as at which a question is answered: the one asked for, else the newest that the records of all the streams asked
 * about reach, and no later than `caughtUp`. Throws BAD_USER_INPUT for a day that is still to come, and for one before the
 * first record.
 */
export function checkAsAt(
  asked: unknown,
  {
    streams,
    reach,
    caughtUp,
    today,
  }: {
    /** The streams asked about, in the order in which they are told. */
    readonly streams: readonly string[];
    readonly reach: Reaches;
    /** The day up to which everything that is recorded is in the facts. */
    readonly caughtUp: Day;
    readonly today: Day;
  },
): AsAtDay {
  const day = readDay('asAt', asked, isDay);
  const known = streams.flatMap((stream) => reach.get(stream) ?? []);
  if (day === null) return { asAt: newestOfAll(known, caughtUp), isCut: false };
  if (day > today) throw badInput('asAt', `is still to come: give a day up to ${today}, or leave it out.`);
  const first = firstOf(known);
  if (first !== null && day < first)
    throw badInput('asAt', `is before the first record (${first}): give that day or a later one.`);
  return { asAt: day, isCut: true };
}

/** Records without a known end are taken to go on. */
function newestOfAll(reaches: readonly Reach[], caughtUp: Day): Day {
  return reaches.reduce((newest, { to }) => (to !== null && to < newest ? to : newest), caughtUp);
}

/** Null where the beginning of any is not known. */
function firstOf(reaches: readonly Reach[]): Day | null {
  const froms = reaches.map(({ from }) => from);
  return froms.reduce<Day | null>((first, from) => earlierOf(first, from), froms[0] ?? null);
}

const earlierOf = (one: Day | null, other: Day | null): Day | null =>
  one === null || other === null ? null : one < other ? one : other;

/** The reach of the records as it was on a day: nothing of what came later. */
export function reachUpTo(reach: Reaches, day: Day): Reaches {
  return new Map(
    [...reach]
      .filter(([, { from }]) => from === null || from <= day)
      .map(([keeper, { to, ...reach }]) => [keeper, { ...reach, to: to === null || to > day ? day : to }]),
  );
}
