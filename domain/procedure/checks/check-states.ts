import { WAITS_FOR } from '../events';
import { LEFT_BEHIND, SUSPENDED } from '../stage-after';
import type { StageVersion, StateRule } from '../stage-version';
import { isBlank, repeated } from './words';

const NAME = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

/** What is wrong with the states of a version: names, and whether each can be reached and left. */
export function checkStates(version: StageVersion): string[] {
  const names = version.states.map(({ name }) => name);
  if (names.length === 0) return ['it has no states'];
  return [
    ...repeated(names).map((name) => `two states are named ${name}`),
    ...version.states.flatMap(checkState),
    ...checkBeginning(version),
    ...checkReached(version),
    ...checkLeft(version),
    ...checkSuspended(version),
  ];
}

function checkState({ name, title, waitsFor }: StateRule): string[] {
  const problems: string[] = [];
  if (!NAME.test(name)) problems.push(`the state ${name} is not written in capitals with underscores`);
  if (isBlank(title)) problems.push(`the state ${name} has no title`);
  if (!WAITS_FOR.includes(waitsFor)) problems.push(`the state ${name} waits for nobody known`);
  return problems;
}

function checkBeginning({ begins, states }: StageVersion): string[] {
  const beginning = states.find(({ name }) => name === begins);
  if (beginning === undefined) return [`it begins in ${begins}, which is no state of it`];
  return beginning.isEnded ? [`it begins in ${begins}, in which it is over`] : [];
}

/** Ways from state to state. Whatever resumes leads to where somebody was already. */
function waysOf({ events }: StageVersion): (readonly [string, string])[] {
  return events.flatMap(({ from, leads }) => {
    if (typeof leads === 'string') return [];
    const to = 'state' in leads ? leads.state : LEFT_BEHIND;
    return from.map((state) => [state, to] as const);
  });
}

/** All that can be reached from some states, themselves included. */
function reachableFrom(begin: readonly string[], ways: readonly (readonly [string, string])[]): Set<string> {
  const reached = new Set(begin);
  let size = 0;
  while (size < reached.size) {
    size = reached.size;
    for (const [from, to] of ways) if (reached.has(from)) reached.add(to);
  }
  return reached;
}

function checkReached(version: StageVersion): string[] {
  const reached = reachableFrom([version.begins], waysOf(version));
  return version.states
    .filter(({ name }) => !reached.has(name))
    .map(({ name, isEnded }) =>
      isEnded ? `no event ends it in the state ${name}` : `no way leads to the state ${name}`,
    );
}

function checkLeft(version: StageVersion): string[] {
  const ended = version.states.filter(({ isEnded }) => isEnded).map(({ name }) => name);
  if (ended.length === 0) return ['it has no state in which it is over'];
  const back = waysOf(version).map(([from, to]) => [to, from] as const);
  const resumed = version.events
    .filter(({ leads }) => leads === 'PREVIOUS')
    .flatMap(({ from }) => from.map((state) => [version.begins, state] as const));
  const canEnd = reachableFrom(ended, [...back, ...resumed]);
  return version.states
    .filter(({ name }) => !canEnd.has(name))
    .map(({ name }) => `the state ${name} is a dead end: nothing leads from it to an end`);
}

function checkSuspended({ events, states }: StageVersion): string[] {
  const has = (event: string) => events.some((rule) => rule.event === event);
  const isThere = states.some(({ name }) => name === SUSPENDED);
  if (!isThere && (has('suspend') || has('resume')))
    return [`it can be suspended or resumed, but has no state ${SUSPENDED}`];
  if (!isThere) return [];
  return [
    ...(has('suspend') ? [] : [`it has the state ${SUSPENDED}, but nothing suspends it`]),
    ...(has('resume') ? [] : [`it has the state ${SUSPENDED}, but nothing resumes it`]),
  ];
}
