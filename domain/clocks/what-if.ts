import type { Day } from '../calendar/day';
import type { SuspensionGround } from '../procedure/events';
import type { StageAsked } from './deadlines';
import type { ClockedStage } from './limit-day';

/** Days of a stage as they might be; null for what stays as it is recorded. */
export interface AssumedDays {
  readonly receivedOn: Day | null;
  readonly acknowledgedOn: Day | null;
  readonly answerBy: Day | null;
  readonly extendedTo: Day | null;
  readonly suspendedOn: Day | null;
  readonly resumedOn: Day | null;
  readonly statementAgreedOn: Day | null;
  readonly panelHeldOn: Day | null;
  readonly panelReportedOn: Day | null;
}

/** What is in the way of assuming days: which part, and in words. */
export interface NotAssumable {
  readonly part: keyof AssumedDays;
  readonly why: string;
}

type Asked = Omit<StageAsked, 'calendars'>;

/** Why these days cannot be assumed of a stage; null where they can. */
export function notAssumable(assume: AssumedDays, { stage, version }: Asked): NotAssumable | null {
  const receivedOn = assume.receivedOn ?? stage.receivedOn;
  for (const part of LATER)
    if (assume[part] !== null && assume[part] < receivedOn)
      return { part, why: `is before the day of receipt, ${receivedOn}: give that day or a later one.` };
  if (assume.answerBy !== null && !version.limits.some(({ isPlanned }) => isPlanned))
    return { part: 'answerBy', why: 'is of no use here: no plan sets the day of this stage’s answer.' };
  if (assume.suspendedOn !== null && groundOf(version) === null)
    return { part: 'suspendedOn', why: 'is of no use here: nothing stops a clock in this stage.' };
  if (assume.resumedOn === null) return null;
  const since = assume.suspendedOn ?? openSuspension(stage)?.from ?? null;
  if (since === null) return { part: 'resumedOn', why: 'ends no suspension: give `suspendedOn` with it.' };
  return assume.resumedOn < since
    ? { part: 'resumedOn', why: `is before the suspension began, ${since}.` }
    : null;
}

const LATER = [
  'acknowledgedOn',
  'answerBy',
  'extendedTo',
  'suspendedOn',
  'resumedOn',
  'statementAgreedOn',
  'panelHeldOn',
  'panelReportedOn',
] as const satisfies readonly (keyof AssumedDays)[];

/** A stage as it would be with the days assumed, which `notAssumable` has nothing against. */
export function withAssumed(assume: AssumedDays, { stage, version, today }: Asked): ClockedStage {
  const receivedOn = assume.receivedOn ?? stage.receivedOn;
  // What would be agreed is agreed today, and on the day of receipt where that is yet to come.
  const on = today < receivedOn ? receivedOn : today;
  const { extendedTo } = assume;
  const extension = extendedTo && { limit: 'ANSWER', on, to: extendedTo, isForGoodReason: false };
  return {
    ...stage,
    receivedOn,
    acknowledgedOn: assume.acknowledgedOn ?? stage.acknowledgedOn,
    plannedFor: assume.answerBy ?? stage.plannedFor,
    planAgreedOn: assume.answerBy === null ? stage.planAgreedOn : on,
    statementAgreedOn: assume.statementAgreedOn ?? stage.statementAgreedOn,
    panelHeldOn: assume.panelHeldOn ?? stage.panelHeldOn,
    panelReportedOn: assume.panelReportedOn ?? stage.panelReportedOn,
    extensions: [...stage.extensions, ...(extension === null ? [] : [extension])],
    suspensions: suspensionsWith(assume, stage, groundOf(version)),
  };
}

function suspensionsWith(
  { suspendedOn, resumedOn }: AssumedDays,
  { suspensions }: ClockedStage,
  ground: SuspensionGround | null,
): ClockedStage['suspensions'] {
  if (suspendedOn !== null && ground !== null)
    return [...suspensions, { ground, from: suspendedOn, to: resumedOn }];
  return suspensions.map((one) => (one.to === null ? { ...one, to: resumedOn } : one));
}

const openSuspension = ({ suspensions }: ClockedStage) => suspensions.find(({ to }) => to === null) ?? null;

/** A ground on which a clock of the stage stands still; null where there is none. */
const groundOf = ({ limits }: Asked['version']): SuspensionGround | null =>
  limits.flatMap(({ pausedBy }) => pausedBy)[0] ?? null;
