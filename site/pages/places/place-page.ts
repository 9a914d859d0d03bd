import { addressOf } from '../../filters/address';
import type { Filter } from '../../filters/parts';
import type { PagePeriod } from '../../filters/period';
import type { Asking, Gateway } from '../../gateway/gateway';
import {
  DividedPlaceDocument,
  type DividedPlaceQuery,
  DueIfReceivedDocument,
  type Measure,
  PlaceFiguresDocument,
  type PlaceFiguresQuery,
  type Stream,
} from '../../operations/__generated__/operations';
import { askPart } from '../ask-part';
import { askMeasured } from '../complaints/measured';
import { drawnView, tableView } from '../figures/drawn-view';
import { narrowedTo, notNarrowedWords } from '../figures/narrowed';
import { toldFigure } from '../figures/told-figure';
import { trendTime, withoutTime } from '../figures/trend-time';
import { countingBy, type Reach } from '../reach';
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
];

/** How many of what waits the page lists. */
const WAITING_SHOWN = 10;

/** Asks for all parts of the page of a service or stream at once; each can be missing without the others. */
export async function askPlace(
  gateway: Gateway,
  { place, period, reach, asking }: { place: Place; period: PagePeriod; reach: Reach; asking: Asking },
) {
  const counting = countingBy(gateway, reach);
  const figures = {
    ...{ measures: MEASURES, where: period.where, asAt: period.askedAsAt },
    ...{ ofCases: ['UPHELD_BY_OMBUDSMAN' as const], cases: narrowedTo('cases', period.where) },
    compareWith: period.isOnePeriod ? ['SAME_PERIOD_LAST_YEAR' as const] : null,
  };
  const listed = { filter: period.where, asAt: period.askedAsAt, first: WAITING_SHOWN, after: null };
  const [told, divided, overdue, open, due] = await Promise.all([
    askPart(counting.ask(PlaceFiguresDocument, figures, asking)),
    askDivided(counting, period, asking),
    askPart(askMeasured(counting, asking, { measure: 'OVERDUE', ...listed })),
    askPart(askMeasured(counting, asking, { measure: 'OPEN', ...listed })),
    place.stream === null
      ? null
      : askPart(gateway.ask(DueIfReceivedDocument, dueVariables(place.stream), asking)),
  ]);
  return { figures: told, divided, overdue, open, due };
}

/** Asks for the figures of a place over time and by what they are about; null where they cannot be had. */
export const askDivided = (
  gateway: Gateway,
  period: PagePeriod,
  asking: Asking,
): Promise<DividedPlaceQuery | null> => {
  const trend = { ...withoutTime(period.where), financialYears: [...period.years] };
  const variables = { trend, where: period.where, asAt: period.askedAsAt };
  return askPart(gateway.ask(DividedPlaceDocument, variables, asking));
};

const dueVariables = (stream: Stream) => ({
  corporate: stream === 'CORPORATE',
  adults: stream === 'ADULTS',
  childrens: stream === 'CHILDRENS',
  schools: stream === 'SCHOOLS',
});

/** What the page shows of the answers. `filter` is the page's own, which downloads keep. */
export function placeView(
  { figures, divided, overdue, open, due }: Awaited<ReturnType<typeof askPlace>>,
  { place, period, filter }: { place: Place; period: PagePeriod; filter: Filter },
) {
  const page = { path: place.path, filter };
  const of = divided && placeFigures(divided, { place, period });
  const [trend = null, ...tables] = of?.tables.map((table) => tableView(table, page)) ?? [];
  return {
    figures: figures && toldFigures(figures, period.filter),
    overdue: waitingOf(overdue),
    open: waitingOf(open),
    overdueHref: addressOf('/complaints', period.filter, { measure: 'OVERDUE' }),
    openHref: addressOf('/complaints', period.filter, { measure: 'OPEN' }),
    due: dueWords(due),
    trend,
    drawn: of?.drawn.map((each) => drawnView(each, page)) ?? null,
    tables: of && tables,
  };
}

/** Everything of the page that is drawn, and its tables, that of its quarters first: what can be taken away. */
export function placeFigures(
  answer: DividedPlaceQuery,
  { place, period }: { place: Place; period: PagePeriod },
) {
  const { quarters, isLastPartial, filter: timeless } = trendTime(period);
  const of = { answer, filter: period.filter, timeless, quarters };
  return {
    drawn: placeDrawn(of, { name: place.name, isLastPartial }),
    tables: [placeTrend(of), ...placeTables(of)],
  };
}

/** The figures at the head of the page, each with what it is not narrowed by. */
function toldFigures({ stages, cases }: PlaceFiguresQuery, filter: Filter) {
  const note = notNarrowedWords('cases', filter);
  return [
    ...(stages ?? []).map((figure) => toldFigure(figure, filter)),
    ...(cases ?? []).map((figure) => toldFigure(figure, narrowedTo('cases', filter), note)),
  ];
}
