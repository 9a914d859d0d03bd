import { addDays, type Day } from '../calendar/day';
import type { Calendar, DayOff } from '../calendar/working-days';
import { type Procedure, type StageRule, stageRule } from '../procedure/procedure';
import { daysOffBetween, daysOffInWords } from './days-off-in-words';
import { acknowledgeDueDay, clockStart, dueDay, latestExtension, type StageClock } from './due';

/** A day by which something has to be done, and how it comes about. */
export interface ExplainedDay {
  /** Null where the calendar does not reach it. */
  readonly dueOn: Day | null;
  /** Day 0 of the count; null where the calendar does not reach it. */
  readonly countedFrom: Day | null;
  /** Days off on the way, in order; weekends are not listed. */
  readonly holidays: readonly DayOff[];
  readonly why: string;
}

/** When a stage would be due, and by which rule. */
export interface DueIfReceived {
  readonly rule: StageRule;
  /** The last day of receipt for which the rule holds; null while no later version is known. */
  readonly inForceTo: Day | null;
  readonly acknowledgement: ExplainedDay | null;
  readonly answer: ExplainedDay;
  readonly extendableTo: Day | null;
}

/** What is asked: a stage received on a day and, where somebody means that too, acknowledged on another. */
export interface Asked {
  readonly procedure: Procedure;
  readonly calendar: Calendar;
  readonly stage: number;
  readonly receivedOn: Day;
  readonly acknowledgedOn: Day | null;
}

/**
 * When a stage received on this day has to be acknowledged and answered, with the rule and the holidays that make it so.
 * Null where the procedure has no such stage, or had none on that day.
 */
export function dueIfReceived({ procedure, calendar, ...asked }: Asked): DueIfReceived | null {
  const rule = stageRule({ procedure, ...asked });
  if (rule === null) return null;
  const clock = { rule, calendar, ...asked };
  return {
    rule,
    inForceTo: lastDayInForce(procedure, rule),
    acknowledgement: acknowledgement(clock),
    answer: answer(clock),
    extendableTo: latestExtension(clock),
  };
}

function lastDayInForce({ rules }: Procedure, { stage, inForceFrom }: StageRule): Day | null {
  const next = rules.find((rule) => rule.stage === stage && rule.inForceFrom > inForceFrom);
  return next === undefined ? null : addDays(next.inForceFrom, -1);
}

function acknowledgement(clock: StageClock): ExplainedDay | null {
  const { acknowledgeWithin } = clock.rule;
  if (acknowledgeWithin === null) return null;
  const count = { workingDays: acknowledgeWithin.workingDays, from: 'the day of receipt' };
  return inWorkingDays(clock, count, { dueOn: acknowledgeDueDay(clock), countedFrom: clock.receivedOn });
}

function answer(clock: StageClock): ExplainedDay {
  const { answerWithin } = clock.rule;
  const days = { dueOn: dueDay(clock), countedFrom: clockStart(clock) };
  if ('months' in answerWithin) {
    const why = `${counted(answerWithin.months, 'calendar month')}, the day of receipt included. Weekends and holidays count.`;
    return {
      ...days,
      holidays: [],
      why: days.dueOn === null ? `${why} The calendar ends before that.` : why,
    };
  }
  const from =
    answerWithin.from === 'received' ? 'the day of receipt' : acknowledged(clock, days.countedFrom);
  return inWorkingDays(clock, { workingDays: answerWithin.workingDays, from }, days);
}

/** What the answer's clock starts with, where that is the acknowledgement: what was sent in time, or the last day for it. */
function acknowledged({ acknowledgedOn }: StageClock, countedFrom: Day | null): string {
  return acknowledgedOn !== null && acknowledgedOn === countedFrom
    ? 'the day on which it was acknowledged'
    : 'the last day for its acknowledgement, or from an earlier one (a later one buys no time)';
}

function inWorkingDays(
  { calendar }: StageClock,
  { workingDays, from }: { readonly workingDays: number; readonly from: string },
  days: Pick<ExplainedDay, 'dueOn' | 'countedFrom'>,
): ExplainedDay {
  const why = `${counted(workingDays, 'working day')}, counted from ${from}. The next working day is day 1.`;
  const { dueOn, countedFrom } = days;
  if (dueOn === null || countedFrom === null) {
    const known = `Working days are known from ${calendar.firstDay} to ${calendar.lastDay}, which this count leaves.`;
    return { ...days, holidays: [], why: `${why} ${known}` };
  }
  const holidays = daysOffBetween(calendar, { from: countedFrom, to: dueOn });
  const named = daysOffInWords(holidays);
  return { ...days, holidays, why: named === '' ? why : `${why} Not worked on the way: ${named}.` };
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;
