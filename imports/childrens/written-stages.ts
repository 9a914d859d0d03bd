import type { Day } from '../../domain/calendar/day';
import { blank } from '../cells/text';
import { type Judging, readReceived } from '../kit/days-in';
import { type StageColumn, stageColumn } from './columns';
import type { ChildrensFaultCode, ChildrensRowFaults } from './faults';

type Cells = Readonly<Record<string, string>>;

/** An element of a complaint's list of stages. */
export interface WrittenStage {
  /** Its place in the list, from 0. */
  readonly place: number;
  /** Null where it cannot be read. */
  readonly number: number | null;
  /** Null where it is missing, cannot be read or has not come yet. */
  readonly receivedOn: Day | null;
  /** What keeps it from being counted, if anything. */
  readonly problem: { readonly column: StageColumn; readonly code: ChildrensFaultCode } | null;
}

const LIST = 'stages[';

/** Reads the elements of a complaint's list of stages, in its order. One in which nothing is written is none. */
export function writtenStages(
  cells: Cells,
  { notes, judging }: { notes: ChildrensRowFaults; judging: Judging },
): readonly WrittenStage[] {
  const places = new Set<number>();
  for (const path in cells) {
    if (!path.startsWith(LIST) || blank(cells[path] ?? '')) continue;
    const place = Number.parseInt(path.slice(LIST.length), 10);
    // The keys of an object in the list's stead are quoted.
    if (!Number.isNaN(place)) places.add(place);
  }
  return [...places].sort((a, b) => a - b).map((place) => ({ place, ...placing(place, { notes, judging }) }));
}

function placing(
  place: number,
  { notes, judging }: { notes: ChildrensRowFaults; judging: Judging },
): Pick<WrittenStage, 'number' | 'receivedOn' | 'problem'> {
  const number = stageNumber(notes.cell(stageColumn(place, 'stage')));
  const column = stageColumn(place, 'startedAt');
  const { day: receivedOn, fault } = readReceived(notes.cell(column), judging);
  if (number === null) {
    return { number, receivedOn, problem: { column: stageColumn(place, 'stage'), code: 'STAGE_UNREADABLE' } };
  }
  return { number, receivedOn, problem: fault === null ? null : { column, code: fault } };
}

function stageNumber(written: string): number | null {
  // Numbers come as they are written, which may be "1.0".
  const number = /^([123])(?:\.0+)?$/.exec(written.trim())?.[1];
  return number === undefined ? null : Number(number);
}
