import { badInput } from '../../../counting/bad-input';
import { rangesOf } from '../../../counting/day-set';
import { addDays, type Day, FIRST_DAY, LAST_DAY } from '../../../domain/calendar/day';
import {
  type FinancialYear,
  financialYearOf,
  type Period,
  periodOf,
  quarterOf,
} from '../../../domain/calendar/financial-year';
import { keysOf } from '../../../platform/tables/keys-of';
import type { CheckedFilter } from '../figures/filter';
import type { Dimension } from '../figures/stage-dimensions';

/** What figures are told by, beside stream, stage and financial year: one of these at a time. */
export interface View {
  readonly name: 'quarter' | 'service' | 'theme' | 'channel';
  /** From the coarsest on. */
  readonly dimensions: readonly Dimension[];
}

export const BY_QUARTER: View = { name: 'quarter', dimensions: ['QUARTER'] };
const VIEWS: readonly View[] = [
  BY_QUARTER,
  { name: 'service', dimensions: ['DIRECTORATE', 'SERVICE'] },
  { name: 'theme', dimensions: ['THEME'] },
  { name: 'channel', dimensions: ['CHANNEL'] },
];
export const HANDLING: readonly Dimension[] = ['STREAM', 'STAGE', 'FINANCIAL_YEAR'];

/**
 * By what a question is told where small numbers are protected. Throws BAD_USER_INPUT for what is told in no way: its answers
 * could be put together to small numbers.
 */
export function viewOf(by: readonly Dimension[], filter: CheckedFilter): View {
  const asked = [...by, ...narrowedBy(filter)].filter((dimension) => !HANDLING.includes(dimension));
  const untold = asked.find((dimension) => !VIEWS.some(({ dimensions }) => dimensions.includes(dimension)));
  if (untold !== undefined) throw badInput('by', `and \`where\` go by ${untold}. ${PROTECTED} ${ONE_OF}`);
  const views = VIEWS.filter(({ dimensions }) => dimensions.some((dimension) => asked.includes(dimension)));
  const [view = BY_QUARTER, another] = views;
  if (another)
    throw badInput('by', `and \`where\` go by ${view.name} and ${another.name}. ${PROTECTED} ${ONE_OF}`);
  return view;
}

const PROTECTED = 'Small numbers are protected in what you are told:';
const ONE_OF = 'ask by stream, stage, financial year and one of quarter, service, theme and channel.';

function narrowedBy({ services, directorates, themes, channels, outcomes, routes, ageBands }: CheckedFilter) {
  const parts: Readonly<Partial<Record<Dimension, unknown>>> = {
    ...{ SERVICE: services, DIRECTORATE: directorates, THEME: themes, CHANNEL: channels },
    ...{ OUTCOME: outcomes, ROUTE: routes, AGE_BAND: ageBands },
  };
  return keysOf(parts).filter((dimension) => (parts[dimension] ?? null) !== null);
}

/**
 * Days and months are told of nothing, and of a year that goes on nothing but quarters; `until` is the last day of those that
 * are over. Throws BAD_USER_INPUT.
 */
export function refuseParts(
  { days }: CheckedFilter,
  { until, view }: { readonly until: Day; readonly view: View },
): void {
  const ranges = rangesOf(days, { from: FIRST_DAY, to: LAST_DAY });
  if (ranges.every((period) => isWhole(period, { until, view }))) return;
  const wanted =
    view === BY_QUARTER
      ? 'quarters and financial years as a whole.'
      : `financial years that are over by ${until}, as a whole: name them in \`financialYears\`.`;
  throw badInput('where', `names other days. ${PROTECTED} ask for ${wanted}`);
}

/** Whether a period is made of whole quarters, or of whole years that are over, as the view tells them. */
export function isWhole(
  { from, to }: Period,
  { until, view }: { readonly until: Day; readonly view: View },
): boolean {
  const isByQuarter = view === BY_QUARTER;
  const begins = from === FIRST_DAY || from === partOf(from, isByQuarter)?.from;
  const ends = to === partOf(to, isByQuarter)?.to && to <= until;
  return begins && (ends || (isByQuarter && to >= until));
}

const partOf = (day: Day, isByQuarter: boolean): Period | null =>
  periodOf({ financialYear: financialYearOf(day), ...(isByQuarter && { quarter: quarterOf(day) }) });

/** Whether a financial year is over by a day. */
export const isOverBy =
  (until: Day) =>
  (year: FinancialYear): boolean => {
    const period = periodOf({ financialYear: year });
    return period !== null && period.to <= until;
  };

/** The last day of the quarters that are over by a day, that day included; null before the first. */
export function lastQuarterEnd(day: Day): Day | null {
  const quarter = partOf(day, true);
  if (quarter === null) return null;
  if (quarter.to === day) return day;
  return quarter.from > FIRST_DAY ? addDays(quarter.from, -1) : null;
}
