import type { Day } from '../../domain/calendar/day';
import { daysOffInWords } from '../../domain/clocks/days-off-in-words';
import type { ClockCalendars } from '../../domain/clocks/deadline';
import { type ClockedStage, limitDay, momentOn } from '../../domain/clocks/limit-day';
import { calendarFor } from '../../domain/clocks/span';
import type { FactsOf } from '../../domain/procedure/command';
import { versionOfStage } from '../../domain/procedure/permitted';
import type { LimitRule, LiveProcedure } from '../../domain/procedure/stage-version';

/** The calendars of a stream as they were and as they are. */
export interface ClockChange {
  readonly before: ClockCalendars;
  readonly after: ClockCalendars;
}

/** The limits of a stage that wait for something, and have another last day by the calendar as it is now. */
export function movedLimits(
  procedure: LiveProcedure,
  stage: ClockedStage,
  change: ClockChange,
): FactsOf<'redate'>[] {
  const version = versionOfStage(procedure, stage);
  if (version === null) return [];
  return version.limits.filter(isOpenIn(stage)).flatMap((limit) => {
    const dueBy = (calendars: ClockCalendars) => limitDay({ limit, stage, version, calendars }).dueOn;
    const [from, to] = [dueBy(change.before), dueBy(change.after)];
    if (from === null || to === null || from === to) return [];
    const because = changeInWords(limit, change, { from: stage.receivedOn, to: from < to ? to : from });
    return [{ event: 'redate' as const, limit: limit.name, from, to, because }];
  });
}

/** What waits for the council is open until the stage ends; for how long the next stage may be asked for, after it too. */
const isOpenIn = (stage: ClockedStage) => (limit: LimitRule) =>
  momentOn(stage, limit.metBy) === null && (stage.endedOn === null || limit.metBy === 'nextRequested');

/** The days that came and went, by their names. */
function changeInWords(
  { within }: LimitRule,
  { before, after }: ClockChange,
  between: { readonly from: Day; readonly to: Day },
): string {
  const [was, is] = [calendarFor(within.unit, before).daysOff, calendarFor(within.unit, after).daysOff];
  const notIn = (others: typeof was) => {
    const days = new Set(others.map(({ day }) => day));
    return ({ day }: { readonly day: Day }) => !days.has(day) && between.from <= day && day <= between.to;
  };
  const [added, gone] = [is.filter(notIn(was)), was.filter(notIn(is))];
  return [
    ...(added.length === 0 ? [] : [`${daysOffInWords(added)} is no longer counted`]),
    ...(gone.length === 0 ? [] : [`${daysOffInWords(gone)} is counted again`]),
  ].join('; ');
}
