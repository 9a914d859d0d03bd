import type { Day } from '../calendar/day';
import type { LawSource } from '../procedure/law';
import type { HousingFinding, LgscoDecision } from './decisions';

/** Whose enquiry it is: the Local Government and Social Care Ombudsman's, or the Housing Ombudsman's. */
export type EnquiryBody = 'LGSCO' | 'HOUSING';

/** All that can happen to an ombudsman's case. `takeOver` is no command: with it a case of the register goes on here. */
export const ENQUIRY_EVENTS = [
  'record',
  'takeOver',
  'reply',
  'extendReply',
  'draft',
  'comment',
  'decide',
  'referBack',
  'addRemedy',
  'completeRemedy',
  'comply',
  'withdraw',
  'note',
] as const;
export type EnquiryEvent = (typeof ENQUIRY_EVENTS)[number];

/** How an ombudsman's case stands. */
export const ENQUIRY_STATES = [
  'ENQUIRY',
  'REPLIED',
  'DRAFT',
  'DECIDED',
  'REMEDY',
  'COMPLIED',
  'CLOSED',
] as const;
export type EnquiryStateName = (typeof ENQUIRY_STATES)[number];

/** How satisfied an ombudsman is with what was done. */
export const COMPLIANCES = ['COMPLETE_SATISFIED', 'COMPLETE_LATE', 'NOT_COMPLETE'] as const;
export type Compliance = (typeof COMPLIANCES)[number];

/** What a remedy is for: the person, within weeks, or the service, within months. */
export const REMEDY_KINDS = ['PERSONAL', 'SERVICE_IMPROVEMENT'] as const;
export type RemedyKind = (typeof REMEDY_KINDS)[number];

/** A day by which the council has to do something, and whether the ombudsman named it or the council's own rule did. */
export interface DueDay {
  readonly dueOn: Day | null;
  readonly isAsked: boolean;
}

/** A remedy of a case, by its place in it. */
export interface RemedyDays {
  readonly place: number;
  readonly dueOn: Day | null;
  readonly doneOn: Day | null;
}

/** What happened, as it is kept for ever: facts without names and without anybody's words, which are kept apart. */
export type EnquiryFacts =
  | ({ readonly event: 'record'; readonly body: EnquiryBody; readonly receivedOn: Day } & DueDay)
  | {
      readonly event: 'takeOver';
      readonly body: EnquiryBody;
      readonly receivedOn: Day;
      readonly replyDueOn: Day | null;
      readonly repliedOn: Day | null;
      readonly decidedOn: Day | null;
      /** A decision may be written without its day. */
      readonly isDecided: boolean;
      readonly decision: LgscoDecision | null;
      readonly findings: readonly (HousingFinding | null)[];
      readonly remedies: readonly RemedyDays[];
    }
  | { readonly event: 'reply'; readonly on: Day }
  | { readonly event: 'extendReply'; readonly to: Day; readonly hasReason: boolean }
  | ({ readonly event: 'draft'; readonly on: Day } & DueDay)
  | { readonly event: 'comment'; readonly on: Day }
  | {
      readonly event: 'decide';
      readonly on: Day;
      readonly decision: LgscoDecision | null;
      readonly findings: readonly HousingFinding[];
    }
  | { readonly event: 'referBack'; readonly on: Day }
  | ({ readonly event: 'addRemedy'; readonly place: number; readonly kind: RemedyKind } & DueDay)
  | { readonly event: 'completeRemedy'; readonly place: number; readonly on: Day }
  | { readonly event: 'comply'; readonly on: Day; readonly compliance: Compliance }
  | { readonly event: 'withdraw'; readonly on: Day }
  | { readonly event: 'note' };

/** What kind of facts an event has. */
export type EnquiryFactsOf<Event extends EnquiryEvent> = Extract<EnquiryFacts, { readonly event: Event }>;

/** What somebody asks to be done: days that are left out are worked out, and a new remedy's place is. */
export type EnquiryCommand =
  | Exclude<EnquiryFacts, { readonly event: 'record' | 'takeOver' | 'draft' | 'addRemedy' }>
  | Omit<EnquiryFactsOf<'record'>, 'isAsked'>
  | Omit<EnquiryFactsOf<'draft'>, 'isAsked'>
  | Omit<EnquiryFactsOf<'addRemedy'>, 'isAsked' | 'place'>;

/** An entry of a case's timeline. */
export interface EnquiryEntry {
  /** From 1, without a gap; the version of the case after it. */
  readonly place: number;
  readonly facts: EnquiryFacts;
}

/** An ombudsman's case, as its timeline tells it. */
export interface EnquiryState {
  /** How many entries its timeline has. */
  readonly version: number;
  readonly body: EnquiryBody;
  readonly state: EnquiryStateName;
  readonly receivedOn: Day;
  readonly reply: DueDay & { readonly extendedTo: Day | null; readonly metOn: Day | null };
  /** Null while no draft of a decision came. */
  readonly draft: (DueDay & { readonly on: Day; readonly metOn: Day | null }) | null;
  readonly decidedOn: Day | null;
  /** Whether something is to be done after the decision. */
  readonly callsForRemedy: boolean;
  readonly remedies: readonly (RemedyDays & {
    readonly kind: RemedyKind | null;
    readonly isAsked: boolean;
  })[];
  readonly compliance: { readonly compliance: Compliance; readonly on: Day } | null;
}

export const ENQUIRY_REFUSALS = [
  'EVENT_NOT_PERMITTED',
  'DAY_BEFORE_RECEIPT',
  'DAY_BEFORE_EARLIER_STEP',
  'DAY_IN_FUTURE',
  'DAY_NOT_LATER',
  'REASON_MISSING',
  'REFERENCE_OF_ANOTHER_SHAPE',
  'ALREADY_RECORDED',
  'DECISION_MISSING',
  'FINDINGS_MISSING',
  'DECISION_OF_THE_OTHER_BODY',
  'REMEDY_WITHOUT_FAULT',
  'REMEDY_NOT_FOUND',
  'REMEDY_ALREADY_DONE',
  'REMEDY_NOT_DONE',
] as const;
export type EnquiryRefusalCode = (typeof ENQUIRY_REFUSALS)[number];

/** Why a command is refused: nothing is changed. */
export interface EnquiryRefusal {
  readonly code: EnquiryRefusalCode;
  /** What is in the way and what to do, in one or two sentences. */
  readonly message: string;
  /** The law that it rests on; null where it is good order alone. */
  readonly source: LawSource | null;
  /** Which part of the command is meant; null where it is the command as such. */
  readonly part: string | null;
}

/** What becomes of a command: the facts that are recorded, or why it is refused. */
export type EnquiryDecision =
  | { readonly isRefused: false; readonly facts: EnquiryFacts }
  | { readonly isRefused: true; readonly refusal: EnquiryRefusal };
