import { isUuidInSmallLetters } from '../../../platform/server/named-command';
import { type EnquiryUnusable, enquiryUnusable } from './results';

/** A part of what somebody wrote at a command, kept apart from what happened. */
export interface Words {
  readonly part: 'QUESTIONS' | 'SUMMARY' | 'REASON' | 'NOTE';
  readonly words: string;
}

/** The most characters of what is written at an entry, and of a decision, a finding or a remedy. */
const MOST_WORDS = 10_000;
const MOST_TEXT = 1_000;

/** Null for a text that can name a command. */
export const keyUnusable = (key: string): EnquiryUnusable | null =>
  isUuidInSmallLetters(key)
    ? null
    : enquiryUnusable('key', 'A command is named by a UUID in small letters, a new one for each.');

/** What is said of a key that another command has: of whose, is not told. */
export const keyTaken = (): EnquiryUnusable =>
  enquiryUnusable('key', 'Another command has this key: make a new one for each.');

/** What was written, without the blanks around it; nothing where nothing was. */
export const wordsOf = (part: Words['part'], written: string | null | undefined): readonly Words[] => {
  const words = written?.trim() ?? '';
  return words === '' ? [] : [{ part, words }];
};

/** Null for words that can be kept. */
export const wordsUnusable = (written: readonly Words[]): EnquiryUnusable | null =>
  written.some(({ words }) => words.length > MOST_WORDS)
    ? enquiryUnusable('words', `Write ${MOST_WORDS} characters at most.`)
    : null;

/** Null for a text of the case itself that can be kept: there has to be one. */
export const textUnusable = (part: string, written: string): EnquiryUnusable | null => {
  const { length } = written.trim();
  if (length > 0 && length <= MOST_TEXT) return null;
  return enquiryUnusable(part, `Write 1 to ${MOST_TEXT} characters.`);
};
