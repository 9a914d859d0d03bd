import { toDay } from '../../../domain/calendar/day';
import { financialYearOf, quarterOf } from '../../../domain/calendar/financial-year';
import { type Figure, figureWords } from '../../../domain/figures/figures';
import { lineChart } from '../../charts/line-chart';
import type { SignalLineFragment } from '../../operations/__generated__/operations';
import { quarterLabel } from '../figures/quarters';

/** The picture of a signal over its quarters, and its table. */
export interface SignalChart {
  /** Markup. */
  readonly svg: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
  readonly note: string;
}

/**
 * Quarter by quarter, with what was expected, and the limits of the period that is judged: of a count for each of its
 * quarters. Null beside other services, where no quarters are told.
 */
export function signalChart(signal: SignalLineFragment, id: string): SignalChart | null {
  if (signal.quarters.length === 0) return null;
  const isShare = signal.denominator !== null;
  const judged = signal.quarters.filter(({ isJudged }) => isJudged).length;
  // A count of a half year is that of two quarters; a share is none of more.
  const each = (value: number) => (isShare ? value : value / Math.max(1, judged));
  const limits = (value: number) => signal.quarters.map(({ isJudged }) => (isJudged ? each(value) : null));
  const chart = lineChart({
    ...{ id, title: signal.sentence, subtitle: 'By quarter', headline: signal.sentence },
    unit: isShare ? 'RATE' : 'COUNT',
    periods: signal.quarters.map(({ from }) =>
      quarterLabel({ financialYear: financialYearOf(toDay(from)), quarter: quarterOf(toDay(from)) }),
    ),
    series: [
      { name: isShare ? 'Share' : 'Count', values: signal.quarters.map(({ value }) => value) },
      { name: 'Expected', values: signal.quarters.map(() => each(signal.expected)) },
      { name: 'Upper limit', values: limits(signal.outer.to) },
      { name: 'Lower limit', values: limits(signal.outer.from) },
    ],
  });
  return {
    svg: chart.svg,
    heads: ['Quarter', isShare ? 'Share' : 'Count', ...(isShare ? ['Of'] : [])],
    rows: signal.quarters.map(({ value, denominator }, place) => ({
      label: chart.table.rows[place]?.label ?? '',
      cells: [
        wordsOf(isShare, value, denominator),
        ...(isShare ? [String(denominator ?? 'not recorded')] : []),
      ],
    })),
    note: `${limitsWords(judged)} 499 of 500 such periods in which nothing changed stay between them.`,
  };
}

const limitsWords = (judged: number): string =>
  judged === 1
    ? 'The limits are of the last quarter.'
    : `The limits are of the last ${judged} quarters together, shown for each.`;

function wordsOf(isShare: boolean, value: number | null, denominator: number | null): string {
  const figure: Figure = { unit: isShare ? 'RATE' : 'COUNT', value, numerator: null, denominator };
  return figureWords(figure);
}
