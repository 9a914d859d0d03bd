import type { Day } from '../calendar/day';
import type { ClosureReason, Outcome } from '../findings';
import type { LetterKind, LetterWay } from '../letters/letter';
import type { Consent, PersonId, PointFinding, StageOfCase } from './case-state';
import type { Appointment, CaseEvent, CaseRole, OtherBody, Risk, SuspensionGround } from './events';
import type { LawSource } from './law';
import type { LearningFacts } from './learning-facts';

/**
 * What happened, as it is kept for ever: facts without names and without anybody's words, which are kept apart. Each kind
 * has the same shape as the command that leads to it.
 */
export type Facts =
  | {
      readonly event: 'record';
      readonly stage: number;
      readonly receivedOn: Day;
      readonly channel: string | null;
      readonly serviceId: string | null;
      readonly theme: string | null;
      readonly consent: Consent;
      readonly complainedAbout: readonly PersonId[];
      /** Whether a reason was given for beginning at a later stage. */
      readonly hasDirectReason: boolean;
      /** The telephone call that it came from, by its id. */
      readonly callId: string | null;
    }
  | {
      readonly event: 'takeOver';
      readonly source: string;
      readonly channel: string | null;
      readonly serviceId: string | null;
      readonly theme: string | null;
      readonly stages: readonly StageOfCase[];
    }
  | { readonly event: 'acknowledge'; readonly on: Day }
  | { readonly event: 'agreePlan'; readonly on: Day; readonly answerBy: Day }
  | { readonly event: 'recordConsent'; readonly on: Day; readonly consent: 'GIVEN' | 'REFUSED' }
  | {
      readonly event: 'assign';
      readonly to: PersonId | null;
      readonly group: string | null;
      readonly serviceId: string | null;
    }
  | { readonly event: 'accept' }
  | { readonly event: 'handBack'; readonly hasReason: boolean }
  | {
      readonly event: 'answer';
      readonly on: Day;
      readonly outcome: Outcome;
      readonly findings: readonly PointFinding[];
    }
  | {
      readonly event: 'extend';
      readonly limit: string;
      readonly on: Day;
      readonly to: Day;
      readonly hasReason: boolean;
      readonly isForGoodReason: boolean;
    }
  | {
      readonly event: 'suspend';
      readonly on: Day;
      readonly ground: SuspensionGround;
      readonly hasReason: boolean;
    }
  | { readonly event: 'resume'; readonly on: Day }
  | {
      readonly event: 'escalate';
      readonly receivedOn: Day;
      /** Whether a reason was given for taking a request that came after its time. */
      readonly hasLateReason: boolean;
    }
  | { readonly event: 'withdraw'; readonly on: Day }
  | {
      readonly event: 'refuse';
      readonly on: Day;
      readonly closureReason: Extract<ClosureReason, 'OUTSIDE_SCOPE' | 'NO_CONSENT'>;
      readonly hasReason: boolean;
    }
  | { readonly event: 'settle'; readonly on: Day }
  | { readonly event: 'reopen'; readonly on: Day; readonly hasReason: boolean }
  | {
      readonly event: 'correctDate';
      readonly which: CorrectableDay;
      readonly from: Day | null;
      readonly to: Day;
      readonly hasReason: boolean;
    }
  | { readonly event: 'link'; readonly complaintId: string }
  /** Whom it is from or about is kept apart: by its id. */
  | { readonly event: 'changeParty'; readonly party: string }
  | { readonly event: 'merge'; readonly on: Day; readonly into: string }
  | { readonly event: 'note' }
  /** Documents that were attached, by their ids: an e-mail before what came with it. */
  | { readonly event: 'attach'; readonly documents: readonly string[] }
  /** A letter that was sent, by its id, with the documents that it was kept as. */
  | {
      readonly event: 'sendLetter';
      readonly letter: string;
      readonly kind: LetterKind;
      readonly on: Day;
      readonly how: LetterWay;
      readonly documents: readonly string[];
    }
  | { readonly event: 'arrangeAdvocate'; readonly on: Day }
  | { readonly event: 'appoint'; readonly as: Appointment; readonly person: PersonId }
  | { readonly event: 'agreeStatement'; readonly on: Day }
  | { readonly event: 'reportInvestigation'; readonly on: Day; readonly findings: readonly PointFinding[] }
  | { readonly event: 'arrangePanel'; readonly on: Day; readonly members: readonly PersonId[] }
  | { readonly event: 'holdPanel'; readonly on: Day; readonly members: readonly PersonId[] }
  | { readonly event: 'reportPanel'; readonly on: Day; readonly findings: readonly PointFinding[] }
  | { readonly event: 'assessRisk'; readonly on: Day; readonly risk: Risk }
  | {
      readonly event: 'coordinate';
      readonly on: Day;
      readonly body: OtherBody;
      /** Whether the council gives the one answer, and not the other body. */
      readonly isLedHere: boolean;
    }
  | {
      readonly event: 'redate';
      readonly limit: string;
      readonly from: Day;
      readonly to: Day;
      readonly because: string;
    }
  | LearningFacts;

