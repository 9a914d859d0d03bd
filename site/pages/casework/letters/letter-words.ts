import type { LetterKind, LetterStatus, LetterStep } from '../../../operations/__generated__/operations';

/** What people call the kinds of letters. */
export const KIND_WORDS: Readonly<Record<LetterKind, string>> = {
  ACKNOWLEDGEMENT: 'Acknowledgement',
  PLAN: 'Plan',
  EXTENSION: 'That the answer takes longer',
  ANSWER: 'Answer',
  REFUSAL: 'That it is not taken',
  NEXT_STAGE: 'That it goes to the next stage',
  PANEL: 'Invitation to the panel',
};

export const STATUS_WORDS: Readonly<Record<LetterStatus, string>> = {
  DRAFT: 'Draft',
  AWAITING_APPROVAL: 'Waits for approval',
  APPROVED: 'Approved, to be sent',
  SENT: 'Sent',
  DROPPED: 'Dropped',
};

export const STEP_WORDS: Readonly<Record<LetterStep, string>> = {
  SAVE: 'Change it',
  SUBMIT: 'Submit it for approval',
  APPROVE: 'Approve it',
  RETURN: 'Give it back to be changed',
  SEND: 'Send it',
  DROP: 'Drop it',
};

/** The address of a complaint's letters. */
export const lettersHref = (complaint: string): string =>
  `/complaints/${encodeURIComponent(complaint)}/letters`;

/** The address of one of them. */
export const letterHref = (complaint: string, letter: string): string =>
  `${lettersHref(complaint)}/${encodeURIComponent(letter)}`;
