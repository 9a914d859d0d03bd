import { CASE_ROLES, type CaseEvent, EVENTS, LEARNING_EVENTS } from '../events';
import { LEFT_BEHIND, SUSPENDED } from '../stage-after';
import type { EventRule, StageVersion } from '../stage-version';
import { repeated } from './words';

/** What no procedure opens: the beginning with what was taken over, the calendar's doing, and learning, which is open after each answer. */
const OPENED_ELSEWHERE: readonly CaseEvent[] = ['takeOver', 'redate', ...LEARNING_EVENTS];

/** What may happen to a stage that is over. */
const AFTER_THE_END: readonly CaseEvent[] = [
  'escalate',
  'reopen',
  'note',
  'attach',
  'sendLetter',
  'link',
  'changeParty',
  'correctDate',
];

/** What tells something of a complaint and moves it nowhere. */
const MOVES_NOTHING: readonly CaseEvent[] = [
  'note',
  'attach',
  'sendLetter',
  'link',
  'changeParty',
  'correctDate',
];

const ENDS: readonly CaseEvent[] = ['answer', 'withdraw', 'refuse', 'settle', 'merge'];

/** What is wrong with the events of a version. */
export function checkEvents(version: StageVersion): string[] {
  return [
    ...version.events.flatMap((rule) => [...checkRule(rule, version), ...checkLeads(rule, version)]),
    ...checkTwice(version),
    ...checkEscalation(version),
    ...checkFirst(version),
  ];
}

function checkRule({ event, from, roles }: EventRule, version: StageVersion): string[] {
  const problems: string[] = [];
  if (!EVENTS.includes(event)) problems.push(`${event} is no event`);
  if (OPENED_ELSEWHERE.includes(event)) problems.push(`the event ${event} is not for a procedure to open`);
  if (roles.length === 0) problems.push(`the event ${event} is open to no role`);
  for (const role of roles.filter((one) => !CASE_ROLES.includes(one)))
    problems.push(`the event ${event} is open to ${role}, which is no role`);
  if (event === 'record' && from.length > 0)
    problems.push('the event record stands in a state, though nothing comes before it');
  if (event !== 'record' && from.length === 0) problems.push(`the event ${event} stands in no state`);
  return [...problems, ...from.flatMap((name) => checkFrom(event, name, version))];
}

function checkFrom(event: CaseEvent, name: string, { states }: StageVersion): string[] {
  const state = states.find((one) => one.name === name);
  const what = `the event ${event} stands in ${name}`;
  if (state === undefined) return [`${what}, which is no state of it`];
  if (state.isEnded && !AFTER_THE_END.includes(event)) return [`${what}, in which the stage is over`];
  return !state.isEnded && event === 'reopen' ? [`${what}, in which the stage is not over`] : [];
}

/** Where each event may lead. */
function checkLeads({ event, from, leads }: EventRule, version: StageVersion): string[] {
  if (leads === 'PREVIOUS') {
    return event === 'resume' && from.every((name) => name === SUSPENDED)
      ? []
      : [`the event ${event} leads back, which resuming from ${SUSPENDED} alone does`];
  }
  if (leads === 'SAME')
    return mustMove(event) ? [`the event ${event} leads nowhere, though it has to lead on`] : [];
  if ('stage' in leads) {
    if (event !== 'escalate') return [`the event ${event} leads to a stage, which escalating alone does`];
    return version.next.includes(leads.stage)
      ? []
      : [`the event escalate leads to stage ${leads.stage}, which does not follow it`];
  }
  return checkTarget(event, leads.state, version);
}

const mustMove = (event: CaseEvent): boolean =>
  ENDS.includes(event) || ['record', 'suspend', 'resume', 'escalate', 'reopen'].includes(event);

function checkTarget(event: CaseEvent, name: string, { begins, states }: StageVersion): string[] {
  const state = states.find((one) => one.name === name);
  if (state === undefined) return [`the event ${event} leads to ${name}, which is no state of it`];
  if (event === 'record' && name !== begins) return [`the event record leads to ${name}, not to ${begins}`];
  if (event === 'suspend' && name !== SUSPENDED)
    return [`the event suspend leads to ${name}, not to ${SUSPENDED}`];
  if (event === 'resume') return ['the event resume leads to a state, not back to the one before'];
  if (event === 'escalate') return ['the event escalate leads to a state, not to a stage'];
  if (MOVES_NOTHING.includes(event)) return [`the event ${event} moves the complaint, which it must not`];
  if (event !== 'suspend' && name === SUSPENDED)
    return [`the event ${event} leads to ${SUSPENDED}, which suspending alone does`];
  if (state.isEnded === ENDS.includes(event)) return [];
  return state.isEnded
    ? [`the event ${event} leads to ${name}, though it ends no stage`]
    : [`the event ${event} leads to ${name}, though it ends the stage`];
}

/** One rule for each event, state and role; and one way for each event and state, since a timeline does not tell roles. */
function checkTwice({ events }: StageVersion): string[] {
  const each = events.flatMap((rule) => rule.from.map((state) => ({ rule, state })));
  const roles = each.flatMap(({ rule, state }) =>
    rule.roles.map((role) => `the event ${rule.event} in ${state} for ${role}`),
  );
  const ways = each
    .filter(({ rule, state }) =>
      each.some((other) => other.state === state && leadsElsewhere(rule, other.rule)),
    )
    .map(({ rule, state }) => `two ways lead on from the event ${rule.event} in ${state}`);
  const records = events.filter(({ event }) => event === 'record').map(() => 'the event record');
  return [...repeated([...roles, ...records]).map((what) => `two rules hold for ${what}`), ...new Set(ways)];
}

const leadsElsewhere = (one: EventRule, other: EventRule): boolean =>
  one.event === other.event && JSON.stringify(one.leads) !== JSON.stringify(other.leads);

function checkEscalation({ events, next, states }: StageVersion): string[] {
  const escalates = events.some(({ event }) => event === 'escalate');
  const goesOn = next.some((one) => typeof one === 'number');
  if (escalates !== goesOn)
    return [
      escalates
        ? 'it can be escalated, but no stage follows it'
        : 'a stage follows it, but nothing escalates it',
    ];
  if (!escalates || states.some(({ name, isEnded }) => name === LEFT_BEHIND && isEnded)) return [];
  return [`it can be escalated, but has no state ${LEFT_BEHIND} in which it is over`];
}

const checkFirst = ({ stage, events }: StageVersion): string[] =>
  stage === 1 && !events.some(({ event }) => event === 'record') ? ['nothing records a complaint at it'] : [];
