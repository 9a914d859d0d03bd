const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** Numbers that count no complaints: years, days, quarters, stages, and places in laws and codes. */
const NO_FIGURES = [
  /\b(SI|regulations?|parts?|sections?|schedules?|chapters?|paragraphs?|appendix|provisions?) \d[\w./()]*( ?(,|and|to|or) \d[\w./()]*)*/gi,
  /\b\d{4}-\d{2,4}(-\d{2})?\b/g,
  new RegExp(`\\b\\d{1,2} (${MONTHS})\\b`, 'g'),
  new RegExp(`\\b(${MONTHS}) \\d{4}\\b`, 'g'),
  /\b(19|20)\d{2}\b(?![,.]?\d)/g,
  /\bQ[1-4](-Q[1-4])?\b/g,
  /\bstages? \d( ?(,|and|to|or) \d)*/gi,
];

/** Limits of law, which stand in sentences that are always the same; a figure of days is one too, so it may be withheld. */
const LIMITS = /\b\d+ (working |school |calendar )?(days?|weeks?|months?|years?)\b/gi;

const NUMBER = /\d[\d,]*(\.\d+)?/g;

/** Which numbers a public report tells, and which it must not, each as it is read. */
export interface PublicNumbers {
  readonly told: ReadonlySet<string>;
  readonly withheld: ReadonlySet<string>;
}

/**
 * Whether a sentence may stand in a public report: each number of it is told in a table of the report, and none is one that
 * is withheld. Years, days, quarters, stages, laws and their limits are no such numbers. Figures are taken to be in digits.
 */
export function mayBeSaid(sentence: string, { told, withheld }: PublicNumbers): boolean {
  const figures = without(sentence, NO_FIGURES);
  return (
    numbersIn(figures).every((number) => !withheld.has(number)) &&
    numbersIn(without(figures, [LIMITS])).every((number) => told.has(number))
  );
}

const without = (sentence: string, patterns: readonly RegExp[]): string =>
  patterns.reduce((left, pattern) => left.replace(pattern, ' '), sentence.replaceAll('\u00a0', ' '));

/** The numbers of a text, as it writes them, without the marks between thousands. */
export const numbersIn = (text: string): readonly string[] =>
  [...text.matchAll(NUMBER)].map(([number]) => number.replaceAll(',', ''));
