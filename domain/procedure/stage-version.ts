import type { Day } from '../calendar/day';
import type {
  Appointment,
  CaseEvent,
  CaseRole,
  Moment,
  NextRoute,
  SuspensionGround,
  WaitsFor,
} from './events';
import type { LawSource } from './law';

/** A state in which a live complaint stands within a stage. */
export interface StateRule {
  /** In capitals with underscores, unique within the stage: `ACKNOWLEDGED`. */
  readonly name: string;
  /** As people say it. */
  readonly title: string;
  readonly waitsFor: WaitsFor;
  /** Whether the stage is over in it. */
  readonly isEnded: boolean;
}

/**
 * Where an event leads: another state of the stage, the one before a suspension, or the beginning of another stage, which
 * leaves this one `ESCALATED`. What begins a complaint (`record`) comes from no state.
 */
export type Leads = { readonly state: string } | { readonly stage: number } | 'PREVIOUS' | 'SAME';

/** In which states of a stage an event is permitted, to whom, and where it leads. */
export interface EventRule {
  readonly event: CaseEvent;
  readonly from: readonly string[];
  readonly leads: Leads;
  readonly roles: readonly CaseRole[];
  /** The law that asks for it or sets its conditions; null where nothing but good order does. */
  readonly source: LawSource | null;
}

export const UNITS = ['WORKING_DAY', 'SCHOOL_DAY', 'MONTH'] as const;

/** How long something may take. Months begin with the day itself, which is included; days are counted from the next one. */
export interface Span {
  readonly count: number;
  readonly unit: (typeof UNITS)[number];
}

/** How a limit may be extended. */
export interface ExtensionRule {
  /** By how much at most, from the limit; null where the law sets no number. */
  readonly by: Span | null;
  /** Whether a longer or a second one is possible for a good reason that an officer records. */
  readonly isPassableForGoodReason: boolean;
  readonly source: LawSource;
}

/** By when something has to happen in a stage. */
export interface LimitRule {
  /** In capitals, unique within the stage: `ACKNOWLEDGE`, `ANSWER`, `BACKSTOP`, `PANEL_MEETING`, `PANEL_REPORT`, `NEXT_STAGE`. */
  readonly name: string;
  readonly title: string;
  readonly starts: {
    readonly with: Moment;
    /** What starts it where that has not happened. */
    readonly orElse?: Moment;
    /**
     * The limit of the moment that starts it: until that has happened, the clock is counted from the last day for it. With
     * `lateBuysNoTime` it is so, too, where it happened later.
     */
    readonly byLimit?: string;
    readonly lateBuysNoTime?: boolean;
  };
  readonly metBy: Moment;
  readonly within: Span;
  /** Whether a day agreed in the complaint's plan counts in its place. */
  readonly isPlanned?: boolean;
  readonly extension: ExtensionRule | null;
  /** Working days between a suspension on these grounds and its end are not counted. */
  readonly pausedBy: readonly SuspensionGround[];
  readonly source: LawSource;
}

/** What has to be so before an event, besides its state, and by which law. `decide` knows how each is checked. */
export interface Requirement {
  readonly event: CaseEvent;
  readonly needs:
    | { readonly kind: 'CONSENT' }
    | { readonly kind: 'APPOINTMENTS'; readonly appointments: readonly Appointment[] }
    | { readonly kind: 'OTHER_PERSON'; readonly than: 'EARLIER_STAGES' }
    | { readonly kind: 'PANEL'; readonly members: number; readonly isFreeOf: readonly Appointment[] }
    | { readonly kind: 'FINDINGS' }
    | { readonly kind: 'PLAN' }
    | { readonly kind: 'WITHIN_LIMIT'; readonly limit: string }
    | { readonly kind: 'LIMIT_MISSED'; readonly limit: string; readonly inStates: readonly string[] }
    | { readonly kind: 'NEXT_WORKING_DAY'; readonly channels: readonly string[] }
    | { readonly kind: 'GROUNDS'; readonly grounds: readonly SuspensionGround[] }
    | { readonly kind: 'DIRECT_REASON' };
  readonly source: LawSource;
}

/** One stage of a procedure by one version of it: its states, what may happen, and its limits. */
export interface StageVersion {
  /** From 1. */
  readonly stage: number;
  readonly inForceFrom: Day;
  readonly title: string;
  /** Who answers, in words. */
  readonly answeredBy: string;
  readonly source: LawSource;
  /** The state in which the stage begins. */
  readonly begins: string;
  readonly states: readonly StateRule[];
  readonly events: readonly EventRule[];
  readonly limits: readonly LimitRule[];
  readonly requirements: readonly Requirement[];
  /** Where the complainant may go from here: the number of the next stage, or who comes after the last. */
  readonly next: readonly (number | NextRoute)[];
}

/** A stream's procedure as live complaints follow it: its stages in order, of each its versions in order of their days. */
export interface LiveProcedure {
  readonly stream: string;
  readonly stages: readonly StageVersion[];
}

/** The version of a stage that was in force on the day it was received; null where there was none. */
export function stageVersion(ask: {
  readonly procedure: LiveProcedure;
  readonly stage: number;
  readonly receivedOn: Day;
}): StageVersion | null {
  let inForce: StageVersion | null = null;
  for (const version of ask.procedure.stages) {
    if (version.stage === ask.stage && version.inForceFrom <= ask.receivedOn) inForce = version;
  }
  return inForce;
}
