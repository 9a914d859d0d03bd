import type { CaseState } from '../case-state';
import { versionOfStage } from '../permitted';
import type { LiveProcedure } from '../stage-version';

/** What about a complaint cannot be, whatever happened to it. */
export function illegal(procedure: LiveProcedure, state: CaseState): string[] {
  const problems = state.stages.flatMap((stage, index) => {
    const version = versionOfStage(procedure, stage);
    const stands = version?.states.find(({ name }) => name === stage.state);
    const isSuspended = stage.state === 'SUSPENDED';
    const open = stage.suspensions.filter(({ to }) => to === null);
    const later = [stage.acknowledgedOn, stage.answeredOn, stage.endedOn, stage.nextRequestedOn];
    const panel = new Set(stage.panel);
    return [
      stands === undefined && 'stands in a state that its version does not know',
      (stage.endedOn !== null) !== stands?.isEnded && 'has a day of its end and goes on, or the reverse',
      index < state.stages.length - 1 && !stands?.isEnded && 'goes on beside a later one',
      (stage.suspendedFrom !== null) !== isSuspended && 'is suspended from nowhere, or the reverse',
      open.length !== Number(isSuspended) && 'has a suspension that is open, or the reverse',
      later.some((day) => day !== null && day < stage.receivedOn) && 'has a day before its receipt',
      stage.state === 'ANSWERED' && stage.outcome === null && 'is answered without an outcome',
      panel.size !== stage.panel.length && 'has somebody on its panel twice',
      stage.panel.some((one) => independent(state).includes(one)) && 'has its independent person on a panel',
      stage.handledBy.includes('ida') && 'is handled by somebody complained about',
    ].flatMap((problem) => (problem === false ? [] : [`stage ${stage.number} ${problem}`]));
  });
  return problems;
}

const independent = (state: CaseState): readonly string[] =>
  state.stages.flatMap(({ appointed }) =>
    appointed.flatMap(({ as, person }) => (as === 'INDEPENDENT_PERSON' ? [person] : [])),
  );