/** What kind of facts an event has. */
export type FactsOf<Event extends CaseEvent> = Extract<Facts, { readonly event: Event }>;

/** The days of a stage that a cleared person may correct. */
export const CORRECTABLE_DAYS = ['RECEIVED', 'ACKNOWLEDGED', 'ANSWERED'] as const;
export type CorrectableDay = (typeof CORRECTABLE_DAYS)[number];

/** What somebody asks to be done: the facts as they would be, which `decide` permits or refuses. */
export type Command = Exclude<Facts, { readonly event: 'takeOver' | 'redate' }>;

/** An entry of a timeline: what happened, in which stage, who did it, and when. */
export interface TimelineEntry {
  /** From 1, without a gap; the version of the complaint after it. */
  readonly place: number;
  readonly stage: number;
  readonly by: PersonId;
  /** The moment at which it was recorded, ISO in UTC. */
  readonly at: string;
  readonly facts: Facts;
}

/** Who asks for a command. */
export interface CaseCaller {
  readonly subject: PersonId;
  readonly role: CaseRole;
  /** Services that a manager answers for; what an officer has here does not matter. */
  readonly services: readonly string[];
}

/** Why a command is refused: nothing is changed. */
export interface CommandRefusal {
  /** For programs: `EVENT_NOT_PERMITTED`, `DAY_IN_FUTURE` … */
  readonly code: RefusalCode;
  /** What is in the way and what to do, in one or two sentences. */
  readonly message: string;
  /** The law that it rests on; null where it is good order alone. */
  readonly source: LawSource | null;
  /** Which part of the command is meant; null where it is the command as such. */
  readonly part: string | null;
}

export const REFUSAL_CODES = [
  'EVENT_NOT_PERMITTED',
  'ROLE_NOT_PERMITTED',
  'SERVICE_NOT_OWN',
  'PROCEDURE_NOT_IN_FORCE',
  'DAY_BEFORE_RECEIPT',
  'DAY_BEFORE_EARLIER_STEP',
  'DAY_AFTER_LATER_STEP',
  'DAY_IN_FUTURE',
  'DAY_NOT_LATER',
  'DAY_OUTSIDE_CALENDAR',
  'REASON_MISSING',
  'CONSENT_MISSING',
  'PLAN_MISSING',
  'PLAN_TOO_LATE',
  'FINDINGS_MISSING',
  'FINDINGS_DISAGREE',
  'EXTENSION_TOO_LONG',
  'EXTENSION_REPEATED',
  'EXTENSION_NOT_ALLOWED',
  'EXTENSION_AFTER_LIMIT',
  'GROUND_NOT_ALLOWED',
  'REQUEST_TOO_LATE',
  'LIMIT_NOT_MISSED',
  'NOT_SETTLED_IN_TIME',
  'DIRECT_REASON_MISSING',
  'APPOINTMENT_MISSING',
  'PERSON_NOT_INDEPENDENT',
  'PERSON_HANDLED_EARLIER_STAGE',
  'PERSON_COMPLAINED_ABOUT',
  'PERSON_HAS_INTEREST',
  'PERSON_NOT_ADMITTED',
  'PERSON_NOT_ASSIGNED',
  'PANEL_INCOMPLETE',
  'COMPLAINT_ITSELF',
  'NOTHING_CHANGES',
  'OWNER_MISSING',
  'PROMISE_UNKNOWN',
  'PROMISE_SETTLED',
  'NO_FAULT_FOUND',
  'RECOMMENDATION_UNKNOWN',
  'RECOMMENDATION_SETTLED',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** What becomes of a command: the facts that are recorded, or why it is refused. */
export type Decision =
  | { readonly isRefused: false; readonly stage: number; readonly facts: Facts }
  | { readonly isRefused: true; readonly refusal: CommandRefusal };
