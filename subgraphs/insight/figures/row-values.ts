import {
  COUNTS,
  type CountMeasure,
  type Figure,
  MEASURES,
  type Measure,
} from './catalogue/measure-catalogue';
import { meanOf, percentileOf, sizeOf } from './statistics';
import type { Tally } from './tally';

/** The value of a measure, and of a rate what it was divided from. */
export interface MeasureValue {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** The value of one measure of what was counted. One of nothing is null where it is divided by what was counted. */
export function measuredValue(measure: Measure, tally: Tally): MeasureValue {
  const definition = MEASURES[measure];
  switch (definition.kind) {
    case 'count':
    case 'state':
      return { value: tally[definition.figure], numerator: null, denominator: null };
    case 'rate': {
      const numerator = sumOf(definition.of.numerator, tally);
      const denominator = sumOf(definition.of.denominator, tally);
      return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
    }
    case 'distribution': {
      const { percentile } = definition;
      const value = percentile === null ? meanOf(tally.days) : percentileOf(tally.days, percentile);
      return { value, numerator: null, denominator: sizeOf(tally.days) };
    }
  }
}

function sumOf(names: readonly CountMeasure[], tally: Tally): number {
  return names.reduce((sum, name) => sum + tally[COUNTS[name].figure], 0);
}

/** Figures by their names. */
export type Figures = Readonly<Partial<Record<Figure, number | null>>>;

/** The figures of a row that were asked for: those that were not recorded are null. */
export function figuresOf(
  tally: Tally,
  { asked, recorded }: { asked: readonly Measure[]; recorded: ReadonlySet<Measure> },
): Figures {
  const figures = asked.map((measure) => [
    MEASURES[measure].figure,
    recorded.has(measure) ? measuredValue(measure, tally).value : null,
  ]);
  return Object.fromEntries(figures);
}
