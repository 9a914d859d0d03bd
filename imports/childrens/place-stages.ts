import type { Route } from '../../contracts/route';
import type { Day } from '../../domain/calendar/day';
import { contentHash } from '../cells/content-hash';
import { stageColumn } from './columns';
import { said } from './content-under';
import type { ChildrensRowFaults } from './faults';
import type { WrittenStage } from './written-stages';

/** A stage that counts: where it is written, which it is, when it began, and how it was reached. */
export interface PlacedStage {
  readonly place: number;
  readonly number: number;
  readonly receivedOn: Day;
  /** Null at stage 1. */
  readonly route: Route | null;
}

/**
 * The stages of a complaint that count, in the order of their numbers; null, with the faults noted, where the complaint
 * cannot be placed in time (rule 3 of "Which rows count"). That is so where its first stage cannot be, or where it is not
 * known which that is. A later stage that cannot be placed is left out of the figures by itself, with its fault: the
 * others are as true without it. Of the same stage twice the last that can be placed holds, as of copies the later line.
 */
export function placeStages(
  written: readonly WrittenStage[],
  { cells, notes }: { cells: Cells; notes: ChildrensRowFaults },
): readonly PlacedStage[] | null {
  if (written.length === 0) {
    notes.add('stages', 'NO_STAGES');
    return null;
  }
  const holding = holdingStages(written);
  if (!isFirstPlaced(written, holding)) {
    for (const { problem } of written) if (problem) notes.add(problem.column, problem.code);
    return null;
  }
  const numbered = written.filter(({ number }) => number !== null);
  const early = numbered.find(({ number }, index) => (number ?? 0) < (numbered[index - 1]?.number ?? 0));
  if (early) notes.add(stageColumn(early.place, 'stage'), 'STAGES_OUT_OF_ORDER');
  const numbers = numbered.flatMap(({ number }) => number ?? []);
  if (holding.size < written.length) noteOthers(written, holding, { cells, notes });
  return inOrder(holding, new Set(numbers), notes);
}

type Cells = Readonly<Record<string, string>>;
type Holding = ReadonlyMap<number, WrittenStage & { readonly receivedOn: Day }>;

/** For each number the last element that can be placed. */
function holdingStages(written: readonly WrittenStage[]): Holding {
  const holding = new Map<number, WrittenStage & { readonly receivedOn: Day }>();
  for (const stage of written) {
    const { number, receivedOn } = stage;
    if (number !== null && receivedOn !== null) holding.set(number, { ...stage, receivedOn });
  }
  return holding;
}

/** An element whose number cannot be read may be the first, unless there is a stage 1. */
function isFirstPlaced(written: readonly WrittenStage[], holding: Holding): boolean {
  const numbers = written.map(({ number }) => number ?? 1);
  return holding.has(Math.min(...numbers));
}

/** Notes the elements that do not hold; one that only repeats what holds is a plain copy, and no fault. */
function noteOthers(
  written: readonly WrittenStage[],
  holding: Holding,
  { cells, notes }: { cells: Cells; notes: ChildrensRowFaults },
): void {
  const contentOf = (place: number) => contentHash(said(cells, `stages[${place}]`));
  for (const { place, number, problem } of written) {
    const held = number === null ? undefined : holding.get(number);
    if (held === undefined) {
      if (problem) notes.add(problem.column, 'LATER_STAGE_NOT_PLACED');
    } else if (held.place !== place && contentOf(held.place) !== contentOf(place)) {
      notes.add(stageColumn(place, 'stage'), 'DUPLICATE_STAGE');
    }
  }
}

/** The stages that hold, with their routes. A stage before that is there but not placed was there all the same. */
function inOrder(
  holding: Holding,
  there: ReadonlySet<number>,
  notes: ChildrensRowFaults,
): readonly PlacedStage[] {
  const stages = [...holding.entries()].sort(([a], [b]) => a - b);
  return stages.map(([number, { place, receivedOn }], index) => {
    const before = stages[index - 1]?.[1].receivedOn ?? receivedOn;
    if (before > receivedOn) notes.add(stageColumn(place, 'startedAt'), 'STAGE_BEFORE_EARLIER_ONE');
    if (number === 1) return { place, number, receivedOn, route: null };
    if (there.has(number - 1)) return { place, number, receivedOn, route: 'ESCALATED' };
    notes.add(stageColumn(place, 'stage'), 'STAGE_MISSING_BEFORE');
    return { place, number, receivedOn, route: 'DIRECT' };
  });
}
