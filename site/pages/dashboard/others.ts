import type { CallsQuery, OmbudsmenQuery } from '../../operations/__generated__/operations';
import { type Count, sum } from '../figures/counts';
import { type DrawnFigures, seriesOf } from '../figures/drawn-figures';
import { inQuarter, isQuarter, quarterLabel } from '../figures/quarters';
import type { TrendTime } from '../figures/trend-time';

type Rows<Answer> = Answer extends { readonly rows: readonly (infer Row)[] } ? readonly Row[] : never;

/** What the ombudsmen asked, decided and upheld, by quarter. */
export function ombudsmenByQuarter(
  rows: Rows<NonNullable<OmbudsmenQuery['byQuarter']>>,
  { quarters, filter }: TrendTime,
): DrawnFigures {
  const line = (name: string, measure: string, pick: (row: (typeof rows)[number]) => Count) =>
    seriesOf(
      { name, measure, over: quarters, filter },
      (quarter) => sum(rows.filter((row) => isQuarter(row, quarter)).map(pick)),
      inQuarter,
    );
  return {
    id: 'ombudsmen-by-quarter',
    kind: 'lines',
    subject: 'Ombudsmen’s cases',
    isNoSum: true,
    compared: { periodsBack: 4, words: 'the same quarter a year before' },
    title: 'The ombudsmen by quarter',
    subtitle: 'Enquiries received, cases decided, and complaints upheld, of both ombudsmen',
    unit: 'COUNT',
    isLastPartial: false,
    categories: quarters.map(quarterLabel),
    series: [
      line('Enquiries', 'REFERRED_TO_OMBUDSMAN', (row) => row.referredToOmbudsman),
      line('Decided', 'OMBUDSMAN_DECIDED', (row) => row.ombudsmanDecided),
      line('Upheld', 'UPHELD_BY_OMBUDSMAN', (row) => row.upheldByOmbudsman),
    ],
  };
}

/** Telephone calls to the complaints team, by quarter. */
export function callsByQuarter(
  rows: Rows<NonNullable<CallsQuery['calls']>>,
  { quarters }: TrendTime,
): DrawnFigures {
  const line = (name: string, pick: (row: (typeof rows)[number]) => Count) => ({
    name,
    measure: null,
    values: quarters.map((quarter) => {
      const row = rows.find((each) => isQuarter(each, quarter));
      return row === undefined ? null : pick(row);
    }),
    // Calls are counted and not listed.
    hrefs: quarters.map(() => null),
  });
  return {
    id: 'calls-by-quarter',
    kind: 'lines',
    subject: 'Telephone calls',
    isNoSum: true,
    compared: { periodsBack: 4, words: 'the same quarter a year before' },
    title: 'Telephone calls by quarter',
    subtitle: 'Calls offered to the complaints team, and those answered',
    unit: 'COUNT',
    isLastPartial: false,
    categories: quarters.map(quarterLabel),
    series: [line('Offered', (row) => row.offered), line('Answered', (row) => row.answered)],
  };
}
