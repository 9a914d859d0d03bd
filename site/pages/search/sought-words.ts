import type { Form } from '../../server/check-form';

/** Words that somebody looks for among people and narratives, and what keeps them from being looked for. */
export interface SoughtWords {
  readonly words: string;
  readonly problem: string | null;
}

const MOST_CHARACTERS = 100;
const MOST_WORDS = 10;

/** Reads the form that searches people and narratives. */
export function readSoughtWords({ words: given }: Form): SoughtWords {
  const words = typeof given === 'string' ? given.trim().replaceAll(/\s+/g, ' ') : '';
  return { words, problem: problemOf(words) };
}

function problemOf(words: string): string | null {
  if (words === '') return 'Write a name, a part of an address, or words of what was said.';
  if (words.length > MOST_CHARACTERS || words.split(' ').length > MOST_WORDS)
    return `Write ${MOST_WORDS} words and ${MOST_CHARACTERS} characters at most.`;
  return /[\p{L}\p{N}]{2}/u.test(words) ? null : 'Write at least one word of two letters or more.';
}
