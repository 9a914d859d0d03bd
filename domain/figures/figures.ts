import { countWords, durationWords, type Rate, rateWords, shortDurationWords } from './numbers';

/** In what a figure is told. */
export type Unit = 'COUNT' | 'RATE' | 'WORKING_DAYS';

/** One figure: a count, a rate from 0 to 1 (with its parts where they are known), or working days. */
export interface Figure extends Rate {
  readonly unit: Unit;
  /** Whether it was recorded and is not told, since small numbers are protected. */
  readonly suppressed?: boolean;
}

/** What stands in the place of a figure that is small, or from which a small one would follow. */
const NOT_TOLD = 'not told';

/** A figure with its unit: "1,234", "70 %", "12 working days"; "not recorded" where it is null, "not told" where that is protected. */
export function figureWords(figure: Figure): string {
  if (figure.suppressed) return NOT_TOLD;
  if (figure.unit === 'RATE') return rateWords(figure);
  return figure.unit === 'COUNT' ? countWords(figure.value) : durationWords(figure.value);
}

/** The same where the unit of days stands in the head of a column or axis: "1,234", "70 %", "12". */
export function shortFigureWords(figure: Figure): string {
  return figure.unit === 'WORKING_DAYS' ? shortDurationWords(figure.value) : figureWords(figure);
}

/** Rates whose parts nobody told differ where they are this far apart. */
const POINTS_WITHOUT_PARTS = 0.05;
/** Days to answer differ by a working day at least, and by this part of the longer. */
const PART_OF_DAYS = 0.1;

/**
 * Whether the difference of two figures is smaller than noise, so that nothing should be said of it: it would come about
 * by chance in about nineteen of twenty pairs between which nothing had changed.
 *
 * Counts: below twice the square root of the two together (the spread of a difference of two counts that come one by
 * one). Rates: below twice the spread of a difference of two shares of so many, and 5 points where nobody knows of how
 * many. Working days, whose spread is not known: below one day or a tenth of the longer. What is null differs from nothing.
 */
export function isNoise(one: Figure, other: Figure): boolean {
  if (one.value === null || other.value === null || one.value === other.value) return true;
  const apart = Math.abs(one.value - other.value);
  if (one.unit === 'COUNT') return apart < 2 * Math.sqrt(one.value + other.value);
  if (one.unit === 'RATE') return apart < spreadOfRates(one, other);
  return apart < Math.max(1, PART_OF_DAYS * Math.max(one.value, other.value));
}

function spreadOfRates(one: Figure, other: Figure): number {
  const [of, ofOther] = [one.denominator ?? 0, other.denominator ?? 0];
  if (of <= 0 || ofOther <= 0) return POINTS_WITHOUT_PARTS;
  const pooled = ((one.value ?? 0) * of + (other.value ?? 0) * ofOther) / (of + ofOther);
  return 2 * Math.sqrt(pooled * (1 - pooled) * (1 / of + 1 / ofOther));
}
