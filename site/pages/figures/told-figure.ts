import { beforeWords, comparedWith, type Judged, judgedWords } from '../../../domain/figures/comparisons';
import { figureWords } from '../../../domain/figures/figures';
import { countWords, shareWords } from '../../../domain/figures/numbers';
import { periodWords } from '../../../domain/figures/periods';
import { addressOf } from '../../filters/address';
import type { Filter } from '../../filters/parts';
import type { FigurePartsFragment } from '../../operations/__generated__/operations';
import { hasList } from './measured';

/** One figure in words: what it is, of how many, and beside what. */
export interface ToldFigure {
  readonly measure: string;
  readonly title: string;
  /** The exact number; empty where it was not recorded. */
  readonly exact: string;
  readonly value: string;
  /** "81 of 116 stages answered"; null for a count. */
  readonly of: string | null;
  /** How it stands to its target; null where it has none. */
  readonly judged: FigurePartsFragment['judged'];
  readonly comparisons: readonly ToldComparison[];
  /** The list behind it; null where there is none. */
  readonly listHref: string | null;
  /** What it means. */
  readonly definitionHref: string;
  /** Whether the records end within the period. */
  readonly isPartial: boolean;
  /** By what of the page's filter it is not narrowed; null where it is by all. */
  readonly note: string | null;
}

export interface ToldComparison {
  /** "63 % (50 of 79) a year before". */
  readonly words: string;
  /** The days of the other period, in words. */
  readonly period: string;
  /** How the figure stands beside it; null where nobody can say. */
  readonly judged: Judged | null;
}

type Valued = Pick<FigurePartsFragment, 'numerator' | 'denominator'>;

/** A figure in words. `filter` is what it was asked with: its list is narrowed alike. */
export function toldFigure(
  figure: FigurePartsFragment,
  filter: Filter,
  note: string | null = null,
): ToldFigure {
  const { measure, value, definition, partial } = figure;
  return {
    measure,
    title: definition.title,
    exact: value === null ? '' : String(value),
    value: figureWords({ ...figure, unit: definition.unit }),
    of: ofWords(figure, definition.denominator),
    ...{ judged: figure.judged, comparisons: comparisonsOf(figure) },
    listHref: hasList(measure) ? addressOf('/complaints', filter, { measure }) : null,
    definitionHref: addressOf(`/measures/${measure}`, filter),
    isPartial: partial,
    note,
  };
}

function comparisonsOf({ definition: { unit }, comparisons, ...now }: FigurePartsFragment): ToldComparison[] {
  return comparisons.map(({ with: comparison, ...earlier }) => {
    const before = comparedWith(comparison, earlier);
    return {
      words: beforeWords({ earlier: { ...earlier, unit }, before }),
      period: periodWords(earlier),
      judged: judgedWords({
        now: { ...now, unit },
        earlier: { ...earlier, unit },
        better: earlier.better,
      }),
    };
  });
}

function ofWords({ numerator, denominator }: Valued, noun: string | null): string | null {
  if (denominator === null || noun === null) return null;
  const of = nounIn(noun);
  return numerator === null
    ? `of ${countWords(denominator)} ${of}`
    : shareWords({ numerator, denominator, of });
}

/** What is said after a number, of a definition: up to its explanation, in lower case. */
const nounIn = (definition: string): string => {
  const [noun = ''] = definition.split(':');
  return noun.charAt(0).toLowerCase() + noun.slice(1);
};
