import { toDay } from '../../../domain/calendar/day';
import { lastDayOfMonth } from '../../../domain/calendar/months';
import { ageBandName, stageName, streamName } from '../../../domain/figures/names';
import type { Filter } from '../../filters/parts';
import { AGE_BANDS, STREAMS } from '../../filters/parts';
import type { BacklogQuery, DashboardQuery } from '../../operations/__generated__/operations';
import { monthWords, shortMonthWords } from '../../words/months';
import { sum } from '../figures/counts';
import { type DrawnFigures, rateSeriesOf, seriesOf } from '../figures/drawn-figures';
import { inQuarter, isQuarter, quarterLabel } from '../figures/quarters';
import type { TrendTime } from '../figures/trend-time';

type Rows<Answer> = Answer extends { readonly rows: readonly (infer Row)[] } ? readonly Row[] : never;
type RowsOf<Name extends keyof DashboardQuery> = Rows<NonNullable<DashboardQuery[Name]>>;

/** Received by quarter, a line for each stream that received any. */
export function receivedByQuarter(rows: RowsOf<'receivedByQuarter'>, time: TrendTime): DrawnFigures {
  const streams = STREAMS.filter((stream) => rows.some((row) => row.stream === stream && row.received));
  return {
    id: 'received-by-quarter',
    kind: 'lines',
    subject: 'Stages received',
    title: 'Received by quarter',
    subtitle: 'Stages received, by stream',
    unit: 'COUNT',
    ...overQuarters(time),
    series: streams.map((stream) =>
      seriesOf(
        { name: streamName(stream), measure: 'RECEIVED', over: time.quarters, filter: time.filter },
        (quarter) =>
          sum(
            rows.filter((row) => row.stream === stream && isQuarter(row, quarter)).map((row) => row.received),
          ),
        (quarter) => ({ ...inQuarter(quarter), streams: [stream] }),
      ),
    ),
  };
}

/** The share answered in time by quarter, a line for each stage. */
export function inTimeByQuarter(rows: RowsOf<'inTimeByQuarter'>, time: TrendTime): DrawnFigures {
  const stages = [
    ...new Set(rows.flatMap(({ stage, answered }) => (stage !== null && answered ? stage : []))),
  ].sort();
  return {
    id: 'in-time-by-quarter',
    kind: 'lines',
    subject: 'Answers in time',
    title: 'Answered in time by quarter',
    subtitle: 'Share of answers that were in time, by stage',
    unit: 'RATE',
    ...overQuarters(time),
    series: stages.map((stage) =>
      rateSeriesOf(
        { name: stageName(stage), measure: 'IN_TIME_RATE', over: time.quarters, filter: time.filter },
        (quarter) => {
          const cells = rows.filter((row) => row.stage === stage && isQuarter(row, quarter));
          return {
            numerator: sum(cells.map((row) => row.answeredInTime)),
            denominator: sum(cells.map((row) => row.answered)),
          };
        },
        (quarter) => ({ ...inQuarter(quarter), stages: [stage] }),
      ),
    ),
  };
}

/** The share of stages received that went on, by quarter. */
export function wentOnByQuarter(rows: RowsOf<'wentOnByQuarter'>, time: TrendTime): DrawnFigures {
  return {
    id: 'went-on-by-quarter',
    kind: 'lines',
    subject: 'Stages whose complaint went on',
    title: 'Went on to the next stage',
    subtitle: 'Share of the stages received in each quarter whose complaint reached the next stage since',
    unit: 'RATE',
    ...overQuarters(time),
    series: [
      rateSeriesOf(
        { name: 'Went on', measure: 'WENT_ON_RATE', over: time.quarters, filter: time.filter },
        (quarter) => {
          const row = rows.find((each) => isQuarter(each, quarter));
          return { numerator: row?.wentOn ?? null, denominator: row?.received ?? null };
        },
        inQuarter,
      ),
    ],
  };
}

/** Received and answered by month. */
export function receivedAndAnswered(rows: RowsOf<'byMonth'>, time: TrendTime): DrawnFigures {
  const months = monthsOf(rows);
  const at = (month: string) => rows.find((row) => row.month === month);
  return {
    id: 'received-and-answered-by-month',
    kind: 'lines',
    subject: 'Stages',
    isNoSum: true,
    title: 'Received and answered by month',
    subtitle: 'Stages received, and stages answered',
    unit: 'COUNT',
    ...overMonths(months, time.isLastPartial),
    series: [
      seriesOf(
        { name: 'Received', measure: 'RECEIVED', over: months, filter: time.filter },
        (month) => at(month)?.received ?? null,
        inMonth,
      ),
      seriesOf(
        { name: 'Answered', measure: 'ANSWERED', over: months, filter: time.filter },
        (month) => at(month)?.answered ?? null,
        inMonth,
      ),
    ],
  };
}

/** What was open at each month's end, by how long it had been. */
export function backlogByAge(
  rows: Rows<NonNullable<BacklogQuery['byMonth']>>,
  { filter }: Pick<TrendTime, 'filter'>,
): DrawnFigures {
  const months = monthsOf(rows);
  return {
    id: 'backlog-by-age',
    kind: 'columns',
    subject: 'Open stages',
    title: 'Open at each month’s end, by age',
    subtitle: 'Stages open on the last day of each month, by the working days since they were received',
    unit: 'COUNT',
    ...overMonths(months, false),
    series: AGE_BANDS.map((ageBand) =>
      seriesOf(
        { name: ageBandName(ageBand), measure: 'OPEN', over: months, filter },
        (month) => {
          const ofMonth = rows.filter((row) => row.month === month);
          if (ofMonth.every(({ open }) => open === null)) return null;
          return sum(ofMonth.filter((row) => row.ageBand === ageBand).map(({ open }) => open)) ?? 0;
        },
        (month) => ({ ...inMonth(month), ageBands: [ageBand] }),
      ),
    ),
  };
}

const overQuarters = ({ quarters, isLastPartial }: TrendTime) => ({
  categories: quarters.map(quarterLabel),
  compared: { periodsBack: 4, words: 'the same quarter a year before' },
  isLastPartial,
});

const overMonths = (months: readonly string[], isLastPartial: boolean) => ({
  categories: months.map((month) => ({ label: monthWords(month), shortLabel: shortMonthWords(month) })),
  compared: { periodsBack: 12, words: 'the same month a year before' },
  isLastPartial,
});

const monthsOf = (rows: readonly { readonly month: string | null }[]): string[] =>
  [...new Set(rows.flatMap(({ month }) => month ?? []))].sort();

const inMonth = (month: string): Filter => ({ from: month, to: lastDayOfMonth(toDay(month)) });
