import type { Day } from '../calendar/day';
import { workingDaysBetween } from '../calendar/working-days';
import type { StageVersion } from '../procedure/stage-version';
import { calendarSteps, skippedSteps } from './calendar-steps';
import type { ClockCalendars, Deadline, DeadlineStep } from './deadline';
import {
  type ClockedStage,
  calendarsJudgedBy,
  type LimitAsked,
  type LimitDays,
  limitDay,
  momentOn,
} from './limit-day';
import { movedSteps } from './moved-steps';
import { calendarFor } from './span';
import { startStep, step } from './start-steps';
import { counted, HAPPENED, spanInWords } from './words';

/** A stage whose limits are asked for, by the version of the procedure that it follows, on a day. */
export interface StageAsked {
  readonly stage: ClockedStage;
  readonly version: Pick<StageVersion, 'limits'>;
  readonly calendars: ClockCalendars;
  readonly today: Day;
}

/** All limits of a stage, each with its days and the steps that led to them, in the procedure's order. */
export const deadlinesOf = ({ today, ...asked }: StageAsked): Deadline[] =>
  asked.version.limits.map((limit) => deadlineOf({ ...asked, limit }, today));

function deadlineOf(ask: LimitAsked, today: Day): Deadline {
  const { limit, stage } = ask;
  const days = limitDay(ask);
  const metOn = momentOn(stage, limit.metBy);
  const isInTime = isMetInTime(ask, { dueOn: days.dueOn, metOn, today });
  const extended = stage.extensions.filter((one) => one.limit === limit.name).map(({ to }) => to);
  return {
    ...{ stage: stage.number, name: limit.name, title: limit.title, source: limit.source },
    ...{ dueOn: days.dueOn, originalDueOn: days.originalDueOn, isEstimated: days.isEstimated },
    extendedTo: extended.sort().at(-1) ?? null,
    extendableTo:
      extended.length === 0 && metOn === null && stage.endedOn === null ? days.extendableTo : null,
    ...{ metOn, isInTime },
    steps: stepsOf(ask, { days, metOn, isInTime, today }),
  };
}

/**
 * Whether a limit was met in time; null where nobody can say yet. What ended by another way before its last day missed
 * nothing, and what an inherited system did not record is not held against anybody, but for the answer.
 */
function isMetInTime(
  { limit, stage }: LimitAsked,
  { dueOn, metOn, today }: { dueOn: Day | null; metOn: Day | null; today: Day },
): boolean | null {
  if (dueOn === null) return null;
  if (metOn !== null) return metOn <= dueOn;
  if (stage.isInherited && limit.metBy !== 'answered') return null;
  const until = limit.metBy === 'nextRequested' ? today : (stage.endedOn ?? today);
  return until > dueOn ? false : null;
}

interface Judged {
  readonly days: LimitDays;
  readonly metOn: Day | null;
  readonly isInTime: boolean | null;
  readonly today: Day;
}

function stepsOf(ask: LimitAsked, judged: Judged): readonly DeadlineStep[] {
  const calendars = calendarsJudgedBy(ask);
  const { days } = judged;
  return [
    startStep(ask),
    ruleStep(ask, days),
    ...skippedSteps(ask, days, calendars),
    ...movedSteps(ask, calendars),
    ...calendarSteps(ask, calendars),
    dueStep(ask, judged),
    ...outcomeSteps(ask, judged, calendars),
  ];
}

function ruleStep({ limit, calendars }: LimitAsked, { startsOn, originalDueOn }: LimitDays): DeadlineStep {
  const span = spanInWords(limit.within);
  if (originalDueOn !== null)
    return step('RULE', originalDueOn, `${span} So the rule's day is ${originalDueOn}.`, limit.source);
  const { firstDay, lastDay } = calendarFor(limit.within.unit, calendars);
  const why =
    startsOn === null ? '' : ` The calendar is known from ${firstDay} to ${lastDay}, which that leaves.`;
  return step('RULE', null, span + why, limit.source);
}

function dueStep({ limit, stage }: LimitAsked, { days: { dueOn }, metOn, today }: Judged): DeadlineStep {
  if (dueOn === null) return step('DUE', null, 'So the last day cannot be told yet.');
  const isUnrecorded = stage.isInherited && metOn === null && limit.metBy !== 'answered' && dueOn < today;
  const missing = isUnrecorded ? ` Whether it ${HAPPENED[limit.metBy]} by then is not recorded.` : '';
  return step('DUE', dueOn, `So the last day is ${dueOn}, to its end.${missing}`);
}

function outcomeSteps(
  { limit, stage }: LimitAsked,
  { days: { dueOn }, metOn, isInTime, today }: Judged,
  calendars: ClockCalendars,
): DeadlineStep[] {
  if (dueOn === null || isInTime === null) return [];
  if (metOn === null) {
    const until = stage.endedOn ?? today;
    return [step('MISSED', dueOn, `It is not recorded by ${until} that it ${HAPPENED[limit.metBy]}.`)];
  }
  const said = `It ${HAPPENED[limit.metBy]} on ${metOn}`;
  if (isInTime) return [step('MET', metOn, `${said}, in time.`)];
  const late = workingDaysBetween({ from: dueOn, to: metOn, calendar: calendars.working });
  return [step('MISSED', metOn, late ? `${said}, ${counted(late, 'WORKING_DAY')} late.` : `${said}, late.`)];
}
