import type { Definition } from './models';

const UNITS = { COUNT: 'a count', RATE: 'a share', WORKING_DAYS: 'working days' } as const;
const POLARITIES = {
  HIGHER_IS_BETTER: ' More is better.',
  LOWER_IS_BETTER: ' Less is better.',
  NEITHER: '',
} as const;

/** A measure in a line: its name, and what it means. */
export const definitionLine = (definition: Definition): string =>
  `${definition.title} (${definition.measure}, ${UNITS[definition.unit]}): ${meaningWords(definition)}`;

/** What a measure means: what it counts, out of what, by which day, and which way is better. */
export function meaningWords({ counts, numerator, denominator, datedBy, polarity }: Definition): string {
  const of =
    numerator === null ? '' : ` That is: ${lower(numerator)}, out of ${lower(explained(denominator ?? ''))}.`;
  return `${counts.replace(/\.$/, '')}.${of} Dated by ${lower(datedBy)}.${POLARITIES[polarity]}`;
}

/** Several of them, each under its name. */
export const meaningLines = (definitions: readonly Definition[]): string[] =>
  definitions.map((definition) => `${definition.title} means: ${meaningWords(definition)}`);

/** "stages answered with a finding (what was withdrawn or never decided has none)" */
export const explained = (text: string): string => text.replace(/: (.*)$/, ' ($1)');

export const lower = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
