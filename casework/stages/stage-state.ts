import type { ComplainantAccount } from '../../contracts/records/stage';
import { type Day, toDay } from '../../domain/calendar/day';
import { dueDay } from '../../domain/clocks/due';
import { hasStage, stageRule } from '../../domain/procedure/procedure';
import type { StreamDefinition } from '../stream/definition';
import type { StageRow } from '../tables/case-tables';

/**
 * One stage as it is to stand, wherever that was said: an import, a correction and a command hand over the same. The
 * complaint that it belongs to follows from joining.
 */
export interface StageState {
  readonly row: Omit<StageRow, 'complaint_id'>;
  /** Who complained and what they said; null where nobody recorded it, or a newer state says nothing of it. */
  readonly account: ComplainantAccount | null;
  /** What the stream alone records of a stage, by the names of its `OwnStageTable`s. */
  readonly own: Readonly<Record<string, string | null>>;
}

/** The due date of a stage, and whether its stream's procedure has such a stage at all, and had it by then. */
export interface DueDate {
  readonly dueOn: Day | null;
  readonly hasStage: boolean;
  readonly hasRule: boolean;
}

/**
 * The due date of a stage: the one agreed for it, else by the rule in force on the day it was received. Null where the
 * procedure has no such stage, or the calendar does not reach it.
 */
export function dueDateOf(
  { procedure, calendar }: Pick<StreamDefinition, 'procedure' | 'calendar'>,
  stage: {
    readonly number: number;
    readonly receivedOn: string;
    readonly acknowledgedOn: string | null;
    readonly agreedDueOn: string | null;
  },
): DueDate {
  const receivedOn = toDay(stage.receivedOn);
  const acknowledgedOn = stage.acknowledgedOn === null ? null : toDay(stage.acknowledgedOn);
  const rule = stageRule({ procedure, stage: stage.number, receivedOn });
  const limit = rule === null ? null : dueDay({ rule, receivedOn, acknowledgedOn, calendar });
  const agreed = stage.agreedDueOn === null ? null : toDay(stage.agreedDueOn);
  return {
    dueOn: agreed ?? limit,
    hasStage: hasStage({ procedure, stage: stage.number }),
    hasRule: rule !== null,
  };
}
