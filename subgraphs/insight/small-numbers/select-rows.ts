import { rangesOf } from '../../../counting/day-set';
import { FIRST_DAY, LAST_DAY } from '../../../domain/calendar/day';
import { periodOf } from '../../../domain/calendar/financial-year';
import { type Asked, kindsToCount } from '../figures/asked-figures';
import { COUNT_NAMES, COUNTS } from '../figures/catalogue/measure-catalogue';
import type { CheckedFilter } from '../figures/filter';
import type { Tally } from '../figures/tally';

/** Whether the rows of a release say by themselves which of them a filter lets through: a service may be asked for by a former name. */
export const canSelect = ({ services, directorates }: CheckedFilter): boolean =>
  services === null && directorates === undefined;

/** Whether a filter lets a row of a release through, whose days are those of a quarter or a year as a whole. */
export function selects(filter: CheckedFilter): (row: Tally) => boolean {
  const { streams, stages, themes, channels } = filter;
  const ranges = rangesOf(filter.days, { from: FIRST_DAY, to: LAST_DAY });
  const isIn = (values: readonly unknown[] | null | undefined, value: unknown) =>
    values?.includes(value) ?? true;
  return ({ stream, stage, theme, channel, financialYear, quarter }) => {
    if (!isIn(streams, stream) || !isIn(stages, stage)) return false;
    if (!isIn(themes, theme) || !isIn(channels, channel)) return false;
    const days = financialYear && periodOf({ financialYear, ...(quarter && { quarter }) });
    return days !== null && ranges.some(({ from, to }) => from <= days.from && days.from <= to);
  };
}

/** Whether something is counted in a row of what makes rows of a question, as where everything is told. */
export function hasSomething(asked: Asked): (row: Tally) => boolean {
  const kinds = kindsToCount(asked, { isOfAllTime: false });
  const figures = COUNT_NAMES.map((name) => COUNTS[name])
    .filter(({ facts }) => kinds.includes(facts))
    .map(({ figure }) => figure);
  return (row) => figures.some((figure) => row[figure] > 0);
}
