import { findingName, stageName } from '../../../domain/figures/names';
import type { Filter } from '../../filters/parts';
import type { DividedPlaceQuery } from '../../operations/__generated__/operations';
import { type DrawnFigures, type DrawnSeries, seriesOf } from '../figures/drawn-figures';
import { type Column, type MeasureTable, measureTable } from '../figures/measure-table';
import { inQuarter, isQuarter, type QuarterName, quarterLabel } from '../figures/quarters';

const PERFORMANCE: readonly Column[] = [
  { measure: 'RECEIVED', unit: 'COUNT', title: 'Received' },
  { measure: 'IN_TIME_RATE', unit: 'RATE', title: 'In time', sides: ['Number in time', 'Answered'] },
  { measure: 'OPEN', unit: 'COUNT', title: 'Open' },
  { measure: 'OVERDUE', unit: 'COUNT', title: 'Overdue' },
];
const RECEIVED: readonly Column[] = [{ measure: 'RECEIVED', unit: 'COUNT', title: 'Received' }];
const ANSWERED: readonly Column[] = [{ measure: 'ANSWERED', unit: 'COUNT', title: 'Answered' }];

/** What a place's tables are made of: `filter` with its time, and without it. */
export interface PlaceDivided {
  readonly answer: DividedPlaceQuery;
  readonly filter: Filter;
  readonly timeless: Filter;
  readonly quarters: readonly QuarterName[];
}

/** Quarter by quarter, each in its row though nothing was counted. */
export const placeTrend = ({ answer, timeless, quarters }: PlaceDivided): MeasureTable =>
  measureTable({
    ...{ id: 'by-quarter', title: 'By quarter', head: 'Quarter', columns: PERFORMANCE },
    rows: quarters.map((quarter) => ({
      label: quarterLabel(quarter).label,
      narrow: { ...timeless, ...inQuarter(quarter) },
      row: answer.byQuarter?.rows.find((row) => isQuarter(row, quarter)) ?? {},
    })),
  });

/** What its pictures are drawn from: what came in, and what was overdue. Two measures make two pictures and no sum. */
export const placeDrawn = (
  divided: PlaceDivided,
  { name, isLastPartial }: { readonly name: string; readonly isLastPartial: boolean },
): DrawnFigures[] => {
  const shared = {
    ...{ kind: 'lines' as const, unit: 'COUNT' as const, isLastPartial },
    compared: { periodsBack: QUARTERS_OF_A_YEAR, words: 'a year before' },
    categories: divided.quarters.map(quarterLabel),
  };
  return [
    {
      ...shared,
      ...{ id: 'received', title: `${name}: received by quarter`, subtitle: 'Stages received' },
      subject: 'Stages received',
      series: [quarterly(divided, { name: 'Received', measure: 'RECEIVED' }, (row) => row.received)],
    },
    {
      ...shared,
      ...{ id: 'overdue', title: `${name}: overdue`, subtitle: 'Stages overdue at the end of each quarter' },
      subject: 'Stages overdue',
      series: [quarterly(divided, { name: 'Overdue', measure: 'OVERDUE' }, (row) => row.overdue)],
    },
  ];
};

const QUARTERS_OF_A_YEAR = 4;

type QuarterRow = NonNullable<DividedPlaceQuery['byQuarter']>['rows'][number];

function quarterly(
  { answer, timeless, quarters }: PlaceDivided,
  named: { readonly name: string; readonly measure: string },
  valueIn: (row: QuarterRow) => number | null,
): DrawnSeries {
  return seriesOf(
    { ...named, over: quarters, filter: timeless },
    (quarter) => {
      const row = answer.byQuarter?.rows.find((each) => isQuarter(each, quarter));
      return row === undefined ? null : valueIn(row);
    },
    ({ financialYear, quarter }) => ({ financialYears: [financialYear], quarters: [quarter] }),
  );
}

/** By stage, theme and finding; a table of nothing is left out. */
export function placeTables({ answer, filter }: PlaceDivided): MeasureTable[] {
  const stages = (answer.byStage?.rows ?? []).flatMap((row) =>
    row.stage === null
      ? []
      : [{ label: stageName(row.stage), narrow: { ...filter, stages: [row.stage] }, row }],
  );
  const themes = (answer.byTheme?.rows ?? [])
    .filter(({ received }) => received)
    .sort((one, other) => (other.received ?? 0) - (one.received ?? 0))
    .map((row) => ({ label: row.theme ?? '', narrow: { ...filter, themes: [row.theme ?? ''] }, row }));
  const findings = (answer.byFinding?.rows ?? [])
    .filter(({ answered }) => answered)
    .map((row) => ({
      label: row.outcome === null ? 'No finding' : findingName(row.outcome),
      narrow: row.outcome === null ? null : { ...filter, outcomes: [row.outcome] },
      row,
    }));
  return [
    measureTable({ id: 'by-stage', title: 'By stage', head: 'Stage', columns: PERFORMANCE, rows: stages }),
    measureTable({
      id: 'by-theme',
      title: 'What they are about',
      head: 'Theme',
      columns: RECEIVED,
      rows: themes,
    }),
    measureTable({ id: 'by-finding', title: 'Findings', head: 'Finding', columns: ANSWERED, rows: findings }),
  ].filter(({ rows }) => rows.length > 0);
}
