import { addDays, type Day, FIRST_DAY, LAST_DAY } from '../domain/calendar/day';
import type { Period } from '../domain/calendar/financial-year';
import { type DaySet, isEveryDay, rangesOf } from './day-set';

/** Of which days the records of one keeper speak; null at an end that is not known, which then ends nothing. */
export interface Reach {
  readonly from: Day | null;
  readonly to: Day | null;
  /** Days between of which no record speaks; left out where there are none. */
  readonly gap?: Period;
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
 * The keepers whose records end before the days do, leave some out, or speak of none of them: a figure of all counts what there is. None
 * where no keeper's records speak of the days at all, since the figure then is null.
 */
export function partlyReached(days: DaySet, keepers: readonly string[], reaches: Reaches): readonly string[] {
  if (isEveryDay(days) || !isReached(days, keepers, reaches)) return [];
  return keepers.filter((keeper) => {
    const reach = reaches.get(keeper);
    if (reach === undefined || !overlaps(days, reach)) return true;
    return goesOnPast(days, reach) || holdsGap(days, reach);
  });
}

/** Whether the days go on after the newest of which the records speak. Days without an end end with the records. */
export function goesOnPast(days: DaySet, reach: Reach): boolean {
  const { to } = reach;
  return to !== null && within(days, reach).some((range) => range.to > to);
}

/** Whether some of the days are between those of which the records speak. */
const holdsGap = (days: DaySet, reach: Reach): boolean => {
  const { gap } = reach;
  return gap !== undefined && within(days, reach).some((range) => meet(range, gap));
};

function overlaps(days: DaySet, reach: Reach): boolean {
  // Without a known end every day is reached; the quarters of eight thousand years need not be looked at for that.
  if (isEveryDay(days) || (reach.from === null && reach.to === null)) return true;
  const spoken = spokenOf(reach);
  return within(days, reach).some((range) => spoken.some((period) => meet(range, period)));
}

const meet = (one: Period, other: Period): boolean => one.from <= other.to && one.to >= other.from;

/** Without the gap; one at an end of the reach leaves nothing on that side. */
function spokenOf(reach: Reach): readonly Period[] {
  const { from, to } = ends(reach);
  const { gap } = reach;
  if (gap === undefined) return [{ from, to }];
  const before = { from, to: addDays(gap.from, -1) };
  const after = { from: addDays(gap.to, 1), to };
  return [before, after].filter((period) => period.from <= period.to);
}

const within = (days: DaySet, reach: Reach) => rangesOf(days, ends(reach));

const ends = ({ from, to }: Reach) => ({ from: from ?? FIRST_DAY, to: to ?? LAST_DAY });
