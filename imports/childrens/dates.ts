import type { Day } from '../../domain/calendar/day';
import { readDay } from '../cells/days';
import { blank } from '../cells/words';
import { type StageKey, stageColumn } from './columns';
import type { ChildrensFaultCode, ChildrensNotes } from './faults';
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
  { notes, today }: { notes: ChildrensNotes; today: Day },
): StageDates {
  const { place } = stage;
  const day = (key: StageKey, unreadable: ChildrensFaultCode) => dayIn(notes, { place, key, unreadable });
  return {
    agreedDueOn: dueOn(stage, notes),
    answeredOn: answered(stage, { notes, today }),
    ended: !blank(notes.cell(stageColumn(place, 'completedAt'))),
    panelHeldOn: day('panelHeldOn', 'PANEL_DAY_UNREADABLE'),
    findingsOn: day('findingsOn', 'FINDINGS_DAY_UNREADABLE'),
  };
}

function dueOn({ place, receivedOn }: Stage, notes: ChildrensNotes): Day | null {
  const due = dayIn(notes, { place, key: 'dueOn', unreadable: 'DUE_UNREADABLE' });
  const extended = dayIn(notes, { place, key: 'extendedTo', unreadable: 'EXTENSION_UNREADABLE' });
  const agreed = extended ?? due;
  if (agreed !== null && agreed < receivedOn) {
    notes.add(stageColumn(place, extended === null ? 'dueOn' : 'extendedTo'), 'DUE_BEFORE_RECEIVED');
  }
  return agreed;
}

function answered(
  { place, receivedOn }: Stage,
  { notes, today }: { notes: ChildrensNotes; today: Day },
): Day | null {
  const column = stageColumn(place, 'completedAt');
  const day = dayIn(notes, { place, key: 'completedAt', unreadable: 'ANSWER_UNREADABLE' });
  if (day === null) return null;
  if (day < receivedOn) {
    notes.add(column, 'ANSWER_BEFORE_RECEIVED');
    return null;
  }
  if (day > today) notes.add(column, 'ANSWER_IN_FUTURE');
  return day;
}

function dayIn(
  notes: ChildrensNotes,
  { place, key, unreadable }: { place: number; key: StageKey; unreadable: ChildrensFaultCode },
): Day | null {
  const column = stageColumn(place, key);
  const read = readDay(notes.cell(column));
  if (read.kind === 'unreadable') notes.add(column, unreadable);
  return read.kind === 'day' ? read.day : null;
}
