import { workingDaysBetween } from '../calendar/working-days';
import type { Suspension } from '../procedure/case-state';
import type { ClockCalendars, DeadlineStep } from './deadline';
import type { LimitAsked } from './limit-day';
import { calendarFor } from './span';
import { step } from './start-steps';
import { counted, WHILE } from './words';

/** A day agreed in the plan, suspensions on the limit's grounds, and extensions, each with what came of it. */
export function movedSteps(ask: LimitAsked, calendars: ClockCalendars): DeadlineStep[] {
  return [...plannedSteps(ask), ...suspendedSteps(ask, calendars), ...extendedSteps(ask)];
}

function plannedSteps({ limit, stage: { plannedFor, planAgreedOn } }: LimitAsked): DeadlineStep[] {
  if (limit.isPlanned !== true || plannedFor === null) return [];
  const agreed =
    planAgreedOn === null
      ? `${plannedFor} was agreed, as the system has it that it came from`
      : `The plan of ${planAgreedOn} names ${plannedFor}`;
  return [
    step('PLANNED', plannedFor, `${agreed}: that day counts in the place of the rule's.`, limit.source),
  ];
}

function suspendedSteps(
  { limit, stage: { suspensions } }: LimitAsked,
  calendars: ClockCalendars,
): DeadlineStep[] {
  return suspensions
    .filter(({ ground }) => limit.pausedBy.includes(ground))
    .map((one) =>
      step('SUSPENDED', one.from, suspensionInWords(one, limit.within.unit, calendars), limit.source),
    );
}

function suspensionInWords(
  { from, to, ground }: Suspension,
  unit: LimitAsked['limit']['within']['unit'],
  calendars: ClockCalendars,
): string {
  if (to === null)
    return `Since ${from} the clock stands still, while ${WHILE[ground]}: the last day cannot be told until it goes on.`;
  const count = workingDaysBetween({ from, to, calendar: calendarFor(unit, calendars) });
  const days = unit === 'MONTH' || count === null ? 'the days after the first' : counted(count, unit);
  return `From ${from} to ${to} the clock stood still, while ${WHILE[ground]}: ${days} up to its end are not counted.`;
}

function extendedSteps({ limit, stage }: LimitAsked): DeadlineStep[] {
  return stage.extensions
    .filter((one) => one.limit === limit.name)
    .map(({ on, to, isForGoodReason }) => {
      const said = stage.isInherited ? `It was extended to ${to}` : `On ${on} it was extended to ${to}`;
      const why = isForGoodReason ? ', past what the rule allows, for a good reason that was recorded' : '';
      return step(
        'EXTENDED',
        to,
        `${said}${why}. An extension never shortens.`,
        limit.extension?.source ?? null,
      );
    });
}
