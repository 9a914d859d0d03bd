import { type CaseEvent, MOMENTS, type Moment } from '../events';
import { type LimitRule, type Span, type StageVersion, UNITS } from '../stage-version';
import { repeated } from './words';

/** What tells each moment; receipt is told by whatever the stage begins with. */
const TOLD_BY: Readonly<Record<Moment, CaseEvent | null>> = {
  received: null,
  acknowledged: 'acknowledge',
  planAgreed: 'agreePlan',
  statementAgreed: 'agreeStatement',
  investigationReported: 'reportInvestigation',
  panelHeld: 'holdPanel',
  panelReported: 'reportPanel',
  answered: 'answer',
  nextRequested: 'escalate',
};

/** What is wrong with the limits of a version. */
export function checkLimits(version: StageVersion): string[] {
  const { limits } = version;
  return [
    ...repeated(limits.map(({ name }) => name)).map((name) => `two limits are named ${name}`),
    ...limits.flatMap((limit) => [
      ...checkSpan(`the limit ${limit.name}`, limit.within),
      ...checkSpan(`the extension of ${limit.name}`, limit.extension?.by ?? null),
      ...checkMoments(limit, version),
      ...checkStart(limit, version),
      ...checkPauses(limit, version),
      ...checkPlanned(limit, version),
      ...checkExtended(limit, version),
    ]),
  ];
}

function checkSpan(what: string, span: Span | null): string[] {
  if (span === null) return [];
  const problems: string[] = [];
  if (!UNITS.includes(span.unit)) problems.push(`${what} is counted in ${span.unit}, which is no unit`);
  if (!Number.isInteger(span.count) || span.count <= 0)
    problems.push(`${what} must be a whole number above 0, not ${span.count}`);
  return problems;
}

function checkMoments({ name, starts, metBy }: LimitRule, { events }: StageVersion): string[] {
  return [starts.with, ...(starts.orElse === undefined ? [] : [starts.orElse]), metBy].flatMap((moment) => {
    if (!MOMENTS.includes(moment)) return [`the limit ${name} names ${moment}, which is no moment`];
    const event = TOLD_BY[moment];
    if (event === null || events.some((rule) => rule.event === event)) return [];
    return [`the limit ${name} waits for ${event}, which cannot happen`];
  });
}

function checkStart({ name, starts }: LimitRule, { limits }: StageVersion): string[] {
  const { byLimit } = starts;
  if (byLimit === undefined) {
    return starts.lateBuysNoTime
      ? [`the limit ${name} lets a late start buy no time, but does not say late by which limit`]
      : [];
  }
  const by = limits.find((limit) => limit.name === byLimit);
  if (by === undefined) return [`the limit ${name} starts by the limit ${byLimit}, which it does not have`];
  if (isCircle(name, limits)) return [`the limit ${name} starts by itself, in a circle`];
  return by.metBy === starts.with
    ? []
    : [`the limit ${name} starts by the limit ${byLimit}, which is not the limit of what starts it`];
}

/** Whether following what limits start by leads back to the one named. */
function isCircle(name: string, limits: readonly LimitRule[]): boolean {
  let next = limits.find((limit) => limit.name === name)?.starts.byLimit;
  for (const _limit of limits) {
    if (next === name) return true;
    next = limits.find((limit) => limit.name === next)?.starts.byLimit;
  }
  return false;
}

function checkPauses({ name, pausedBy }: LimitRule, { requirements }: StageVersion): string[] {
  const possible = requirements.flatMap(({ needs }) => (needs.kind === 'GROUNDS' ? needs.grounds : []));
  return pausedBy
    .filter((ground) => !possible.includes(ground))
    .map((ground) => `the limit ${name} is paused by ${ground}, on which nothing is suspended`);
}

const checkPlanned = ({ name, isPlanned }: LimitRule, { events }: StageVersion): string[] =>
  isPlanned && !events.some(({ event }) => event === 'agreePlan')
    ? [`the limit ${name} can be planned, but nothing agrees a plan`]
    : [];

const checkExtended = ({ name, extension }: LimitRule, { events }: StageVersion): string[] =>
  extension !== null && !events.some(({ event }) => event === 'extend')
    ? [`the limit ${name} can be extended, but nothing extends it`]
    : [];
