import type { LetterParagraph } from '../../domain/letters/letter';
import { type CommandUnusable, commandUnusable } from '../live/refusals';

const MOST_CHARACTERS = 20_000;
const MOST_REASON = 1_000;
const MOST_NAME = 200;
/** JSON says it, and no text of the database holds it. */
const UNKEPT = /\p{Surrogate}|\0/u;

/** Text as it can be kept, without spaces around it and with the ends of lines that the database has; or what is wrong with it. */
function textGiven(part: string, given: string, most: number): string | CommandUnusable {
  const text = given.replaceAll(/\r\n?/g, '\n').trim();
  if (UNKEPT.test(text))
    return commandUnusable(part, 'It holds a character that cannot be kept. Write it anew.');
  return text.length <= most
    ? text
    : commandUnusable(part, `Write ${most.toLocaleString('en-GB')} characters at most.`);
}

/** The paragraphs of a letter with what was written of them, each once; those that are not given stay. */
export function paragraphsGiven(
  given: readonly Pick<LetterParagraph, 'part' | 'text'>[],
  held: readonly LetterParagraph[],
): readonly LetterParagraph[] | CommandUnusable {
  const written = new Map<string, string>();
  for (const { part, text } of given) {
    if (written.has(part) || !held.some((one) => one.part === part))
      return commandUnusable(part, 'The letter has no such paragraph, or it is given twice.');
    const read = textGiven(part, text, MOST_CHARACTERS);
    if (typeof read === 'object') return read;
    written.set(part, read);
  }
  return held.map((one) => ({ ...one, text: written.get(one.part) ?? one.text }));
}

/** Why a letter is given back; or what is wrong with that. */
export function reasonGiven(given: string): string | CommandUnusable {
  const text = textGiven('reason', given, MOST_REASON);
  return text === '' ? commandUnusable('reason', 'Say what has to be changed: 1 to 1,000 characters.') : text;
}

/** The name of whoever signs; null where none is given. */
export function signatureGiven(given: string | null | undefined): string | null | CommandUnusable {
  const text = textGiven('signedBy', given ?? '', MOST_NAME);
  return text === '' ? null : text;
}
