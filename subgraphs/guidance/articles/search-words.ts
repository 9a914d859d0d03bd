/** Words of which each finds the others: who asks seldom uses the word that an article does. */
const ALIKE: readonly (readonly string[])[] = [
  ['answer', 'reply', 'respond', 'response'],
  ['manager', 'boss', 'supervisor'],
  ['person', 'customer', 'complainant'],
  ['money', 'compensation', 'payment'],
  ['abuse', 'rude', 'aggressive', 'shouting', 'swearing', 'unreasonable'],
  ['ombudsman', 'lgsco', 'lgo'],
  ['extension', 'longer'],
  ['consent', 'permission', 'authority', 'agreement'],
  ['councillor', 'parliament', 'mp'],
  ['interpreter', 'translator', 'translation', 'language'],
  ['letter', 'template', 'wording'],
  ['school', 'teacher', 'headteacher'],
  ['bin', 'refuse', 'rubbish'],
  ['sorry', 'apology', 'apologise'],
  ['nhs', 'hospital', 'doctor'],
  ['compliment', 'praise', 'thanks'],
  ['weekend', 'saturday', 'sunday'],
  ['telephone', 'phone', 'ring', 'call'],
];

/** How much longer a form of a word may be than the word: "replying". */
const LONGEST_ENDING = 4;

/** One word that is searched for, as queries of the database's text search. */
export interface SearchWord {
  /** Anywhere in the article. */
  readonly anywhere: string;
  readonly in_title: string;
  /** In the title or the summary. */
  readonly in_summary: string;
}

/** The words of a search, each with the words that are like it. Joining words are left out. */
export function searchWords(search: string): SearchWord[] {
  const words = search.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].filter((word) => word !== 'or').map((word) => queriesOf(alikeTo(word)));
}

/** Whether a search names words alone: no phrase, no choice of words, and none that must not stand there. */
export const isWordsAlone = (search: string): boolean => !/"|(?:^|\s)-|\bor\b/i.test(search);

function alikeTo(word: string): readonly string[] {
  const group = ALIKE.find((each) => each.some((one) => isFormOf(word, one))) ?? [];
  return [...new Set([word, ...group])];
}

function isFormOf(word: string, one: string): boolean {
  if (word === one) return true;
  const stem = one.replace(/[ey]$/, '');
  return stem.length > 2 && word.startsWith(stem) && word.length <= one.length + LONGEST_ENDING;
}

const queriesOf = (words: readonly string[]): SearchWord => ({
  anywhere: words.join(' | '),
  in_title: words.map((word) => `${word}:A`).join(' | '),
  in_summary: words.map((word) => `${word}:AB`).join(' | '),
});
