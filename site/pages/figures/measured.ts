import type { Filter } from '../../filters/parts';
import type { Measure, Unit } from '../../operations/__generated__/operations';

/** What has to be known of a measure to read it in a row of figures. */
export interface MeasureKind {
  readonly measure: Measure;
  readonly unit: Unit;
}

/** A measure's value in a row, and of a rate what it was divided from; null where it was not recorded. */
export interface Measured {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Whether a measure has a list of what it counts: of telephone calls there are numbers alone. */
export const hasList = (measure: string): boolean => measure !== 'CALLS';

/** Counts of a row whose sum is one side of a rate, and the list of them. */
interface Side {
  readonly figures: readonly string[];
  readonly measure: Measure;
  readonly narrow: Filter;
}

/** What a rate is divided from, and what working days are of. */
export interface Sides {
  readonly numerator: Side | null;
  readonly denominator: Side;
}

const side = (measure: Measure, figures = [figureOf(measure)], narrow: Filter = {}): Side => ({
  measure,
  figures,
  narrow,
});

/** The name of a measure in a row of figures: `ANSWERED_IN_TIME` is `answeredInTime`. */
function figureOf(measure: string): string {
  return measure.toLowerCase().replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

const FOUND: Filter = { outcomes: ['UPHELD', 'PARTIALLY_UPHELD', 'NOT_UPHELD'] };
const FOR_COMPLAINANT: Filter = { outcomes: ['UPHELD', 'PARTIALLY_UPHELD'] };

const RATES: Readonly<Partial<Record<Measure, Sides>>> = {
  IN_TIME_RATE: { numerator: side('ANSWERED_IN_TIME'), denominator: side('ANSWERED') },
  UPHOLD_RATE: {
    numerator: side('ANSWERED', ['upheld', 'partiallyUpheld'], FOR_COMPLAINANT),
    denominator: side('ANSWERED', ['upheld', 'partiallyUpheld', 'notUpheld'], FOUND),
  },
  ACKNOWLEDGED_IN_TIME_RATE: {
    numerator: side('ACKNOWLEDGED_IN_TIME'),
    denominator: side('ACKNOWLEDGED'),
  },
  REMEDY_COMPLIANCE_RATE: { numerator: side('REMEDIES_DONE_IN_TIME'), denominator: side('REMEDIES_DUE') },
  PROMISE_KEPT_IN_TIME_RATE: {
    numerator: side('PROMISES_KEPT_IN_TIME'),
    denominator: side('PROMISES_DUE'),
  },
  // What was kept in time and what was kept late are two lists.
  PROMISE_KEPT_RATE: { numerator: null, denominator: side('PROMISES_DUE') },
  IN_TIME_PROMISE_LATE_RATE: {
    numerator: side('IN_TIME_PROMISE_LATE'),
    denominator: side('IN_TIME_WITH_PROMISES'),
  },
  WENT_ON_RATE: { numerator: side('WENT_ON'), denominator: side('RECEIVED') },
};

/** What a measure is divided from; null for a count, and for a rate that the site does not know yet. */
export function sidesOf({ measure, unit }: MeasureKind): Sides | null {
  if (unit === 'WORKING_DAYS') return { numerator: null, denominator: side('ANSWERED') };
  return RATES[measure] ?? null;
}

/** Reads a measure in a row of figures. */
export function measuredIn(row: object, kind: MeasureKind): Measured {
  const sides = sidesOf(kind);
  return {
    value: numberIn(row, figureOf(kind.measure)),
    numerator: sides?.numerator ? sumIn(row, sides.numerator.figures) : null,
    denominator: sides === null ? null : sumIn(row, sides.denominator.figures),
  };
}

function numberIn(row: object, name: string): number | null {
  const [, value] = Object.entries(row).find(([key]) => key === name) ?? [];
  return typeof value === 'number' ? value : null;
}

/** Null where any of them was not recorded: a sum of some would be taken for that of all. */
function sumIn(row: object, names: readonly string[]): number | null {
  const numbers = names.map((name) => numberIn(row, name)).filter((each) => each !== null);
  return numbers.length < names.length ? null : numbers.reduce((sum, each) => sum + each, 0);
}
