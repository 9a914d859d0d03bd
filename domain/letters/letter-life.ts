import { gapsIn } from './gaps';
import type { LetterParagraph, LetterTemplate, LetterWay } from './letter';

/** How far a letter has come. What is sent or dropped stays as it is. */
export const LETTER_STATUSES = ['DRAFT', 'AWAITING_APPROVAL', 'APPROVED', 'SENT', 'DROPPED'] as const;
export type LetterStatus = (typeof LETTER_STATUSES)[number];

/** What people do with letters. */
export const LETTER_STEPS = ['SAVE', 'SUBMIT', 'APPROVE', 'RETURN', 'SEND', 'DROP'] as const;
export type LetterStep = (typeof LETTER_STEPS)[number];

/** Why a step is refused. */
export interface LetterRefusal {
  readonly code:
    | 'LETTER_NOT_OPEN'
    | 'LETTER_NOT_APPROVED'
    | 'LETTER_OWN'
    | 'LETTER_HAS_GAPS'
    | 'LETTER_PARAGRAPH_MISSING'
    | 'LETTER_ADDRESS_MISSING'
    | 'LETTER_DOCUMENT_MISSING'
    | 'REASON_MISSING';
  readonly message: string;
  /** The paragraph or argument that is meant; null for the letter as such. */
  readonly part: string | null;
  /** The paragraph of the template that asks for it; null where good order does. */
  readonly source: LetterTemplate['paragraphs'][number]['source'];
}

/** A letter as far as its steps go by it. */
export interface LetterStanding {
  readonly status: LetterStatus;
  readonly paragraphs: readonly LetterParagraph[];
  /** Everybody who wrote of it, by the subjects of their sign-ins. */
  readonly writers: readonly string[];
}

export interface StepAsked {
  readonly step: LetterStep;
  readonly letter: LetterStanding;
  /** Who asks, by the subject of their sign-in. */
  readonly by: string;
  /** Whether letters of the complaint's service are read by somebody else before they leave. */
  readonly needsApproval: boolean;
  readonly template: LetterTemplate | null;
}

const refusal = (
  code: LetterRefusal['code'],
  message: string,
  more: Partial<Pick<LetterRefusal, 'part' | 'source'>> = {},
): LetterRefusal => ({ code, message, part: null, source: null, ...more });

const OPEN_IN: Readonly<Record<LetterStep, readonly LetterStatus[]>> = {
  SAVE: ['DRAFT'],
  SUBMIT: ['DRAFT'],
  APPROVE: ['AWAITING_APPROVAL'],
  RETURN: ['AWAITING_APPROVAL', 'APPROVED'],
  SEND: ['DRAFT', 'APPROVED'],
  DROP: ['DRAFT', 'AWAITING_APPROVAL', 'APPROVED'],
};

const AFTER: Readonly<Record<LetterStep, LetterStatus>> = {
  SAVE: 'DRAFT',
  SUBMIT: 'AWAITING_APPROVAL',
  APPROVE: 'APPROVED',
  RETURN: 'DRAFT',
  SEND: 'SENT',
  DROP: 'DROPPED',
};

const STATUS_WORDS: Readonly<Record<LetterStatus, string>> = {
  DRAFT: 'a draft',
  AWAITING_APPROVAL: 'waiting for approval',
  APPROVED: 'approved',
  SENT: 'sent',
  DROPPED: 'dropped',
};

/** How a letter stands after a step. */
export const statusAfter = (step: LetterStep): LetterStatus => AFTER[step];

/** Why a step cannot be done; null where it can. */
export function whyNotStep({ step, letter, by, needsApproval, template }: StepAsked): LetterRefusal | null {
  const { status, writers } = letter;
  if (!OPEN_IN[step].includes(status))
    return refusal(
      'LETTER_NOT_OPEN',
      `The letter is ${STATUS_WORDS[status]}. This cannot be done to it any more, or not yet.`,
    );
  if (step === 'APPROVE' && writers.includes(by))
    return refusal('LETTER_OWN', 'You wrote of this letter yourself: somebody else has to approve it.');
  if (step === 'SEND' && needsApproval && status !== 'APPROVED')
    return refusal(
      'LETTER_NOT_APPROVED',
      'Letters of this service are approved before they leave. Submit it first.',
    );
  return step === 'SUBMIT' || step === 'APPROVE' || step === 'SEND' ? whyIncomplete(letter, template) : null;
}

/** What a letter lacks that has to be in it before anybody else reads it; null where nothing is. */
function whyIncomplete(
  { paragraphs }: LetterStanding,
  template: LetterTemplate | null,
): LetterRefusal | null {
  for (const { part, text } of paragraphs) {
    const [gap] = gapsIn(text);
    if (gap !== undefined)
      return refusal('LETTER_HAS_GAPS', `The letter still says “${gap}”. Write what belongs there.`, {
        part,
      });
  }
  const written = (part: string) => paragraphs.some((one) => one.part === part && one.text.trim() !== '');
  const missing = (template?.paragraphs ?? []).find(
    ({ part, source, outcomes, where }) =>
      source !== null && outcomes === undefined && where === undefined && !written(part),
  );
  if (missing === undefined) return null;
  return refusal('LETTER_PARAGRAPH_MISSING', 'This paragraph is empty, and has to be in the letter.', {
    ...{ part: missing.part, source: missing.source },
  });
}

/** Why a letter cannot go by a way; null where it can. */
export function whyNotGo(
  how: LetterWay,
  {
    name,
    lines,
    email,
  }: { readonly name: string | null; readonly lines: readonly string[]; readonly email: string | null },
): LetterRefusal | null {
  const missing =
    name === null
      ? 'name'
      : how === 'EMAIL' && email === null
        ? 'e-mail address'
        : how === 'POST' && lines.length === 0
          ? 'address'
          : null;
  if (missing === null) return null;
  const message = `No ${missing} is recorded of whom the letter goes to. Change what is kept of them, and address the letter anew.`;
  return refusal('LETTER_ADDRESS_MISSING', message, { part: 'how' });
}
