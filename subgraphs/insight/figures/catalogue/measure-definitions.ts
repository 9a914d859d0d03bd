import type { Definition } from './definition';
import { MEASURE_NAMES, MEASURES, type Measure } from './measure-catalogue';

/** A measure's definition, as the graph shows it. */
export interface MeasureDefinition extends Definition {
  readonly measure: Measure;
  /** The counts whose sum is divided, and those whose sum it is divided by; none of what is no rate. */
  readonly numeratorMeasures: Measure[];
  readonly denominatorMeasures: Measure[];
}

/** What one measure means. */
export function definitionOf(measure: Measure): MeasureDefinition {
  const definition = MEASURES[measure];
  const { numerator, denominator } = 'of' in definition ? definition.of : NO_PARTS;
  return {
    ...{ measure, ...definition },
    ...{ numeratorMeasures: [...numerator], denominatorMeasures: [...denominator] },
  };
}

const NO_PARTS = { numerator: [], denominator: [] };

/** What each measure means, in the order of the schema's enum. */
export const measureDefinitions = (): MeasureDefinition[] => MEASURE_NAMES.map(definitionOf);
