import { MEASURES, type Measure } from '../../figures/catalogue/measure-catalogue';
import { definitionOf } from '../../figures/catalogue/measure-definitions';
import type { CellQuestion, ReportCell } from '../content';
import { type Region, regionOf } from './regions';

/** A number of complaints that a report tells: a count, or a part of a rate or distribution. */
export interface Quantity {
  /** Equal for what counts the same, wherever in the report it stands. */
  readonly key: string;
  /** What is counted: a measure, or a sum of measures joined by `+`. */
  readonly measure: string;
  readonly region: Region;
  readonly value: number;
}

/** The answers whose working days are known, of which distributions are. */
export const ANSWER_DAYS = 'ANSWER_DAYS';

/** The numbers of complaints that follow from a cell as soon as it is told; none of what holds no figure. */
export function quantitiesOf(cell: ReportCell): readonly Quantity[] {
  const { question } = cell;
  if (question === null || cell.state !== 'TOLD') return [];
  return countsOf(cell, question).flatMap(({ measure, value }) =>
    value === null ? [] : [quantity(measure, question, value)],
  );
}

const isMeasure = (name: string): name is Measure => Object.hasOwn(MEASURES, name);

interface Count {
  readonly measure: string;
  readonly value: number | null;
}

function countsOf(cell: ReportCell, { measure }: CellQuestion): readonly Count[] {
  if (!isMeasure(measure)) return [{ measure, value: cell.value }];
  const { kind } = MEASURES[measure];
  if (kind === 'distribution') return [{ measure: ANSWER_DAYS, value: cell.denominator }];
  if (kind !== 'rate') return [{ measure, value: cell.value }];
  const { numeratorMeasures, denominatorMeasures } = definitionOf(measure);
  return [
    { measure: numeratorMeasures.join('+'), value: cell.numerator },
    { measure: denominatorMeasures.join('+'), value: cell.denominator },
  ];
}

/** A measure narrowed to one finding or one route is written as the measure of it. */
const NARROWED: Readonly<Record<string, { readonly of: string; readonly by: 'outcomes' | 'routes' }>> = {
  UPHELD: { of: 'ANSWERED', by: 'outcomes' },
  PARTIALLY_UPHELD: { of: 'ANSWERED', by: 'outcomes' },
  NOT_UPHELD: { of: 'ANSWERED', by: 'outcomes' },
  ESCALATED: { of: 'RECEIVED', by: 'routes' },
  DIRECT: { of: 'RECEIVED', by: 'routes' },
};

function quantity(measure: string, question: CellQuestion, value: number): Quantity {
  const region = regionOf(question);
  for (const by of ['outcomes', 'routes'] as const) {
    const [name, ...others] = region[by] ?? [];
    if (
      name !== undefined &&
      others.length === 0 &&
      NARROWED[name]?.of === measure &&
      NARROWED[name]?.by === by
    )
      return keyed(String(name), { ...region, [by]: null }, value);
  }
  return keyed(measure, region, value);
}

const keyed = (measure: string, region: Region, value: number): Quantity => ({
  key: JSON.stringify([measure, region]),
  ...{ measure, region, value },
});
