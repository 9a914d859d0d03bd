import type { LetterRefusal } from '../../domain/letters/letter-life';
import type { Refused } from '../../platform/server/refusal';
import type { CommandResult } from '../live/refusals';
import type { LetterRow } from './tables';

/** That something was done to a letter, which stands like this now. */
export interface LetterDone {
  readonly __typename: 'LetterDone';
  readonly letter: LetterRow;
}

export interface LetterRefused extends Refused<'LetterRefused'>, Pick<LetterRefusal, 'part' | 'source'> {}

export interface LetterChanged extends Refused<'LetterChanged'> {
  readonly letter: LetterRow;
}

/** What becomes of a command on a letter. */
export type LetterResult =
  | LetterDone
  | LetterRefused
  | LetterChanged
  | Refused<'LetterNotFound'>
  | Exclude<CommandResult, { readonly __typename: 'CommandDone' | 'ComplaintChanged' }>;

export const letterDone = (letter: LetterRow): LetterDone => ({ __typename: 'LetterDone', letter });

/** A rule is in the way, and says so in its own words. */
export const letterRefused = ({ code, message, part, source }: LetterRefusal): LetterRefused => ({
  __typename: 'LetterRefused',
  ...{ code, message, part, source },
});

/** Somebody changed the letter first, and it stands like this now. */
export const letterChanged = (letter: LetterRow): LetterChanged => ({
  __typename: 'LetterChanged',
  code: 'LETTER_CHANGED',
  message:
    'Somebody changed the letter since you looked at it. Look at how it stands, and say again what is to be done.',
  letter,
});

/** The same whether there is no such letter, or it is not for the caller to see. */
export const letterNotFound = (): Refused<'LetterNotFound'> => ({
  __typename: 'LetterNotFound',
  code: 'LETTER_NOT_FOUND',
  message: 'There is no letter of this id that is for you to see.',
});
