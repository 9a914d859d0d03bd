import { isReached } from '../../../../counting/reach';
import { periodOf } from '../../../../domain/calendar/financial-year';
import { keepersOf } from '../../coverage/coverage';
import { countsOf } from '../../figures/asked-figures';
import { COUNTS } from '../../figures/catalogue/measure-catalogue';
import type { Checked } from '../../figures/check-question';
import { isMeasureRecorded } from '../../figures/measure-recorded';
import type { Column } from '../../report/columns';
import { type Asked, daysAsked } from './cell-question';

/** Whether what a cell counts was recorded, for all that it covers. */
export function isAskedRecorded(asked: Asked, { at, recording }: Checked): boolean {
  const { streams = null, stages = null } = asked.where;
  const covered = { streams, stages, days: daysAsked(asked), asAt: at.asAt };
  return isMeasureRecorded(asked.measure, covered, recording);
}

/** The last of the quarters of a period, by itself; of a year, its fourth. */
export const lastQuarterOf = (period: Column): Column => ({
  ...period,
  quarters: (period.quarters ?? (['Q4'] as const)).slice(-1),
});

/** Whether records of whoever keeps them will speak of the period, and none do yet. */
export function isToCome({ measure, where, period }: Asked, { at, recording }: Checked): boolean {
  const [quarter] = period.quarters ?? [];
  const days = periodOf({ financialYear: period.financialYear, ...(quarter && { quarter }) });
  if (days === null) return false;
  if (days.from > at.asAt) return true;
  const figure = countsOf(measure).map((name) => COUNTS[name].figure)[0] ?? 'received';
  const keepers = keepersOf({ figure, streams: where.streams ?? null }, recording);
  const { reach } = recording;
  if (reach === undefined || isReached(daysAsked({ period }), keepers, reach)) return false;
  const known = keepers.flatMap((keeper) => reach.get(keeper) ?? []);
  return known.length > 0 && known.every(({ to }) => to !== null && to < days.from);
}
