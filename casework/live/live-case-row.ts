import type { CaseState, StageOfCase } from '../../domain/procedure/case-state';
import { latestStage, versionOfStage } from '../../domain/procedure/permitted';
import type { StageVersion } from '../../domain/procedure/stage-version';
import { answerDueOn, type Counting, openLimits } from './limits-of-stage';
import type { LiveCaseRow, LiveClockRow, StageClockFacts } from './tables';

/** How a live complaint stands after what its timeline tells, for those who work on it. */
export function liveCaseRow(
  complaintId: string,
  state: CaseState,
  { began, now, ...counting }: Counting & { readonly began: Date; readonly now: Date },
): LiveCaseRow {
  const stage = latestStage(state);
  const version = versionOfStage(counting.procedure, stage);
  const rule = version?.states.find(({ name }) => name === stage.state);
  const [next] = openLimits(counting, stage).filter(({ dueOn }) => dueOn !== null);
  return {
    complaint_id: complaintId,
    version: state.version,
    stage: stage.number,
    state: stage.state,
    waits_for: stage.endedOn === null ? (rule?.waitsFor ?? 'TEAM') : 'NOBODY',
    is_ended: stage.endedOn !== null,
    assigned_to: state.assignedTo,
    assigned_group: state.assignedGroup,
    is_accepted: state.isAccepted,
    service_id: state.serviceId,
    received_on: stage.receivedOn,
    next_limit: next?.name ?? null,
    next_due_on: next?.dueOn ?? null,
    answer_due_on: answerDueOn(counting, stage),
    handled_earlier_by: keptFrom(version, state, stage),
    began_at: began,
    changed_at: now,
  };
}

/** Who handled an earlier stage, where the procedure keeps this one from them; else nobody, and they find it on their lists. */
function keptFrom(version: StageVersion | null, { stages }: CaseState, { number }: StageOfCase): string[] {
  const isKept = version?.requirements.some(({ needs }) => needs.kind === 'OTHER_PERSON') ?? false;
  const earlier = isKept ? stages.filter((stage) => stage.number < number) : [];
  return [...new Set(earlier.flatMap(({ handledBy }) => handledBy))].sort();
}

/** The days, extensions and suspensions of a live complaint's stages: nobody is named in them. */
export const liveClockRow = (complaintId: string, { stages }: CaseState): LiveClockRow => ({
  complaint_id: complaintId,
  stages: stages.map(clockFacts),
});

function clockFacts({ appointed: _, panel: __, handledBy: ___, ...facts }: StageOfCase): StageClockFacts {
  return facts;
}
