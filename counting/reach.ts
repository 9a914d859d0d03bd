import { type Day, FIRST_DAY, LAST_DAY } from '../domain/calendar/day';
import type { Period } from '../domain/calendar/financial-year';
import { type DaySet, isEveryDay, rangesOf } from './day-set';

/** Of which days the records of one keeper speak; null at an end that is not known, which then ends nothing. */
export interface Reach {
  readonly from: Day | null;
  readonly to: Day | null;
}

/**
 * By keeper, as the schema's enum names a stream, or OMBUDSMAN. A keeper that is not here has no records, or none that
 * the caller may see: nothing of it is recorded.
 */
export type Reaches = ReadonlyMap<string, Reach>;

/** From the first day of any to the newest of any; null where none has a day at either end. */
export function joinedReach(reaches: readonly Reach[]): Period | null {
  const froms = reaches.flatMap(({ from }) => from ?? []).sort();
  const tos = reaches.flatMap(({ to }) => to ?? []).sort();
  const [from, to] = [froms[0], tos.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

/**
 * A reach with the days of what is held: a record was recorded, even if its source has not been heard of yet. One that is
 * not known ends nothing, whatever is held.
 */
export function withHeld(reach: Reach, held: Period): Reach {
  return reach.from === null || reach.to === null ? reach : (joinedReach([reach, held]) ?? reach);
}

/** Whether records of any of the keepers speak of any of the days. */
export function isReached(days: DaySet, keepers: readonly string[], reaches: Reaches): boolean {
  return keepers.some((keeper) => {
    const reach = reaches.get(keeper);
    return reach !== undefined && overlaps(days, reach);
  });
}

/**
 * The keepers whose records end before the days do, or speak of none of them: a figure of all counts what there is. None
 * where no keeper's records speak of the days at all, since the figure then is null.
 */
export function partlyReached(days: DaySet, keepers: readonly string[], reaches: Reaches): readonly string[] {
  if (isEveryDay(days) || !isReached(days, keepers, reaches)) return [];
  return keepers.filter((keeper) => {
    const reach = reaches.get(keeper);
    return reach === undefined || !overlaps(days, reach) || goesOnPast(days, reach);
  });
}

/** Whether the days go on after the newest of which the records speak. Days without an end end with the records. */
export function goesOnPast(days: DaySet, reach: Reach): boolean {
  const { to } = reach;
  return to !== null && within(days, reach).some((range) => range.to > to);
}

function overlaps(days: DaySet, reach: Reach): boolean {
  // Without a known end every day is reached; the quarters of eight thousand years need not be looked at for that.
  if (isEveryDay(days) || (reach.from === null && reach.to === null)) return true;
  const { from, to } = ends(reach);
  return within(days, reach).some((range) => range.from <= to && range.to >= from);
}

const within = (days: DaySet, reach: Reach) => rangesOf(days, ends(reach));

const ends = ({ from, to }: Reach) => ({ from: from ?? FIRST_DAY, to: to ?? LAST_DAY });
