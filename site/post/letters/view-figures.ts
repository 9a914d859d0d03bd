import type { Filter } from '../../filters/parts';
import { periodOfPage } from '../../filters/period';
import type { Asking, Gateway } from '../../gateway/gateway';
import {
  type FigurePartsFragment,
  FiguresDocument,
  type Measure,
  ScorecardsDocument,
  type ScorecardsQuery,
} from '../../operations/__generated__/operations';
import { isMeasureName } from '../../pages/complaints/measured';
import { type Scorecard, scorecardsOf, scorecardVariables } from '../../pages/dashboard/scorecards';
import { comparedPeriods } from '../../pages/figures/compare-with';
import { narrowedTo } from '../../pages/figures/narrowed';
import type { AskedPage } from '../../pages/figures/read-page';
import { type ToldFigure, toldFigure } from '../../pages/figures/told-figure';
import { kindOfMeasure } from '../../pages/measures/measure-groups';
import { protectSmall } from '../protect-small';
import type { SubscribedPage } from '../subscribed-page';
import type { LetterRow } from './letter';
import { Unreadable } from './unreadable';
import type { ViewPlace } from './view-place';

/** The figures of a view, each in its row. */
export interface FigureRows {
  /** Of a measure’s page, what it measures; null of others. */
  readonly title: string | null;
  readonly rows: readonly LetterRow[];
  /** Whether any is not told since it is small. */
  readonly isAnySmall: boolean;
  readonly isPartial: boolean;
}

interface Of {
  readonly page: SubscribedPage;
  readonly place: ViewPlace;
  readonly asked: AskedPage;
}

/** Asks for the figures of a view: those at the head of the dashboard, or the one of a measure’s page. */
export const askFigureRows = (gateway: Gateway, of: Of, asking: Asking): Promise<FigureRows> =>
  isMeasureName(of.page.of) && of.page.kind === 'measure'
    ? askMeasureRow(gateway, of, of.page.of, asking)
    : askHeadRows(gateway, of, asking);

async function askHeadRows(gateway: Gateway, { place, asked }: Of, asking: Asking): Promise<FigureRows> {
  const filter: Filter = { ...asked.filter, ...place.narrow };
  const period = periodOfPage(filter, asked.reach.asAt);
  const answer = await gateway.ask(ScorecardsDocument, scorecardVariables(period), asking);
  const told = protectedAnswer(answer);
  const cards = scorecardsOf(told, period.filter);
  return { ...noted(Object.values(told).flat()), title: null, rows: cards.map(rowOf) };
}

function protectedAnswer({ open, stages, cases, stageOne, stageTwo }: ScorecardsQuery): ScorecardsQuery {
  const told = (figures: readonly FigurePartsFragment[] | null) => figures && protectSmall(figures);
  return {
    ...{ open: told(open), stages: told(stages), cases: told(cases) },
    ...{ stageOne: told(stageOne), stageTwo: told(stageTwo) },
  };
}

async function askMeasureRow(
  gateway: Gateway,
  { asked }: Of,
  measure: Measure,
  asking: Asking,
): Promise<FigureRows> {
  const filter = narrowedTo(kindOfMeasure(measure), asked.filter);
  const period = periodOfPage(filter, asked.reach.asAt);
  const variables = {
    ...{ measures: [measure], where: period.where, asAt: period.askedAsAt },
    compareWith: comparedPeriods(period),
  };
  const { figures } = await gateway.ask(FiguresDocument, variables, asking);
  const [figure] = protectSmall(figures ?? []);
  if (figure === undefined) throw new Unreadable('The measure that the view is of is not there any more.');
  const told = toldFigure(figure, period.filter);
  return { ...noted([figure]), title: told.title, rows: [rowOf(told)] };
}

const noted = (figures: readonly (FigurePartsFragment | null)[]) => ({
  isAnySmall: figures.some(
    (figure) => figure?.suppressed || figure?.comparisons.some((each) => each.suppressed),
  ),
  isPartial: figures.some((figure) => figure?.partial === true && figure.definition.unit !== 'WORKING_DAYS'),
});

const rowOf = ({ title, value, of, comparisons, note }: Scorecard | ToldFigure): LetterRow => ({
  head: title,
  value,
  beside: [
    ...(of === null ? [] : [of]),
    ...comparisons.map(({ words, judged }) => (judged === null ? words : `${words} (now ${judged})`)),
    ...(note === null ? [] : [note]),
  ],
});
