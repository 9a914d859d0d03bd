import type { FigureSet } from '../../../platform/records/record-set';
import { describeMeasure } from '../figures/catalogue/describe-measures';
import { MEASURE_NAMES, MEASURES } from '../figures/catalogue/measure-catalogue';
import { DIMENSION_NAMES, type Dimension, FIELDS } from '../figures/stage-dimensions';

/** A column of a view of figures. */
export interface FigureColumn {
  /** As the graph names the field. */
  readonly name: string;
  readonly type: 'text' | 'date' | 'int' | 'float8';
  readonly description: string;
}

/** The dimensions of a set, checked: another name in it is a mistake of ours. */
export function dimensionsOfSet({ name, by }: FigureSet): readonly Dimension[] {
  return by.map((written) => {
    const found = DIMENSION_NAMES.find((dimension) => dimension === written);
    if (found === undefined)
      throw new Error(`The set ${name} is divided by ${written}, which is no dimension`);
    return found;
  });
}

/** The columns of a set's view that hold what the graph tells: what its rows are divided by, then every measure. */
export function figureColumns(set: FigureSet): readonly FigureColumn[] {
  const divided = dimensionsOfSet(set).map((dimension): FigureColumn => {
    const name = FIELDS[dimension];
    return { name, type: TYPES[dimension] ?? 'text', description: WORDS[dimension] ?? `The ${name}.` };
  });
  const measured = MEASURE_NAMES.map(
    (measure): FigureColumn => ({
      name: MEASURES[measure].figure,
      type: MEASURES[measure].unit === 'COUNT' ? 'int' : 'float8',
      description: describeMeasure(measure),
    }),
  );
  return [...divided, ...measured];
}

const TYPES: Readonly<Partial<Record<Dimension, FigureColumn['type']>>> = { MONTH: 'date', STAGE: 'int' };

const WORDS: Readonly<Partial<Record<Dimension, string>>> = {
  MONTH: 'The first day of the month.',
  FINANCIAL_YEAR: 'The financial year, written 2021-22.',
  QUARTER: 'The quarter of the financial year: Q1 is April to June.',
  STREAM: 'The stream; null for an ombudsman’s case of no stream of the council.',
  STAGE: 'The number of the stage; null for ombudsmen’s cases.',
};
