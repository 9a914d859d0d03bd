import type { LawSource } from '../procedure/law';
import type { StandardParagraph } from './letter';

/** A paragraph that a law, a code or the council's policy asks for. */
export const asked = (
  part: string,
  source: LawSource,
  text: string,
  more: Partial<Pick<StandardParagraph, 'heading' | 'outcomes' | 'where'>> = {},
): StandardParagraph => ({ part, heading: null, text, source, ...more });

/** A paragraph that the council chose to have. */
export const chosen = (
  part: string,
  text: string,
  more: Partial<Pick<StandardParagraph, 'heading' | 'outcomes' | 'where'>> = {},
): StandardParagraph => ({ part, heading: null, text, source: null, ...more });

/** How every letter greets. */
export const GREETING = chosen('GREETING', 'Dear {addressee},');

/** Help that is offered in every letter, and how it ends. */
export const ENDING: readonly StandardParagraph[] = [
  chosen(
    'HELP',
    'If you need this letter in large print, in another language or read to you, or help to take part in this, tell us. We will arrange it.',
    { heading: 'Help' },
  ),
  chosen('CLOSING', 'Yours sincerely\n\n{signedBy}'),
];

/** A letter's own paragraphs between greeting and end. */
export const inLetter = (...own: readonly StandardParagraph[]): StandardParagraph[] => [
  GREETING,
  ...own,
  ...ENDING,
];

export const RECEIVED = chosen(
  'RECEIVED',
  'Thank you for your complaint, which we received on {receivedOn}. Its reference is {reference}. Please give it when you write to us or call.',
);

/** What is complained of, as it is understood. */
export const understood = (source: LawSource): StandardParagraph[] => [
  asked(
    'DEFINITION',
    source,
    'We understand your complaint like this:\n\n{definition}\n\nIf we have misunderstood something, please tell us.',
    { heading: 'Your complaint' },
  ),
  asked('POINTS', source, 'We will look into each of these:\n\n{points}', { where: 'HAS_POINTS' }),
];

/** What every answer says, before it says where the complainant may go from here. */
export const answered = (source: LawSource): StandardParagraph[] => [
  asked('CONCLUSION', source, '{conclusion}', { heading: 'Our answer' }),
  asked('EXPLANATION', source, '{answer}', { heading: 'How we looked into it' }),
  asked('FINDINGS', source, 'We found of each element:\n\n{findings}', {
    heading: 'What we found',
    where: 'HAS_POINTS',
  }),
  chosen('APOLOGY', 'We are sorry for what went wrong.', { outcomes: ['UPHELD', 'PARTIALLY_UPHELD'] }),
  asked('PROMISES', source, 'To put it right we will do this:\n\n{promises}', {
    heading: 'What we will do',
    where: 'HAS_PROMISES',
  }),
];

/** Why it takes longer, and until when. */
export const longer = (source: LawSource): StandardParagraph[] => [
  asked('NEW_DAY', source, 'We need longer to answer your complaint. We will answer it by {extendedTo}.', {
    heading: 'A new day for our answer',
  }),
  asked('REASON', source, 'Why we need longer:\n\n{extensionReason}'),
];

/** Why it is not taken. */
export const notTaken = (source: LawSource): StandardParagraph =>
  asked('REASON', source, 'We cannot look into this as a complaint. Why:\n\n{refusalReason}', {
    heading: 'Why we do not take it',
  });
