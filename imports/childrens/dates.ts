import type { Day } from '../../domain/calendar/day';
import { blank } from '../cells/text';
import { dayIn, type EventColumn, eventDay } from '../kit/days-in';
import { type ChildrensColumn, type StageKey, stageColumn } from './columns';
import type { ChildrensFaultCode, ChildrensRowFaults } from './faults';
import type { PlacedStage } from './place-stages';

/** The other days of a stage that is placed. */
export interface StageDates {
  /** The extension that was agreed, else the due date that the system gave; null leaves it to the limit of the law. */
  readonly agreedDueOn: Day | null;
  readonly answeredOn: Day | null;
  /** Whether the system says that it is completed, be the day of it readable or not. */
  readonly ended: boolean;
  readonly panelHeldOn: Day | null;
  readonly findingsOn: Day | null;
}

type Stage = Pick<PlacedStage, 'place' | 'receivedOn'>;

/** Reads the other days of a stage. One that cannot be, or cannot be read, is none, with a fault. */
export function stageDates(
  stage: Stage,
  { notes, today }: { notes: ChildrensRowFaults; today: Day },
): StageDates {
  const { place, receivedOn } = stage;
  const day = (key: StageKey, unreadable: ChildrensFaultCode) => dayOf(notes, { place, key, unreadable });
  return {
    agreedDueOn: dueOn(stage, notes),
    answeredOn: eventDay(notes, answered(place), { receivedOn, today }),
    ended: !blank(notes.cell(stageColumn(place, 'completedAt'))),
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

function dueOn({ place, receivedOn }: Stage, notes: ChildrensRowFaults): Day | null {
  const due = dayOf(notes, { place, key: 'dueOn', unreadable: 'DUE_UNREADABLE' });
  const extended = dayOf(notes, { place, key: 'extendedTo', unreadable: 'EXTENSION_UNREADABLE' });
  const agreed = extended ?? due;
  if (agreed !== null && agreed < receivedOn) {
    notes.add(stageColumn(place, extended === null ? 'dueOn' : 'extendedTo'), 'DUE_BEFORE_RECEIVED');
  }
  return agreed;
}

const dayOf = (
  notes: ChildrensRowFaults,
  { place, key, unreadable }: { place: number; key: StageKey; unreadable: ChildrensFaultCode },
): Day | null => dayIn(notes, { column: stageColumn(place, key), unreadable });
