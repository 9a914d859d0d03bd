/** What a label of a measurement is taken to be where it is none of the values that its metric knows. */
export const OTHER = 'other';

/**
 * Which values a label can have: a closed set, or a set that is asked each time for what is known by then. Nothing else is ever shown, so
 * that no word that somebody wrote can become a label, and no caller can make the metrics grow.
 */
export type Known = readonly string[] | { has(value: string): boolean };

/** The labels of a metric, and what each may be. */
export type LabelSets = Readonly<Record<string, Known>>;
/** What one measurement says of itself. */
export type LabelsOf<Sets extends LabelSets> = Readonly<Record<keyof Sets & string, string>>;

/** A line of the exposition: a suffix of the metric's name, labels, and a number. */
export interface Sample {
  readonly suffix: string;
  readonly labels: readonly (readonly [string, string])[];
  readonly value: number;
}

/** One metric with all that was measured of it. */
export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly samples: readonly Sample[];
}

/** What a metric is called, and what it says, in a sentence. */
export interface Described<Sets extends LabelSets> {
  readonly name: string;
  readonly help: string;
  readonly labels: Sets;
}

const NAME = /^complaints_[a-z][a-z0-9_]*$/;
const LABEL = /^[a-z][a-z_]*$/;

/** Throws for a name that the exposition format, or our own habit, does not have. */
export function checkNames({ name, labels }: Pick<Described<LabelSets>, 'name' | 'labels'>): void {
  if (!NAME.test(name)) throw new Error(`"${name}" is no name of a metric. Begin it with complaints_.`);
  for (const label of Object.keys(labels))
    if (!LABEL.test(label) || label === 'le') throw new Error(`"${label}" is no name of a label`);
}

/** A measurement's labels in the order of the metric, each one of its known values or `other`. */
export function labelsOf<Sets extends LabelSets>(
  sets: Sets,
  given: LabelsOf<Sets>,
): readonly (readonly [string, string])[] {
  return Object.entries(sets).map(([label, known]) => {
    const value = given[label] ?? OTHER;
    return [label, isKnown(known, value) ? value : OTHER] as const;
  });
}

const isKnown = (known: Known, value: string): boolean =>
  'has' in known ? known.has(value) : known.includes(value);
