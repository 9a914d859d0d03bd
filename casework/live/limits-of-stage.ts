import type { Day } from '../../domain/calendar/day';
import type { ClockCalendars } from '../../domain/clocks/deadline';
import { type ClockedStage, limitDay, momentOn } from '../../domain/clocks/limit-day';
import { versionOfStage } from '../../domain/procedure/permitted';
import type { LiveProcedure } from '../../domain/procedure/stage-version';

/** A limit of a stage that waits for something to happen, and its last day; null where that cannot be told. */
export interface OpenLimit {
  readonly name: string;
  readonly dueOn: Day | null;
}

/** By what the limits of a stage are counted. */
export interface Counting {
  readonly procedure: LiveProcedure;
  readonly calendars: ClockCalendars;
}

/** The last day for the answer of a stage; null where nothing sets one, or it cannot be told. */
export function answerDueOn(counting: Counting, stage: ClockedStage): Day | null {
  const version = versionOfStage(counting.procedure, stage);
  const limit = version?.limits.find(({ name }) => name === 'ANSWER');
  if (!version || !limit) return null;
  return limitDay({ limit, stage, version, calendars: counting.calendars }).dueOn;
}

/**
 * The limits of a stage that wait for something that the council has to do, the first due first, those without a day last;
 * none of a stage that ended. How long a complainant may think about the next stage is no such limit.
 */
export function openLimits(counting: Counting, stage: ClockedStage): OpenLimit[] {
  const version = versionOfStage(counting.procedure, stage);
  if (version === null || stage.endedOn !== null) return [];
  return version.limits
    .filter(({ metBy }) => metBy !== 'nextRequested' && momentOn(stage, metBy) === null)
    .map((limit) => ({
      name: limit.name,
      dueOn: limitDay({ limit, stage, version, calendars: counting.calendars }).dueOn,
    }))
    .sort((a, b) => compareDue(a.dueOn, b.dueOn));
}

function compareDue(a: Day | null, b: Day | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}
