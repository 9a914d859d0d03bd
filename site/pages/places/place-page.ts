import type { PagePeriod } from '../../filters/period';
import type { Asking, Gateway } from '../../gateway/gateway';
import {
  DividedPlaceDocument,
  DueIfReceivedDocument,
  FiguresDocument,
  type Measure,
  type Stream,
  WaitingComplaintsDocument,
} from '../../operations/__generated__/operations';
import { askPart } from '../ask-part';
import { draw } from '../figures/draw';
import { toldFigure } from '../figures/told-figure';
import { trendTime, withoutTime } from '../figures/trend-time';
import { dueWords } from './due-words';
import type { Place } from './place';
import { placeDrawn, placeTables, placeTrend } from './place-tables';
import { waitingOf } from './waiting';

const MEASURES: readonly Measure[] = [
  'RECEIVED',
  'IN_TIME_RATE',
  'DAYS_TO_ANSWER_MEDIAN',
  'OPEN',
  'OVERDUE',
  'WENT_ON_RATE',
  'UPHOLD_RATE',
  'UPHELD_BY_OMBUDSMAN',
];

/** Asks for all parts of the page of a service or stream at once; each can be missing without the others. */
export async function askPlace(
  gateway: Gateway,
  { place, period, asking }: { place: Place; period: PagePeriod; asking: Asking },
) {
  const { filter } = period;
  const compareWith = period.isOnePeriod ? ['SAME_PERIOD_LAST_YEAR' as const] : null;
  const trend = { ...withoutTime(filter), financialYears: [...period.years] };
  const waiting = {
    overdue: { ...place.narrow, overdue: true },
    open: { ...place.narrow, status: 'OPEN' as const },
  };
  const [figures, divided, complaints, due] = await Promise.all([
    askPart(gateway.ask(FiguresDocument, { measures: MEASURES, where: filter, compareWith }, asking)),
    askPart(gateway.ask(DividedPlaceDocument, { trend, where: filter }, asking)),
    askPart(gateway.ask(WaitingComplaintsDocument, waiting, asking)),
    place.stream === null
      ? null
      : askPart(gateway.ask(DueIfReceivedDocument, dueVariables(place.stream), asking)),
  ]);
  return { figures, divided, complaints, due };
}

const dueVariables = (stream: Stream) => ({
  corporate: stream === 'CORPORATE',
  adults: stream === 'ADULTS',
  childrens: stream === 'CHILDRENS',
  schools: stream === 'SCHOOLS',
});

/** What the page shows of the answers. */
export function placeView(
  { figures, divided, complaints, due }: Awaited<ReturnType<typeof askPlace>>,
  { place, period, asAt }: { place: Place; period: PagePeriod; asAt: string },
) {
  const { quarters, isLastPartial, filter: timeless } = trendTime(period, asAt);
  const of = divided && { answer: divided, filter: period.filter, timeless, quarters };
  return {
    figures: figures && (figures.figures ?? []).map((figure) => toldFigure(figure, period.filter)),
    overdue: waitingOf(complaints?.overdue ?? null),
    open: waitingOf(complaints?.open ?? null),
    due: dueWords(due),
    trend: of && placeTrend(of),
    drawn: of && placeDrawn(of, { name: place.name, isLastPartial }).map((figures) => draw(figures)),
    tables: of && placeTables(of),
  };
}
