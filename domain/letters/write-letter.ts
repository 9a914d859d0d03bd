import { gapsIn, notRecorded, toBeWritten } from './gaps';
import type { LetterParagraph, LetterTemplate, StandardParagraph } from './letter';
import type { LetterFacts } from './letter-facts';
import { placeholderOf } from './placeholders';

/** A letter as the facts of a complaint make it. */
export interface WrittenLetter {
  readonly subject: string;
  readonly paragraphs: readonly LetterParagraph[];
  /** What is not recorded or has to be written, as it stands in the letter, each with its paragraph. */
  readonly gaps: readonly { readonly part: string; readonly gap: string }[];
}

/** A name in curly brackets. */
export const PLACEHOLDER = /\{(?<name>[^{}]*)\}/gu;

/**
 * Writes a letter out of its standard paragraphs and the facts of a complaint. What is not recorded is said in its place, and told
 * apart: no place is left empty. Throws for a placeholder that `checkLetters` refuses.
 */
export function writeLetter(template: LetterTemplate, facts: LetterFacts): WrittenLetter {
  const filled = (text: string) => filledIn(text, facts);
  const paragraphs = template.paragraphs
    .filter((paragraph) => isThere(paragraph, facts))
    .map(({ part, heading, text }) => ({ part, heading, text: filled(text) }));
  return {
    subject: filled(template.subject),
    paragraphs,
    gaps: paragraphs.flatMap(({ part, text }) => gapsIn(text).map((gap) => ({ part, gap }))),
  };
}

/** Before anything was found, paragraphs for one finding alone are left out: the conclusion is still to be written. */
function isThere({ outcomes, where }: StandardParagraph, facts: LetterFacts): boolean {
  if (where === 'HAS_POINTS' && facts.points.length === 0) return false;
  if (where === 'HAS_PROMISES' && facts.promises.length === 0) return false;
  return outcomes === undefined || (facts.outcome !== null && outcomes.includes(facts.outcome));
}

function filledIn(text: string, facts: LetterFacts): string {
  return text.replace(PLACEHOLDER, (whole, name: string) => {
    const placeholder = placeholderOf(name);
    if (placeholder === null) throw new Error(`A letter names ${whole}, which is no fact.`);
    const { says, isToWrite, of } = placeholder;
    return of(facts) ?? (isToWrite === true ? toBeWritten(says) : notRecorded(says));
  });
}
