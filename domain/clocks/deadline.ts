import type { Day } from '../calendar/day';
import type { Calendar, DayOff } from '../calendar/working-days';
import type { LawSource } from '../procedure/law';

/** What a step of an explanation is. */
export const STEP_KINDS = [
  'STARTS',
  'RULE',
  'SKIPPED',
  'PLANNED',
  'EXTENDED',
  'SUSPENDED',
  'CALENDAR_CHANGED',
  'ESTIMATED',
  'DUE',
  'MET',
  'MISSED',
] as const;

/** One step on the way to a day: what happened or which rule holds, in a sentence. */
export interface DeadlineStep {
  readonly kind: (typeof STEP_KINDS)[number];
  /** The day that it is about; null where there is none. */
  readonly on: Day | null;
  readonly text: string;
  readonly source: LawSource | null;
  /** Days that were not counted, in order; weekends are not listed. */
  readonly days: readonly DayOff[];
}

/** A limit of a complaint, by when something has to happen, and how that day comes about. */
export interface Deadline {
  readonly stage: number;
  /** The name of the limit in its procedure: `ACKNOWLEDGE`, `ANSWER` … */
  readonly name: string;
  readonly title: string;
  /** The last day on which it is in time, extension and suspension included; null where that cannot be told yet, or not by the calendar. */
  readonly dueOn: Day | null;
  /** The day without any extension, plan or suspension. */
  readonly originalDueOn: Day | null;
  readonly extendedTo: Day | null;
  /** The last day to which it can be extended, but for a good reason; null where it cannot be, was already, is met, or no number is set. */
  readonly extendableTo: Day | null;
  readonly metOn: Day | null;
  /** Null while it is neither met nor past. */
  readonly isInTime: boolean | null;
  /** Whether it would be counted by a calendar that is not known, and is counted by another. */
  readonly isEstimated: boolean;
  readonly source: LawSource;
  readonly steps: readonly DeadlineStep[];
}

/** The calendars that limits are counted by. */
export interface ClockCalendars {
  readonly working: Calendar;
  /**
   * Days on which schools are open; null where no holidays are known, so that working days are counted instead. A school year
   * in which it is closed on no more days than `working` is not known either.
   */
  readonly school: Calendar | null;
  /** The working calendar before anybody decided on bank holidays or closed days: what moved a limit is told by it. */
  readonly before: Calendar;
  /**
   * The calendars as they had been decided on by the end of a day: what was met or ended by then is judged by them, whatever
   * is decided later. Left out where nothing was ever decided.
   */
  readonly asOf?: (day: Day) => ClockCalendars;
}
