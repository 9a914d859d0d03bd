import type { CaseState, StageOfCase } from '../case-state';
import type { CaseCaller, CommandRefusal } from '../command';
import type { EventRule, StageVersion } from '../stage-version';
import { EVENT_WORDS, ROLE_WORDS } from '../words';
import { refusal, type StageCommand } from './question';

/** That the state of a stage does not let something happen, and in which states it could. */
export function refuseEvent(
  { event }: StageCommand,
  stage: StageOfCase,
  { states, events, source }: StageVersion,
): CommandRefusal {
  const titleOf = (name: string): string => `“${states.find((one) => one.name === name)?.title ?? name}”`;
  const rules = events.filter((rule) => rule.event === event);
  const where = [...new Set(rules.flatMap(({ from }) => from))].map(titleOf);
  const way =
    where.length === 0
      ? `Stage ${stage.number} of this procedure has no such step.`
      : `It is while it stands as ${where.join(' or ')}.`;
  const message = `“${EVENT_WORDS[event]}” is not possible while it stands as ${titleOf(stage.state)}. ${way}`;
  return refusal('EVENT_NOT_PERMITTED', message, {
    source: rules.find((rule) => rule.source !== null)?.source ?? source,
  });
}

/** That something is another role's, or another service's. */
export function refuseRole({
  rule: { roles, source },
  caller,
  serviceId,
}: {
  readonly rule: Pick<EventRule, 'roles' | 'source'>;
  readonly caller: CaseCaller;
  readonly serviceId: CaseState['serviceId'];
}): CommandRefusal | null {
  if (!roles.includes(caller.role)) {
    const whose = roles.map((role) => ROLE_WORDS[role]).join(' and ');
    return refusal('ROLE_NOT_PERMITTED', `This is for ${whose}. Ask there.`, { source });
  }
  const isOwn = serviceId !== null && caller.services.includes(serviceId);
  if (caller.role !== 'manager' || isOwn) return null;
  const message = 'It is about another service. Its manager or the complaints team can do this.';
  return refusal('SERVICE_NOT_OWN', message, { source });
}
