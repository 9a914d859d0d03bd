import { comparedWith, judgedWords } from '../../../domain/figures/comparisons';
import type { GraphFigure } from '../models';
import { shown } from '../outputs';

/** The same figure of another period. */
export interface ComparedPeriod extends ReturnType<typeof shown> {
  readonly with: string;
  readonly from: string;
  readonly to: string;
  /** What the period is called: "a year before", "the quarter before". */
  readonly before: string;
  readonly judged: string | null;
}

/** A figure beside those of other periods, and whether they differ by more than chance would bring. */
export function comparedPeriods({ definition, comparisons, ...now }: GraphFigure): ComparedPeriod[] {
  const { unit } = definition;
  return comparisons.map((earlier) => ({
    ...shown(earlier, definition),
    ...{ with: earlier.with, from: earlier.from, to: earlier.to },
    before: comparedWith(earlier.with, earlier),
    judged: judgedWords({ now: { ...now, unit }, earlier: { ...earlier, unit }, better: earlier.better }),
  }));
}
