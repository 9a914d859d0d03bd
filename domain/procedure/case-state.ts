import type { Day } from '../calendar/day';
import type { ClosureReason, Outcome } from '../findings';
import type { Appointment, OtherBody, Risk, SuspensionGround } from './events';
import type { LearningOfCase } from './learning';

/** Whether the person concerned has to agree to somebody else's complaint, and did. */
export const CONSENTS = ['NOT_NEEDED', 'AWAITED', 'GIVEN', 'REFUSED'] as const;
export type Consent = (typeof CONSENTS)[number];

/** Somebody by the subject of their sign-in, or by the id under which somebody from outside is kept. Never a name. */
export type PersonId = string;

/** One element of what was complained of, by its number from 1, and what was found of it. */
export interface PointFinding {
  readonly point: number;
  readonly finding: Outcome;
}

/** A time for which a stage was suspended; `to` is the day on which it went on, null while it has not. */
export interface Suspension {
  readonly ground: SuspensionGround;
  readonly from: Day;
  readonly to: Day | null;
}

/** An extension of one limit. */
export interface Extension {
  readonly limit: string;
  readonly on: Day;
  readonly to: Day;
  /** Whether it passes what the rule allows, for a good reason. */
  readonly isForGoodReason: boolean;
}

/** A stage of a live complaint, as its timeline tells it. Days are of Europe/London. */
export interface StageOfCase {
  readonly number: number;
  readonly state: string;
  /** The state to which the end of a suspension leads back; null while it is not suspended. */
  readonly suspendedFrom: string | null;
  readonly route: 'ESCALATED' | 'DIRECT' | null;
  readonly receivedOn: Day;
  readonly acknowledgedOn: Day | null;
  readonly planAgreedOn: Day | null;
  /** The day of the answer that was agreed in the plan. */
  readonly plannedFor: Day | null;
  readonly statementAgreedOn: Day | null;
  readonly investigationReportedOn: Day | null;
  readonly panelHeldOn: Day | null;
  readonly panelReportedOn: Day | null;
  readonly answeredOn: Day | null;
  readonly nextRequestedOn: Day | null;
  /** The day on which the stage ended, by an answer or without one. */
  readonly endedOn: Day | null;
  readonly outcome: Outcome | null;
  readonly findings: readonly PointFinding[];
  readonly closureReason: ClosureReason | null;
  readonly extensions: readonly Extension[];
  readonly suspensions: readonly Suspension[];
  readonly appointed: readonly { readonly as: Appointment; readonly person: PersonId }[];
  readonly panel: readonly PersonId[];
  /** Who accepted or answered it. */
  readonly handledBy: readonly PersonId[];
  /** Whether it came over from an inherited system: its limits are those by which that counted. */
  readonly isInherited: boolean;
}

/** A live complaint, as its timeline tells it: no names and no words of anybody. */
export interface CaseState {
  readonly stream: string;
  /** How many entries its timeline has. */
  readonly version: number;
  /** In order; never none. */
  readonly stages: readonly StageOfCase[];
  readonly consent: Consent;
  readonly channel: string | null;
  readonly serviceId: string | null;
  readonly theme: string | null;
  readonly assignedTo: PersonId | null;
  readonly assignedGroup: string | null;
  readonly isAccepted: boolean;
  readonly complainedAbout: readonly PersonId[];
  readonly linkedTo: readonly string[];
  readonly mergedInto: string | null;
  /** Whether it turned out to be no complaint: settled by the next working day. */
  readonly isSettled: boolean;
  /** As it was assessed last; null where nobody did. */
  readonly risk: Risk | null;
  /** With whom it is answered together, each body once, as it was agreed last. */
  readonly coordinatedWith: readonly { readonly body: OtherBody; readonly isLedHere: boolean }[];
  /** What was promised, recommended, and found to be behind it: `applyLearning` folds it. */
  readonly learning: LearningOfCase;
}
