import { figureWords } from '../../../domain/figures/figures';
import { countWords } from '../../../domain/figures/numbers';
import { addressOf } from '../../filters/address';
import type { Filter } from '../../filters/parts';
import type { PagePeriod } from '../../filters/period';
import type {
  FigurePartsFragment,
  ScorecardsQuery,
  ScorecardsQueryVariables,
} from '../../operations/__generated__/operations';
import { comparedPeriods } from '../figures/compare-with';
import { type FigureKind, narrowedTo, notNarrowedWords } from '../figures/narrowed';
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
  /** How it stands to its target; null where it has none. */
  readonly judged: FigurePartsFragment['judged'];
  readonly comparisons: readonly ComparedWords[];
  /** The list behind it, and what the measure means. */
  readonly listHref: string;
  readonly definitionHref: string;
  readonly isPartial: boolean;
  /** By what of the page's filter it is not narrowed; null where it is by all. */
  readonly note: string | null;
}

/** What a card shows, and of which stage alone. */
interface Shown {
  readonly from: 'open' | 'stages' | 'cases' | 'stageOne' | 'stageTwo';
  readonly measure: FigurePartsFragment['measure'];
  readonly title: string;
  readonly of?: string;
}

const SHOWN: readonly Shown[] = [
  { from: 'stageOne', measure: 'RECEIVED', title: 'Received at stage 1' },
  { from: 'stageOne', measure: 'IN_TIME_RATE', title: 'Stage 1 answered in time', of: 'answered' },
  { from: 'stageTwo', measure: 'IN_TIME_RATE', title: 'Stage 2 answered in time', of: 'answered' },
  { from: 'open', measure: 'OPEN', title: 'Open' },
  { from: 'open', measure: 'OVERDUE', title: 'Overdue' },
  { from: 'stageOne', measure: 'WENT_ON_RATE', title: 'Went on to stage 2', of: 'received' },
  { from: 'stages', measure: 'UPHOLD_RATE', title: 'Upheld, wholly or partly', of: 'findings' },
  { from: 'cases', measure: 'UPHELD_BY_OMBUDSMAN', title: 'Upheld by the ombudsman' },
];

/** What is shown to whoever sees ombudsmen's cases alone. */
const SHOWN_OF_CASES: readonly Shown[] = [
  { from: 'cases', measure: 'REFERRED_TO_OMBUDSMAN', title: 'Ombudsmen’s enquiries' },
  { from: 'cases', measure: 'OMBUDSMAN_DECIDED', title: 'Decided by the ombudsmen' },
  { from: 'cases', measure: 'UPHELD_BY_OMBUDSMAN', title: 'Upheld by the ombudsman' },
];

/** The stage that cards keep to, whatever stages the page is narrowed to. */
const STAGES: Readonly<Partial<Record<Shown['from'], number>>> = { stageOne: 1, stageTwo: 2 };

/** What the figures of a card are of. */
const kindOf = (from: Shown['from']): FigureKind =>
  from === 'stageOne' || from === 'stageTwo' ? 'stages' : from;

/** A filter as a card is narrowed by it. */
function narrowedFor<Narrowed extends Filter>(from: Shown['from'], filter: Narrowed): Narrowed {
  const stage = STAGES[from];
  const narrowed = narrowedTo(kindOf(from), filter);
  return stage === undefined ? narrowed : { ...narrowed, stages: [stage] };
}

/** What the scorecards are asked with. */
export const scorecardVariables = (period: PagePeriod): ScorecardsQueryVariables => ({
  open: narrowedFor('open', period.where),
  stages: narrowedFor('stages', period.where),
  cases: narrowedFor('cases', period.where),
  stageOne: narrowedFor('stageOne', period.where),
  stageTwo: narrowedFor('stageTwo', period.where),
  asAt: period.askedAsAt,
  compareWith: comparedPeriods(period),
});

/** The scorecards of an answer, in the order of the page. What the answer lacks is left out. */
export function scorecardsOf(answer: ScorecardsQuery, filter: Filter, hasStages = true): Scorecard[] {
  return (hasStages ? SHOWN : SHOWN_OF_CASES).flatMap((shown) => {
    const figure = answer[shown.from]?.find(({ measure }) => measure === shown.measure);
    // Nobody but the LGSCO upholds: of cases that it has none of, there is nothing to say.
    const isNothing = figure?.value === null && !hasStages && shown.measure === 'UPHELD_BY_OMBUDSMAN';
    return figure === undefined || isNothing ? [] : [scorecard(shown, figure, filter)];
  });
}

function scorecard({ from, title, of }: Shown, figure: FigurePartsFragment, filter: Filter): Scorecard {
  const { measure, value, denominator, numerator, definition, partial } = figure;
  const narrowed = narrowedFor(from, filter);
  return {
    ...{ measure, title },
    exact: value === null ? '' : String(value),
    value: figureWords(figureOf(figure, definition)),
    of: denominator === null || of === undefined ? null : ofWords(of, numerator, denominator),
    ...{ judged: figure.judged, comparisons: comparisonsOf(figure) },
    listHref: addressOf('/complaints', narrowed, { measure }),
    definitionHref: addressOf(`/measures/${measure}`, narrowed),
    isPartial: partial && definition.unit !== 'WORKING_DAYS',
    note: notNarrowedWords(kindOf(from), filter),
  };
}

function ofWords(noun: string, numerator: number | null, denominator: number): string {
  return numerator === null
    ? `of ${countWords(denominator)} ${noun}`
    : `${countWords(numerator)} of ${countWords(denominator)} ${noun}`;
}
