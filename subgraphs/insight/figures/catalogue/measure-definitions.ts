import type { Definition } from './definition';
import { MEASURE_NAMES, MEASURES, type Measure } from './measure-catalogue';

/** A measure's definition, as the graph shows it. */
export interface MeasureDefinition extends Definition {
  readonly measure: Measure;
}

/** What one measure means. */
export const definitionOf = (measure: Measure): MeasureDefinition => ({ measure, ...MEASURES[measure] });

/** What each measure means, in the order of the schema's enum. */
export const measureDefinitions = (): MeasureDefinition[] => MEASURE_NAMES.map(definitionOf);
