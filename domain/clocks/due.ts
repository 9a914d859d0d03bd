import { type Day, isBefore } from '../calendar/day';
import { endOfMonths } from '../calendar/months';
import { addWorkingDays, type Calendar } from '../calendar/working-days';
import type { StageRule } from '../procedure/procedure';

/** The day on which a stage must be acknowledged. Null without a limit, or outside the calendar's years. */
export function acknowledgeDueDay(stage: {
  readonly rule: StageRule;
  readonly receivedOn: Day;
  readonly calendar: Calendar;
}): Day | null {
  const { rule, receivedOn, calendar } = stage;
  if (rule.acknowledgeWithin === null) return null;
  return addWorkingDays({ from: receivedOn, count: rule.acknowledgeWithin.workingDays, calendar });
}

/** What a due day depends on. */
export interface StageClock {
  readonly rule: StageRule;
  /** The day this stage came in: day 0, whatever the hour. */
  readonly receivedOn: Day;
  readonly acknowledgedOn: Day | null;
  readonly calendar: Calendar;
}

/**
 * The day that starts the answer's clock. From acknowledgement it is the day that the acknowledgement was sent or was
 * due, whichever is earlier, so that a late or missing one buys no time (the council's choice: the LGSCO's Code does
 * not say). One dated before receipt is an error of the record, and counts as missing.
 */
export function clockStart(stage: StageClock): Day | null {
  const { rule, receivedOn, acknowledgedOn } = stage;
  if (rule.answerWithin.from === 'received') return receivedOn;
  const due = acknowledgeDueDay(stage);
  if (due === null || acknowledgedOn === null || isBefore(acknowledgedOn, receivedOn)) return due;
  return isBefore(acknowledgedOn, due) ? acknowledgedOn : due;
}

/** Calendar months need no calendar of working days: their last day is due even where nobody works on it. */
function standardDueDay(stage: StageClock): Day | null {
  const limit = stage.rule.answerWithin;
  if ('months' in limit) return endOfMonths({ from: stage.receivedOn, months: limit.months });
  const from = clockStart(stage);
  return from && addWorkingDays({ from, count: limit.workingDays, calendar: stage.calendar });
}

/**
 * The day on which the answer is due, at its end. An agreed extension holds where it is later than the limit; it never
 * shortens it. Null where the limit lies outside the years that the calendar knows and no extension was agreed.
 */
export function dueDay(stage: StageClock & { readonly extendedTo?: Day | null }): Day | null {
  const standard = standardDueDay(stage);
  const extendedTo = stage.extendedTo ?? null;
  if (standard === null || extendedTo === null) return standard ?? extendedTo;
  return isBefore(standard, extendedTo) ? extendedTo : standard;
}

/**
 * The latest day to which the answer may be extended: the limit and the procedure's extension. Null where the
 * procedure allows none, or outside the calendar's years.
 */
export function latestExtension(stage: StageClock): Day | null {
  const standard = standardDueDay(stage);
  if (standard === null || stage.rule.extendBy === null) return null;
  return addWorkingDays({ from: standard, count: stage.rule.extendBy.workingDays, calendar: stage.calendar });
}
