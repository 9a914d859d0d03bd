import { type Filter, STREAMS } from '../../filters/parts';
import type { DashboardQuery, Stream } from '../../operations/__generated__/operations';
import { dayWords } from '../../words/days';
import { stageName, streamName } from '../../words/names';
import { countWords } from '../../words/numbers';
import { sum } from './cells';
import { type DrawnFigures, seriesOf } from './section';

type Row = NonNullable<DashboardQuery['backlog']>['rows'][number];

/** What is open and overdue on the page's last day, by stream and stage. */
export function openNow(
  rows: readonly Row[],
  { endsOn, filter }: { readonly endsOn: string; readonly filter: Filter },
): DrawnFigures {
  const waiting = rows
    .filter(({ stage, open }) => stage !== null && open)
    .sort((one, other) => place(one.stream) - place(other.stream) || (one.stage ?? 0) - (other.stage ?? 0));
  const ofCell = ({ stream, stage }: Row): Filter => ({
    to: endsOn,
    ...(stream === null ? {} : { streams: [stream] }),
    ...(stage === null ? {} : { stages: [stage] }),
  });
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
    categories: waiting.map((row) => ({ label: nameOf(row) })),
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
    most?.overdue && rows.length > 1 ? `, most in ${nameOf(most)} (${countWords(most.overdue)})` : '';
  return `${countWords(overdue)} of ${countWords(open)} open stages were overdue on ${dayWords(endsOn)}${where}`;
}

const nameOf = ({ stream, stage }: Row): string => `${streamName(stream)}, ${stageName(stage).toLowerCase()}`;

const place = (stream: Stream | null): number => (stream === null ? -1 : STREAMS.indexOf(stream));
