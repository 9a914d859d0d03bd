import type { Day } from '../calendar/day';
import type { LawSource } from './law';

/** A limit in the working days of the stream's calendar; the next working day after the clock's start is day 1. */
export interface Limit {
  readonly workingDays: number;
}

/** An answer's limit in working days, and which day starts its clock. */
export interface WorkingDaysLimit extends Limit {
  readonly from: 'received' | 'acknowledged';
}

/** An answer's limit in calendar months that begin with the day of receipt, that day included. */
export interface MonthsLimit {
  readonly months: number;
  readonly from: 'received';
}

/** How long an answer may take. */
export type AnswerLimit = WorkingDaysLimit | MonthsLimit;

/** The rule for one stage of a procedure, from the day it came into force until a later version of it does. */
export interface StageRule {
  /** From 1. */
  readonly stage: number;
  readonly inForceFrom: Day;
  /** The law, code or policy that says so, in words that a reader can look up. */
  readonly source: string;
  /** The same for each of its limits, so that each can be looked up; left out where `source` says all that there is. */
  readonly law?: { readonly acknowledge: LawSource | null; readonly answer: LawSource };
  /** Null where nothing sets a limit. */
  readonly acknowledgeWithin: Limit | null;
  readonly answerWithin: AnswerLimit;
  /** By how much the procedure lets the answer be extended; null where it says no such number. */
  readonly extendBy: Limit | null;
  /** Whether nothing can begin at this stage, so that all that reaches it comes from the stage before. */
  readonly reachedOnlyByEscalation: boolean;
}

/** A stream's procedure: for each stage, in order, its versions in the order in which they came into force. */
export interface Procedure {
  /** The stream's name, for messages. */
  readonly stream: string;
  readonly rules: readonly StageRule[];
}

/**
 * The rule for a stage: the version in force on the day that this stage (not the complaint) was received. Null where
 * the procedure has no such stage, or had none yet on that day.
 */
export function stageRule(ask: {
  readonly procedure: Procedure;
  readonly stage: number;
  readonly receivedOn: Day;
}): StageRule | null {
  let inForce: StageRule | null = null;
  for (const rule of ask.procedure.rules) {
    if (rule.stage === ask.stage && rule.inForceFrom <= ask.receivedOn) inForce = rule;
  }
  return inForce;
}

/** Whether a procedure knows a stage at all, by whichever version. */
export function hasStage({ procedure, stage }: { procedure: Procedure; stage: number }): boolean {
  return procedure.rules.some((rule) => rule.stage === stage);
}
