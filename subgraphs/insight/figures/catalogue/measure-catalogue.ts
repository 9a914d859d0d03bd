import { keysOf } from '../../../../platform/tables/keys-of';
import type { CountedFacts } from './counted-facts';
import { CALL_COUNTS, COMPLAINT_COUNTS, OMBUDSMAN_COUNTS } from './counts';
import { DISTRIBUTIONS } from './distributions';
import { PROMISE_COUNTS } from './promise-counts';
import { RATES } from './rates';
import { STATES } from './states';

/** What is counted of facts. */
export const COUNTS = {
  ...COMPLAINT_COUNTS,
  ...OMBUDSMAN_COUNTS,
  ...PROMISE_COUNTS,
  ...CALL_COUNTS,
} as const;

/**
 * Every measure, defined once: figures, lists, the schema's words, `measureDefinitions` and the docs come from here, so
 * that they cannot differ.
 */
export const MEASURES = { ...COUNTS, ...STATES, ...RATES, ...DISTRIBUTIONS } as const;

/** A measure as the schema's enum names it. */
export type Measure = keyof typeof MEASURES;
export type CountMeasure = keyof typeof COUNTS;

/** A measure as a row of figures names it. */
export type Figure = (typeof MEASURES)[Measure]['figure'];
export type CountFigure = (typeof COUNTS)[CountMeasure]['figure'];

/** The measures in the order of the schema's enum. */
export const MEASURE_NAMES: readonly Measure[] = keysOf(MEASURES);
export const COUNT_NAMES: readonly CountMeasure[] = keysOf(COUNTS);

/** The kinds of dated facts that have every dimension: those of complaints, ombudsmen's cases and promises. */
export const FACTS: readonly CountedFacts[] = [
  ...new Set<CountedFacts>(
    Object.values({ ...COMPLAINT_COUNTS, ...OMBUDSMAN_COUNTS, ...PROMISE_COUNTS }).map(({ facts }) => facts),
  ),
];
