import { addDays, londonDayOf, monthOf, toDay } from '../../../../domain/calendar/day';
import { lastDayOfMonth } from '../../../../domain/calendar/months';
import { dayParts } from '../../../../domain/figures/days';
import type { Parameters } from '../../../filters/address';

/** How many were found on one day. */
export interface DayTally {
  readonly day: string | null;
  readonly open: number;
  readonly settled: number;
}

type HrefOf = (parameters: Parameters) => string;

/** How long something has waited, in days, by which ages are told. */
const AGES = [
  { name: 'Up to a week', from: 0, to: 7 },
  { name: '8 to 30 days', from: 8, to: 30 },
  { name: '31 to 90 days', from: 31, to: 90 },
  { name: 'Over 90 days', from: 91, to: null },
] as const;

/** What waits by its age, each with the days between which it was found. */
export function ageRows(tallies: readonly DayTally[], { now, hrefOf }: { now: Date; hrefOf: HrefOf }) {
  const today = londonDayOf(now);
  return AGES.map(({ name, from, to }) => {
    const newest = from === 0 ? null : addDays(today, -from);
    const oldest = to === null ? null : addDays(today, -to);
    const isWithin = ({ day }: DayTally) =>
      day !== null && (newest === null || day <= newest) && (oldest === null || day >= oldest);
    return {
      name,
      open: tallies.filter(isWithin).reduce((sum, tally) => sum + tally.open, 0),
      href: hrefOf({ state: 'OPEN', from: oldest, to: newest }),
    };
  });
}

/** How many months the trend shows at most. */
const MOST_MONTHS = 12;

/** The newest months in which something was found: how much of it waits still, and how much is settled. */
export function monthRows(tallies: readonly DayTally[], { hrefOf }: { hrefOf: HrefOf }) {
  const months = new Map<string, { open: number; settled: number }>();
  for (const { day, open, settled } of tallies) {
    if (day === null) continue;
    const month = monthOf(toDay(day));
    const sum = months.get(month) ?? { open: 0, settled: 0 };
    months.set(month, { open: sum.open + open, settled: sum.settled + settled });
  }
  const shown = [...months].sort(([a], [b]) => (a < b ? -1 : 1)).slice(-MOST_MONTHS);
  const most = Math.max(1, ...shown.map(([, { open, settled }]) => open + settled));
  return shown.map(([month, { open, settled }]) => {
    const days = { from: month, to: lastDayOfMonth(toDay(month)) };
    const { month: name, year } = dayParts(month);
    return {
      ...{ name: `${name} ${year}`, open, settled, most },
      openHref: hrefOf({ state: 'OPEN', ...days }),
      settledHref: hrefOf({ state: 'SETTLED', ...days }),
    };
  });
}
