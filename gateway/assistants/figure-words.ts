import { figureWords } from '../../domain/figures/figures';
import { countWords, shareWords } from '../../domain/figures/numbers';
import { lower } from './definition-words';
import type { Definition } from './models';

/** A value as the graph tells it. */
export interface Valued {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly suppressed: boolean;
}

/** Why a figure has a value, or none. */
export const STANDINGS = ['RECORDED', 'NOT_RECORDED', 'TOO_FEW_TO_SHOW', 'DIVIDED_BY_NONE'] as const;
export type Standing = (typeof STANDINGS)[number];

export function standingOf({ value, denominator, suppressed }: Valued): Standing {
  if (suppressed) return 'TOO_FEW_TO_SHOW';
  if (value !== null) return 'RECORDED';
  return denominator === 0 ? 'DIVIDED_BY_NONE' : 'NOT_RECORDED';
}

type Told = Pick<Definition, 'unit' | 'denominator'>;

/**
 * A figure with its count: "116", "70.4 % (81 of 115 stages answered)", "12 working days (stages answered: 115)". What has no value
 * says why.
 */
export function valueWords(figure: Valued, definition: Told): string {
  switch (standingOf(figure)) {
    case 'TOO_FEW_TO_SHOW':
      return 'too few to show';
    case 'NOT_RECORDED':
      return 'not recorded';
    case 'DIVIDED_BY_NONE':
      return `none, of 0 ${nounIn(definition.denominator)}`;
    case 'RECORDED':
      return plainSpaces(
        `${figureWords({ ...figure, unit: definition.unit })}${ofWords(figure, definition)}`,
      );
  }
}

function ofWords({ numerator, denominator }: Valued, { unit, denominator: noun }: Told): string {
  if (unit === 'COUNT') return '';
  const of = nounIn(noun);
  if (denominator === null) return ' (of how many is not told)';
  if (unit === 'WORKING_DAYS') return ` (${of}: ${countWords(denominator)})`;
  return numerator === null
    ? ` (of ${countWords(denominator)} ${of})`
    : ` (${shareWords({ numerator, denominator, of })})`;
}

/** What is said after a number, of a definition: up to its explanation, in lower case. */
function nounIn(words: string | null): string {
  const [noun = ''] = (words ?? 'of what it is divided by').split(':');
  return lower(noun);
}

/** Sites keep a number and its sign on one line; an assistant reads plain spaces. */
export const plainSpaces = (text: string): string => text.replaceAll('\u00a0', ' ');
