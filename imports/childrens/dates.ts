import type { Day } from '../../domain/calendar/day';
import { dueDayIn, type EventColumn, eventDay, type Judging, readPastDay } from '../kit/days-in';
import { type ChildrensColumn, type StageKey, stageColumn } from './columns';
import type { ChildrensFaultCode, ChildrensRowFaults } from './faults';
import type { PlacedStage } from './place-stages';

/** The other days of a stage that is placed. */
export interface StageDates {
  /** The extension that was agreed, else the due date that the system gave; null leaves it to the limit of the law. */
  readonly agreedDueOn: Day | null;
  readonly answeredOn: Day | null;
  /** Whether the system says that it is completed, on a day that has come, be it before the receipt or not. */
  readonly ended: boolean;
  readonly panelHeldOn: Day | null;
  readonly findingsOn: Day | null;
}

type Stage = Pick<PlacedStage, 'place' | 'receivedOn'>;

/** Reads the other days of a stage. One that cannot be, or cannot be read, is none, with a fault. */
export function stageDates(
  stage: Stage,
  { notes, judging }: { notes: ChildrensRowFaults; judging: Judging },
): StageDates {
  const { place, receivedOn } = stage;
  const day = (key: StageKey, unreadable: ChildrensFaultCode) => dueIn(stage, notes, { key, unreadable });
  return {
    agreedDueOn: dueOn(stage, notes),
    answeredOn: eventDay(notes, answered(place), { ...judging, receivedOn }),
    ended: readPastDay(notes.cell(stageColumn(place, 'completedAt')), judging).kind === 'day',
    panelHeldOn: day('panelHeldOn', 'PANEL_DAY_UNREADABLE'),
    findingsOn: day('findingsOn', 'FINDINGS_DAY_UNREADABLE'),
  };
}

const answered = (place: number): EventColumn<ChildrensColumn, ChildrensFaultCode> => ({
  column: stageColumn(place, 'completedAt'),
  unreadable: 'ANSWER_UNREADABLE',
  before: 'ANSWER_BEFORE_RECEIVED',
  after: 'ANSWER_IN_FUTURE',
});

function dueOn(stage: Stage, notes: ChildrensRowFaults): Day | null {
  const due = dueIn(stage, notes, { key: 'dueOn', unreadable: 'DUE_UNREADABLE' });
  const extended = dueIn(stage, notes, { key: 'extendedTo', unreadable: 'EXTENSION_UNREADABLE' });
  const agreed = extended ?? due;
  if (agreed !== null && agreed < stage.receivedOn) {
    notes.add(stageColumn(stage.place, extended === null ? 'dueOn' : 'extendedTo'), 'DUE_BEFORE_RECEIVED');
  }
  return agreed;
}

const dueIn = (
  { place, receivedOn }: Stage,
  notes: ChildrensRowFaults,
  { key, unreadable }: { key: StageKey; unreadable: ChildrensFaultCode },
): Day | null => dueDayIn(notes, { column: stageColumn(place, key), unreadable }, receivedOn);
