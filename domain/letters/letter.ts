import type { Day } from '../calendar/day';
import type { Outcome } from '../findings';
import type { CaseEvent } from '../procedure/events';
import type { LawSource } from '../procedure/law';

/** What letters tell a complainant. */
export const LETTER_KINDS = [
  'ACKNOWLEDGEMENT',
  'PLAN',
  'EXTENSION',
  'ANSWER',
  'REFUSAL',
  'NEXT_STAGE',
  'PANEL',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** By which way a letter goes. */
export const LETTER_WAYS = ['POST', 'EMAIL'] as const;
export type LetterWay = (typeof LETTER_WAYS)[number];

/** What each kind tells of: the event that is recorded when it is sent, or was before. */
export const TOLD_EVENT = {
  ACKNOWLEDGEMENT: 'acknowledge',
  PLAN: 'agreePlan',
  EXTENSION: 'extend',
  ANSWER: 'answer',
  REFUSAL: 'refuse',
  NEXT_STAGE: 'escalate',
  PANEL: 'arrangePanel',
} as const satisfies Readonly<Record<LetterKind, CaseEvent>>;

/** When a standard paragraph is in a letter at all. */
export type ParagraphWhere = 'HAS_POINTS' | 'HAS_PROMISES';

/** A standard paragraph: text with `{facts}` and `[to be written: …]`, empty lines between its parts, `- ` before items of lists. */
export interface StandardParagraph {
  /** In capitals, unique within the letter: `FINDINGS`. */
  readonly part: string;
  /** What stands above it; null where it goes on. */
  readonly heading: string | null;
  readonly text: string;
  /** Where it is written that the letter says this; null where the council chose to say it. */
  readonly source: LawSource | null;
  /** For which findings it is; left out, for all. */
  readonly outcomes?: readonly Outcome[];
  /** Left out, it is always there. */
  readonly where?: ParagraphWhere;
}

/** A letter before anybody wrote it: of one kind, for one stage as its rules are from a day on. */
export interface LetterTemplate {
  readonly kind: LetterKind;
  readonly stage: number;
  /** By the day on which the stage was received, as versions of procedures are. */
  readonly inForceFrom: Day;
  /** What the letter is about, below its address. */
  readonly subject: string;
  readonly paragraphs: readonly StandardParagraph[];
}

/** A paragraph as it stands in a letter. */
export interface LetterParagraph {
  readonly part: string;
  readonly heading: string | null;
  readonly text: string;
}

/** The template of a kind for a stage, by the day on which that was received; null where there is none. */
export function templateFor(
  templates: readonly LetterTemplate[],
  asked: { readonly kind: LetterKind; readonly stage: number; readonly receivedOn: Day },
): LetterTemplate | null {
  const inForce = templates.filter(
    ({ kind, stage, inForceFrom }) =>
      kind === asked.kind && stage === asked.stage && inForceFrom <= asked.receivedOn,
  );
  return inForce.at(-1) ?? null;
}
