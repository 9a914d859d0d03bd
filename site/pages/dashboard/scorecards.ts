import { addressOf } from '../../filters/address';
import type { Filter } from '../../filters/parts';
import type { PagePeriod } from '../../filters/period';
import type {
  FigurePartsFragment,
  ScorecardsQuery,
  ScorecardsQueryVariables,
} from '../../operations/__generated__/operations';
import { figureWords } from '../../words/figures';
import { countWords } from '../../words/numbers';
import { type ComparedWords, comparisonsOf, figureOf } from './compared';

/** One figure of the dashboard's head, in words. */
export interface Scorecard {
  readonly measure: string;
  readonly title: string;
  /** The exact number; empty for what was not recorded. */
  readonly exact: string;
  readonly value: string;
  /** What it was divided from, such as "81 of 116 answered"; null for a count. */
  readonly of: string | null;
  readonly comparisons: readonly ComparedWords[];
  /** The list behind it, and what the measure means. */
  readonly listHref: string;
  readonly definitionHref: string;
  readonly isPartial: boolean;
}

/** What a card shows, and of which stage alone. */
interface Shown {
  readonly from: 'all' | 'stageOne' | 'stageTwo';
  readonly measure: FigurePartsFragment['measure'];
  readonly title: string;
  readonly of?: string;
  readonly stage?: number;
}

const SHOWN: readonly Shown[] = [
  { from: 'stageOne', measure: 'RECEIVED', title: 'Received at stage 1', stage: 1 },
  { from: 'stageOne', measure: 'IN_TIME_RATE', title: 'Stage 1 answered in time', of: 'answered', stage: 1 },
  { from: 'stageTwo', measure: 'IN_TIME_RATE', title: 'Stage 2 answered in time', of: 'answered', stage: 2 },
  { from: 'all', measure: 'OPEN', title: 'Open' },
  { from: 'all', measure: 'OVERDUE', title: 'Overdue' },
  { from: 'stageOne', measure: 'WENT_ON_RATE', title: 'Went on to stage 2', of: 'received', stage: 1 },
  { from: 'all', measure: 'UPHOLD_RATE', title: 'Upheld, wholly or partly', of: 'findings' },
  { from: 'all', measure: 'UPHELD_BY_OMBUDSMAN', title: 'Upheld by the ombudsman' },
];

/** What is shown to whoever sees ombudsmen's cases alone. */
const SHOWN_OF_CASES: readonly Shown[] = [
  { from: 'all', measure: 'REFERRED_TO_OMBUDSMAN', title: 'Ombudsmen’s enquiries' },
  { from: 'all', measure: 'OMBUDSMAN_DECIDED', title: 'Decided by the ombudsmen' },
  { from: 'all', measure: 'UPHELD_BY_OMBUDSMAN', title: 'Upheld by the ombudsman' },
];

/** What the scorecards are asked with: those of one stage keep to it, whatever stages the page is narrowed to. */
export function scorecardVariables(period: PagePeriod): ScorecardsQueryVariables {
  const { filter } = period;
  const compareWith = period.isOnePeriod
    ? ['SAME_PERIOD_LAST_YEAR' as const, 'PREVIOUS_PERIOD' as const]
    : null;
  return {
    where: filter,
    stageOne: { ...filter, stages: [1] },
    stageTwo: { ...filter, stages: [2] },
    compareWith,
  };
}

/** The scorecards of an answer, in the order of the page. What the answer lacks is left out. */
export function scorecardsOf(answer: ScorecardsQuery, filter: Filter, hasStages = true): Scorecard[] {
  return (hasStages ? SHOWN : SHOWN_OF_CASES).flatMap((shown) => {
    const figure = answer[shown.from]?.find(({ measure }) => measure === shown.measure);
    return figure === undefined ? [] : [scorecard(shown, figure, filter)];
  });
}

function scorecard(shown: Shown, figure: FigurePartsFragment, filter: Filter): Scorecard {
  const { measure, value, denominator, numerator, definition, partial } = figure;
  const narrowed = shown.stage === undefined ? filter : { ...filter, stages: [shown.stage] };
  return {
    measure,
    title: shown.title,
    exact: value === null ? '' : String(value),
    value: figureWords(figureOf(figure, definition)),
    of: denominator === null || shown.of === undefined ? null : ofWords(shown.of, numerator, denominator),
    comparisons: comparisonsOf(figure),
    listHref: addressOf('/complaints', narrowed, { measure }),
    definitionHref: addressOf(`/measures/${measure}`, {}),
    isPartial: partial && definition.unit !== 'WORKING_DAYS',
  };
}

function ofWords(noun: string, numerator: number | null, denominator: number): string {
  return numerator === null
    ? `of ${countWords(denominator)} ${noun}`
    : `${countWords(numerator)} of ${countWords(denominator)} ${noun}`;
}
