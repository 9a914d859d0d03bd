import type { KeptStages, RecordedStage } from '../../contracts/records/stage';
import type { Explanation } from '../source';

/** The days on which something happened at a stage; a due date is none. */
const daysOfStage = (stage: RecordedStage): readonly string[] =>
  [stage.receivedOn, stage.acknowledgedOn, stage.answeredOn, stage.closedOn].filter((day) => day !== null);

/** What a stream keeps of one row, its stage or all stages that one record of the system holds, and the days that it speaks of. */
export const keptStages = (
  stages: readonly RecordedStage[],
): { readonly kept: KeptStages; readonly days: readonly string[] } => ({
  kept: { stages },
  days: stages.flatMap(daysOfStage),
});

/** What streams may find of a stage, in words for the complaints team, with the columns of one source to blame. */
export const stageFindings = (columns: {
  readonly parent: string | null;
  readonly stage: string | null;
  readonly received: string;
}): Readonly<{ [code: string]: Explanation }> => ({
  PARENT_NOT_FOUND: {
    column: columns.parent,
    action:
      'Counted as escalated, as a complaint of its own: no case at the stage before has this reference. It joins that case when it is imported.',
  },
  STAGE_NOT_IN_PROCEDURE: {
    column: columns.stage,
    action: 'Counted at this stage, without a limit of its own: the procedure has no such stage.',
  },
  STAGE_BEFORE_EARLIER_ONE: {
    column: columns.received,
    action: 'Kept as dated, although the stage before it began later.',
  },
  BEFORE_PROCEDURE: {
    column: columns.received,
    action:
      'Counted on this day, without a limit: the procedure that sets one was not in force yet. Check the year.',
  },
  OUTSIDE_CALENDAR: {
    column: columns.received,
    action: 'Counted on this day, without a due date: the calendar of working days does not reach it.',
  },
});
