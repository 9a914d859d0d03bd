import type { COMPLAINT_COUNTS, OMBUDSMAN_COUNTS } from '../figures/catalogue/counts';
import { COUNTS, MEASURES, type Measure } from '../figures/catalogue/measure-catalogue';
import { sizeOf } from '../figures/statistics';
import type { Tally } from '../figures/tally';
import type { Classes } from './pool-small';

/** What is told together: all facts of one event, or those divided into classes (in time and late, say). */
export interface Part {
  readonly name: string;
  /** Of a part that divides another: that one is told at least as finely. */
  readonly of: Part | null;
  /** What it is told of at the finest: what is rare is told by year alone, and of no quarter. */
  readonly by: 'QUARTER' | 'YEAR';
  /** How many there are of each class. Of a part that divides another, also of what is in no class. */
  readonly classesOf: (tally: Tally) => Classes;
}

type Complaints = keyof typeof COMPLAINT_COUNTS | keyof typeof OMBUDSMAN_COUNTS;

const countIn = (tally: Tally, measure: Complaints): number => tally[COUNTS[measure].figure];

const all = (measure: Complaints, by: Part['by'] = 'QUARTER'): Part => ({
  name: measure,
  of: null,
  by,
  classesOf: (tally) => [countIn(tally, measure)],
});

/** What is in no class is told by subtraction wherever the classes are, so it is one too. */
function divided(of: Part, name: string, classesOf: (tally: Tally) => Classes): Part {
  const withRest = (tally: Tally): Classes => {
    const classes = classesOf(tally);
    const whole = of.classesOf(tally).reduce((sum, count) => sum + count, 0);
    return [...classes, classes.reduce((rest, count) => rest - count, whole)];
  };
  return { name, of, by: of.by, classesOf: withRest };
}

const byMeasures = (of: Part, ...measures: readonly Complaints[]): Part =>
  divided(of, measures.join(' '), (tally) => measures.map((measure) => countIn(tally, measure)));

const RECEIVED = all('RECEIVED');
const ACKNOWLEDGED = all('ACKNOWLEDGED');
const ANSWERED = all('ANSWERED');
const DECIDED = all('OMBUDSMAN_DECIDED', 'YEAR');
const REMEDIES_DUE = all('REMEDIES_DUE', 'YEAR');
const ROUTES = byMeasures(RECEIVED, 'ESCALATED', 'DIRECT');
const WENT_ON = byMeasures(RECEIVED, 'WENT_ON');
const FINDINGS = byMeasures(ANSWERED, 'UPHELD', 'PARTIALLY_UPHELD', 'NOT_UPHELD');

/** The answers whose working days are known. */
export const ANSWER_DAYS: Part = divided(ANSWERED, 'days', ({ days }) => [sizeOf(days)]);

const PART_OF: Readonly<Record<Complaints, Part>> = {
  RECEIVED,
  ESCALATED: ROUTES,
  DIRECT: ROUTES,
  WENT_ON,
  ACKNOWLEDGED,
  ACKNOWLEDGED_IN_TIME: byMeasures(ACKNOWLEDGED, 'ACKNOWLEDGED_IN_TIME'),
  ANSWERED,
  ANSWERED_IN_TIME: byMeasures(ANSWERED, 'ANSWERED_IN_TIME'),
  UPHELD: FINDINGS,
  PARTIALLY_UPHELD: FINDINGS,
  NOT_UPHELD: FINDINGS,
  CLOSED: all('CLOSED'),
  REFERRED_TO_OMBUDSMAN: all('REFERRED_TO_OMBUDSMAN', 'YEAR'),
  OMBUDSMAN_DECIDED: DECIDED,
  UPHELD_BY_OMBUDSMAN: byMeasures(DECIDED, 'UPHELD_BY_OMBUDSMAN'),
  REMEDIES_DUE,
  REMEDIES_DONE: all('REMEDIES_DONE', 'YEAR'),
  REMEDIES_DONE_IN_TIME: byMeasures(REMEDIES_DUE, 'REMEDIES_DONE_IN_TIME'),
};

/** Every part, each after the one that it divides. */
export const PARTS: readonly Part[] = [...new Set([...Object.values(PART_OF), ANSWER_DAYS])].sort(
  (one, other) => Number(one.of !== null) - Number(other.of !== null),
);

/**
 * The parts that have to be told for a measure to be. Null where it is never told: what is open follows from what came in
 * and what ended, and tells what ended without an answer; calls are no complaints, and have a question of their own; what
 * became of promises changes after their period is over, so that two answers would tell a small number between them.
 */
export function partsOf(measure: Measure): readonly Part[] | null {
  const definition = MEASURES[measure];
  if (definition.kind === 'state' || measure === 'CALLS') return null;
  if (definition.kind === 'distribution') return [ANSWER_DAYS];
  if (definition.kind === 'rate')
    return partsOfAll([...definition.of.numerator, ...definition.of.denominator]);
  return isOfComplaints(measure) ? [PART_OF[measure]] : null;
}

/** Null where one of them is never told. */
function partsOfAll(measures: readonly Measure[]): readonly Part[] | null {
  const parts = measures.flatMap((measure) => (isOfComplaints(measure) ? [PART_OF[measure]] : []));
  return parts.length < measures.length ? null : parts;
}

const isOfComplaints = (measure: Measure): measure is Complaints => Object.hasOwn(PART_OF, measure);
