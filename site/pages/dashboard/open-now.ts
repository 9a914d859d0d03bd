import { dayWords } from '../../../domain/figures/days';
import { countWords } from '../../../domain/figures/numbers';
import type { Filter } from '../../filters/parts';
import type { DashboardQuery } from '../../operations/__generated__/operations';
import { sum } from '../figures/counts';
import { type DrawnFigures, seriesOf } from '../figures/drawn-figures';
import { byStreamAndStage, stageRowFilter, stageRowName } from './stage-rows';

type Row = NonNullable<DashboardQuery['backlog']>['rows'][number];

/** What is open and overdue on the page's last day, by stream and stage. */
export function openNow(
  rows: readonly Row[],
  { endsOn, filter }: { readonly endsOn: string; readonly filter: Filter },
): DrawnFigures {
  const waiting = rows.filter(({ stage, open }) => stage !== null && open).sort(byStreamAndStage);
  const ofCell = (row: Row): Filter => ({ to: endsOn, ...stageRowFilter(row) });
  return {
    id: 'open-now',
    kind: 'bars',
    title: 'Open and overdue',
    subtitle: `Stages open on ${dayWords(endsOn)}, and those of them past their due date, by stream and stage`,
    subject: 'Open stages',
    headline: headlineOf(waiting, endsOn),
    categoryHead: 'Stream and stage',
    unit: 'COUNT',
    isLastPartial: false,
    categories: waiting.map((row) => ({ label: stageRowName(row) })),
    series: [
      seriesOf({ name: 'Open', measure: 'OPEN', over: waiting, filter }, (row) => row.open, ofCell),
      seriesOf({ name: 'Overdue', measure: 'OVERDUE', over: waiting, filter }, (row) => row.overdue, ofCell),
    ],
  };
}

function headlineOf(rows: readonly Row[], endsOn: string): string {
  const [open, overdue] = [sum(rows.map((row) => row.open)), sum(rows.map((row) => row.overdue))];
  if (open === null || overdue === null) return `Nothing was open on ${dayWords(endsOn)}`;
  const [most] = [...rows].sort((one, other) => (other.overdue ?? 0) - (one.overdue ?? 0));
  const where =
    most?.overdue && rows.length > 1 ? `, most in ${stageRowName(most)} (${countWords(most.overdue)})` : '';
  return `${countWords(overdue)} of ${countWords(open)} open stages were overdue on ${dayWords(endsOn)}${where}`;
}
