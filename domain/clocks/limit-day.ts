import type { Day } from '../calendar/day';
import type { StageOfCase } from '../procedure/case-state';
import type { Moment } from '../procedure/events';
import type { LimitRule, StageVersion } from '../procedure/stage-version';
import type { ClockCalendars } from './deadline';
import { endOfFurther, endOfSpan, isEstimated } from './span';
import { afterStandstills, type Standstill, standstillsOf } from './suspended';

/** What clocks know of a stage: its days, extensions and suspensions, and nobody who handled it. */
export type ClockedStage = Omit<StageOfCase, 'appointed' | 'panel' | 'handledBy'>;

/** A limit of a stage, by the version of the procedure that has it. */
export interface LimitAsked {
  readonly limit: LimitRule;
  readonly stage: ClockedStage;
  readonly version: Pick<StageVersion, 'limits'>;
  readonly calendars: ClockCalendars;
}

/** The days of a limit. */
export interface LimitDays {
  /** Day 0 of the count; null while nothing has started it. */
  readonly startsOn: Day | null;
  /** The last day by the rule alone: without plan, extension or suspension. */
  readonly originalDueOn: Day | null;
  /** The last day on which it is in time; null while the clock has not begun or stands still, or where no calendar reaches. */
  readonly dueOn: Day | null;
  /** The latest day that an extension may have without a good reason; null where the rule has no such number. */
  readonly extendableTo: Day | null;
  /** Whether school days were counted in a time for which no school holidays are known. */
  readonly isEstimated: boolean;
}

const DAY_OF: Readonly<Record<Moment, (stage: ClockedStage) => Day | null>> = {
  received: ({ receivedOn }) => receivedOn,
  acknowledged: ({ acknowledgedOn }) => acknowledgedOn,
  planAgreed: ({ planAgreedOn }) => planAgreedOn,
  statementAgreed: ({ statementAgreedOn }) => statementAgreedOn,
  investigationReported: ({ investigationReportedOn }) => investigationReportedOn,
  panelHeld: ({ panelHeldOn }) => panelHeldOn,
  panelReported: ({ panelReportedOn }) => panelReportedOn,
  answered: ({ answeredOn }) => answeredOn,
  nextRequested: ({ nextRequestedOn }) => nextRequestedOn,
};

/** The day of a moment of a stage; null while it has not happened. One before receipt is an error, and counts as missing. */
export function momentOn(stage: ClockedStage, moment: Moment): Day | null {
  const day = DAY_OF[moment](stage);
  return day !== null && day < stage.receivedOn ? null : day;
}

/** The limit by which the moment has to happen that starts another; null where there is none. */
export function startingLimit({ limit, version }: LimitAsked): LimitRule | null {
  return version.limits.find(({ name }) => name === limit.starts.byLimit) ?? null;
}

/**
 * Day 0 of a limit's count. Until what starts it has happened, it is the last day for that, or the day of what starts it
 * else; where a late one buys no time, the earlier of that day and the last one for it.
 */
export function startOf(ask: LimitAsked): { readonly on: Day | null; readonly isEstimated: boolean } {
  const { stage, limit } = ask;
  const { starts } = limit;
  const happened = momentOn(stage, starts.with);
  const before = startingLimit(ask);
  const isBound = before !== null && (happened === null || starts.lateBuysNoTime === true);
  const last = isBound ? limitDay({ ...ask, limit: before }) : null;
  const byLimit = last?.dueOn ?? null;
  if (byLimit !== null && (happened === null || byLimit < happened))
    return { on: byLimit, isEstimated: last?.isEstimated ?? false };
  if (happened !== null) return { on: happened, isEstimated: false };
  const other = before === null && starts.orElse ? momentOn(stage, starts.orElse) : null;
  return { on: other, isEstimated: false };
}

/**
 * The calendars that a limit is counted by: as they had been decided on when it was met, or when its stage ended, since what
 * is over keeps the day by which it was judged. The time to ask for the next stage runs on after that end.
 */
export function calendarsJudgedBy({ limit, stage, calendars }: LimitAsked): ClockCalendars {
  const isOver = momentOn(stage, limit.metBy) ?? (limit.metBy === 'nextRequested' ? null : stage.endedOn);
  return isOver === null ? calendars : (calendars.asOf?.(isOver) ?? calendars);
}

/**
 * The days of a limit, by its rule and what happened in its stage. A day agreed in the plan takes the place of the rule's,
 * an extension holds where it is later, and both move on with the rule's by what stood still after they were agreed.
 */
export function limitDay(ask: LimitAsked): LimitDays {
  const { limit, stage } = ask;
  const calendars = calendarsJudgedBy(ask);
  const start = startOf(ask);
  const planned = limit.isPlanned === true ? stage.plannedFor : null;
  const originalDueOn = start.on && endOfSpan({ from: start.on, span: limit.within, calendars });
  const clock = { limit, calendars, standstills: standstillsOf(limit, stage.suspensions) };
  const base = planned ?? originalDueOn;
  const since = planned === null ? start.on : stage.planAgreedOn;
  const agreed = { day: base, since: since ?? stage.receivedOn };
  const standard = moved(clock, agreed);
  const dueOn = latestOf([standard, ...extensionsOf(ask).map((one) => moved(clock, one))]);
  return {
    ...{ startsOn: start.on, originalDueOn, dueOn },
    extendableTo: extendableTo(clock, agreed),
    isEstimated:
      planned === null &&
      dueOn === standard &&
      (start.isEstimated || isCountEstimated({ limit, calendars }, start.on, dueOn ?? originalDueOn)),
  };
}

const extensionsOf = ({ limit, stage }: LimitAsked): readonly Agreed[] =>
  stage.extensions.flatMap((one) => (one.limit === limit.name ? [{ day: one.to, since: one.on }] : []));

/** A day that holds, and since when: what stood still before took nothing of it. */
interface Agreed {
  readonly day: Day | null;
  readonly since: Day;
}

interface LimitClock {
  readonly limit: LimitRule;
  readonly calendars: ClockCalendars;
  readonly standstills: readonly Standstill[];
}

const moved = (
  { limit, ...clock }: LimitClock,
  { day, since }: Agreed,
): ReturnType<typeof afterStandstills> =>
  day && afterStandstills({ ...clock, day, since, unit: limit.within.unit });

/** The latest of days; null where one of them cannot be told because a clock stands still, or there is none. */
function latestOf(days: readonly ReturnType<typeof afterStandstills>[]): Day | null {
  let latest: Day | null = null;
  for (const day of days) {
    if (day === 'STANDING') return null;
    if (day !== null && (latest === null || latest < day)) latest = day;
  }
  return latest;
}

function extendableTo(clock: LimitClock, { day, since }: Agreed): Day | null {
  const span = clock.limit.extension?.by ?? null;
  if (day === null || span === null) return null;
  const further = endOfFurther({ from: day, span, calendars: clock.calendars });
  return latestOf([moved(clock, { day: further, since })]);
}

const isCountEstimated = (
  { limit, calendars }: Pick<LimitAsked, 'limit' | 'calendars'>,
  from: Day | null,
  to: Day | null,
): boolean =>
  limit.within.unit === 'SCHOOL_DAY' && from !== null && isEstimated({ from, to: to ?? from, calendars });
