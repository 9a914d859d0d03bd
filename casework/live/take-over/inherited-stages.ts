import { type Day, isDay, toDay } from '../../../domain/calendar/day';
import { limitDay } from '../../../domain/clocks/limit-day';
import { beginStage } from '../../../domain/procedure/begin-case';
import type { StageOfCase } from '../../../domain/procedure/case-state';
import { LEFT_BEHIND } from '../../../domain/procedure/stage-after';
import { type StageVersion, stageVersion } from '../../../domain/procedure/stage-version';
import { inOrder } from '../../stages/complaint-state';
import { dueDateOf } from '../../stages/stage-state';
import type { StreamDefinition } from '../../stream/definition';
import type { StageRow } from '../../tables/case-tables';
import type { Counting } from '../limits-of-stage';

/** What an inherited stage is made of, besides itself. */
export interface Inheriting extends Counting {
  /** By which its system's stages were dated. */
  readonly imported: Pick<StreamDefinition, 'procedure'>;
  /** What the stream alone records of a stage, by its id, under the names of its `OwnStageTable`. */
  readonly ownOf: (stageId: string) => Readonly<Record<string, string | null>>;
}

/** Why a complaint cannot go on here as it is held. */
export type NotInheritable = 'NO_PROCEDURE' | 'STAGE_TWICE';

/**
 * The stages of a complaint that an inherited system recorded, as a live one has them: each under the version of the
 * procedure that was in force on the day it was received, with the days that are known of it. Of what nobody recorded
 * nothing is made up: a day that was agreed stands as that of its plan or its extension, and nobody handled it.
 */
export function inheritedStages(
  rows: readonly StageRow[],
  inheriting: Inheriting,
): readonly StageOfCase[] | NotInheritable {
  const ordered = inOrder(rows);
  if (new Set(ordered.map(({ number }) => number)).size < ordered.length) return 'STAGE_TWICE';
  const stages: StageOfCase[] = [];
  for (const [index, row] of ordered.entries()) {
    const stage = inheritedStage(row, ordered[index + 1] ?? null, inheriting);
    if (stage === null) return 'NO_PROCEDURE';
    stages.push(stage);
  }
  return stages;
}

function inheritedStage(row: StageRow, next: StageRow | null, inheriting: Inheriting): StageOfCase | null {
  const { procedure, ownOf } = inheriting;
  const [number, receivedOn] = [row.number, toDay(row.received_on)];
  const version = stageVersion({ procedure, stage: number, receivedOn });
  if (version === null) return null;
  const own = ownOf(row.id);
  const stage: StageOfCase = {
    ...beginStage({ procedure, number, receivedOn, route: row.route }),
    acknowledgedOn: dayOf(row.acknowledged_on),
    answeredOn: dayOf(row.answered_on),
    panelHeldOn: dayOf(own['panelHeldOn'] ?? null),
    panelReportedOn: dayOf(own['findingsOn'] ?? null),
    nextRequestedOn: dayOf(next?.received_on ?? null),
    endedOn: endOf(row, next),
    outcome: row.outcome,
    closureReason: row.closure_reason,
    isInherited: true,
  };
  return agreed({ ...stage, state: stateOf(stage, version, next !== null) }, row, { version, inheriting });
}

const dayOf = (text: string | null): Day | null => (text !== null && isDay(text) ? text : null);

/** A stage that is over and of which nobody recorded since when ended on no later day than is known of it. */
function endOf(row: StageRow, next: StageRow | null): Day | null {
  const known = dayOf(row.closed_on ?? row.answered_on);
  if (known !== null) return known;
  if (next !== null) return dayOf(next.received_on);
  return row.ended ? dayOf(row.received_on) : null;
}

const ENDS = {
  ANSWERED: 'ANSWERED',
  RESOLVED_INFORMALLY: 'ANSWERED',
  WITHDRAWN: 'WITHDRAWN',
  OUTSIDE_SCOPE: 'REFUSED',
  NO_CONSENT: 'REFUSED',
  MERGED: 'MERGED',
} as const;

/** The state of the version that says what is known; where it has none, that in which the stage begins or was answered. */
function stateOf(stage: StageOfCase, version: StageVersion, isLeft: boolean): string {
  const isEnded = stage.endedOn !== null;
  const fitting = isEnded ? endsFitting(stage, isLeft) : standsFitting(stage);
  const known = version.states.filter((state) => state.isEnded === isEnded).map(({ name }) => name);
  return (
    fitting.find((name) => known.includes(name)) ?? (isEnded ? (known[0] ?? version.begins) : version.begins)
  );
}

const endsFitting = ({ closureReason }: StageOfCase, isLeft: boolean): readonly string[] => [
  ...(isLeft ? [LEFT_BEHIND] : []),
  closureReason === null ? 'ANSWERED' : ENDS[closureReason],
  'ANSWERED',
];

const standsFitting = ({ acknowledgedOn, panelHeldOn, panelReportedOn }: StageOfCase): readonly string[] => [
  ...(panelReportedOn === null ? [] : ['PANEL_REPORTED']),
  ...(panelHeldOn === null ? [] : ['PANEL_HELD']),
  ...(acknowledgedOn === null ? [] : ['ACKNOWLEDGED']),
];

/** A day that was agreed for the stage alone: its plan's where the law knows such, else an extension's. */
function agreed(
  stage: StageOfCase,
  row: StageRow,
  { version, inheriting }: { readonly version: StageVersion; readonly inheriting: Inheriting },
): StageOfCase {
  const dueOn = agreedDayOf(row, inheriting);
  const limit = version.limits.find(({ name }) => name === 'ANSWER');
  if (dueOn === null || limit === undefined) return stage;
  if (limit.isPlanned === true) return { ...stage, plannedFor: dueOn };
  const { dueOn: standard, extendableTo } = limitDay({
    limit,
    stage,
    version,
    calendars: inheriting.calendars,
  });
  if (standard === null || dueOn <= standard) return stage;
  // The day on which it was extended is not recorded; that of receipt lets nothing that stood still after it be lost.
  const isForGoodReason = extendableTo !== null && dueOn > extendableTo;
  return {
    ...stage,
    extensions: [{ limit: 'ANSWER', on: stage.receivedOn, to: dueOn, isForGoodReason }],
  };
}

/** A day by which the stage is judged and to which its system's rule does not lead; null where the rule does. */
function agreedDayOf(row: StageRow, { imported, calendars }: Inheriting): Day | null {
  const counted = dueDateOf(
    { procedure: imported.procedure, calendar: calendars.working },
    {
      ...{ number: row.number, receivedOn: row.received_on, acknowledgedOn: row.acknowledged_on },
      agreedDueOn: null,
    },
  );
  return row.due_on === counted.dueOn ? null : dayOf(row.due_on);
}
