import { nextStageNumber } from '../../domain/procedure/case-of';
import type { CaseState } from '../../domain/procedure/case-state';
import type { CaseCaller, Command, Decision } from '../../domain/procedure/command';
import { latestStage, permittedEvents } from '../../domain/procedure/permitted';
import { type LiveProcedure, stageVersion } from '../../domain/procedure/stage-version';

/** What the states and roles of the procedure alone say of a command. */
export function decide({
  command,
  state,
  procedure,
  caller,
}: {
  readonly command: Command;
  readonly state: CaseState | null;
  readonly procedure: LiveProcedure;
  readonly caller: CaseCaller;
}): Decision {
  const begun = command.event === 'record' ? stageVersion({ procedure, ...command }) : null;
  const rules = state === null ? (begun?.events ?? []) : permittedEvents({ procedure, state });
  const rule = rules.find(({ event }) => event === command.event);
  if (rule === undefined)
    return refused('EVENT_NOT_PERMITTED', 'The procedure does not let this be done as it stands.');
  if (!rule.roles.includes(caller.role))
    return refused('ROLE_NOT_PERMITTED', 'The procedure opens this to others.');
  return { isRefused: false, stage: stageOf(command, state, procedure), facts: command };
}

function stageOf(command: Command, state: CaseState | null, procedure: LiveProcedure): number {
  if (command.event === 'record') return command.stage;
  if (state === null) return 1;
  return command.event === 'escalate' ? nextStageNumber(procedure, state) : latestStage(state).number;
}

const refused = (code: 'EVENT_NOT_PERMITTED' | 'ROLE_NOT_PERMITTED', message: string): Decision => ({
  isRefused: true,
  refusal: { code, message, source: null, part: null },
});
