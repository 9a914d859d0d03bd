import { beforeWords, comparedWith, type Judged, judgedWords } from '../../../domain/figures/comparisons';
import type { Figure } from '../../../domain/figures/figures';
import type { FigurePartsFragment } from '../../operations/__generated__/operations';

/** A figure beside that of another period. */
export interface ComparedWords {
  /** Such as "63 % a year before". */
  readonly words: string;
  /** The word for how the figure stands beside it; null where nothing can be said. */
  readonly judged: Judged | null;
}

type Valued = Pick<FigurePartsFragment, 'value' | 'numerator' | 'denominator' | 'suppressed'>;

/** A figure of the graph, as words take it. */
export const figureOf = (
  { value, numerator, denominator, suppressed }: Valued,
  { unit }: Pick<FigurePartsFragment['definition'], 'unit'>,
): Figure => ({ unit, value, numerator, denominator, suppressed });

/** What a figure is compared with, each in words. */
export function comparisonsOf(figure: FigurePartsFragment): ComparedWords[] {
  const now = figureOf(figure, figure.definition);
  return figure.comparisons.map((compared) => {
    const earlier = figureOf(compared, figure.definition);
    const before = comparedWith(compared.with, compared);
    return {
      words: beforeWords({ earlier, before }),
      judged: judgedWords({ now, earlier, better: compared.better }),
    };
  });
}
