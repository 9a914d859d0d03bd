import type { CaseEvent } from '../events';
import type { LiveProcedure, Requirement, StageVersion } from '../stage-version';

type Needs = Requirement['needs'];

/** The events that each requirement can be checked at; null where it is any. */
const CHECKED_AT: Readonly<Record<Needs['kind'], readonly CaseEvent[] | null>> = {
  CONSENT: null,
  APPOINTMENTS: null,
  OTHER_PERSON: null,
  PANEL: ['arrangePanel', 'holdPanel'],
  FINDINGS: ['answer', 'reportInvestigation', 'reportPanel'],
  PLAN: null,
  WITHIN_LIMIT: ['escalate'],
  LIMIT_MISSED: ['escalate'],
  NEXT_WORKING_DAY: ['settle'],
  GROUNDS: ['suspend'],
  DIRECT_REASON: ['record'],
};

/** What is wrong with the requirements of a version: each has to be one that can be checked, and that somebody can fulfil. */
export function checkRequirements(version: StageVersion, procedure: LiveProcedure): string[] {
  return [
    ...version.requirements.flatMap((requirement) => [
      ...checkEvent(requirement, version),
      ...checkNeeds(requirement, version),
      ...checkPeople(requirement, version, procedure),
    ]),
    ...checkGrounds(version),
    ...checkDirect(version),
  ];
}

const has = ({ events }: StageVersion, event: CaseEvent): boolean =>
  events.some((rule) => rule.event === event);

function checkEvent({ event, needs }: Requirement, version: StageVersion): string[] {
  const at = CHECKED_AT[needs.kind];
  if (at !== null && !at.includes(event))
    return [`the requirement ${needs.kind} cannot be checked at ${event}`];
  return has(version, event) ? [] : [`the requirement ${needs.kind} is of ${event}, which cannot happen`];
}

function checkNeeds({ needs, event }: Requirement, version: StageVersion): string[] {
  const what = `the requirement ${needs.kind} of ${event}`;
  switch (needs.kind) {
    case 'CONSENT':
      return has(version, 'recordConsent') ? [] : [`${what} needs what nothing records`];
    case 'PLAN':
      return has(version, 'agreePlan') ? [] : [`${what} needs what nothing agrees`];
    case 'WITHIN_LIMIT':
    case 'LIMIT_MISSED':
      return checkLimit(what, needs, version);
    case 'NEXT_WORKING_DAY':
      return needs.channels.length === 0 ? [`${what} names no channel`] : [];
    case 'GROUNDS':
      return needs.grounds.length === 0 ? [`${what} names no ground`] : [];
    default:
      return [];
  }
}

function checkLimit(
  what: string,
  needs: Extract<Needs, { readonly limit: string }>,
  version: StageVersion,
): string[] {
  const states = needs.kind === 'LIMIT_MISSED' ? needs.inStates : [];
  return [
    ...(version.limits.some(({ name }) => name === needs.limit)
      ? []
      : [`${what} is about the limit ${needs.limit}, which it does not have`]),
    ...states
      .filter((state) => version.states.every(({ name }) => name !== state))
      .map((state) => `${what} is about the state ${state}, which it does not have`),
  ];
}

/** Whom a requirement is about has to be somebody whom an officer can appoint, in this stage or an earlier one. */
function checkPeople(
  { event, needs }: Requirement,
  version: StageVersion,
  procedure: LiveProcedure,
): string[] {
  const what = `the requirement ${needs.kind} of ${event}`;
  if (needs.kind === 'APPOINTMENTS') {
    if (needs.appointments.length === 0) return [`${what} names nobody`];
    return has(version, 'appoint') ? [] : [`${what} needs people whom nobody can appoint`];
  }
  if (needs.kind !== 'PANEL') return [];
  const problems: string[] = [];
  if (!Number.isInteger(needs.members) || needs.members < 1)
    problems.push(`${what} must have a whole number of members above 0, not ${needs.members}`);
  const upToHere = procedure.stages.filter(({ stage }) => stage <= version.stage);
  if (needs.isFreeOf.length > 0 && !upToHere.some((one) => has(one, 'appoint')))
    problems.push(`${what} is free of people whom nobody can appoint`);
  return problems;
}

/** A suspension has its grounds, and a beginning at a later stage its reason: both are the exception. */
function checkGrounds(version: StageVersion): string[] {
  if (!has(version, 'suspend')) return [];
  const isThere = version.requirements.some(({ needs }) => needs.kind === 'GROUNDS');
  return isThere ? [] : ['it can be suspended, but does not say on which grounds'];
}

function checkDirect(version: StageVersion): string[] {
  if (version.stage === 1 || !has(version, 'record')) return [];
  const isThere = version.requirements.some(({ needs }) => needs.kind === 'DIRECT_REASON');
  return isThere ? [] : ['a complaint can begin at it, but no reason is asked for'];
}
