import { readText } from '../cells/words';
import { type StageKey, stageColumn } from './columns';
import type { StageDates } from './dates';
import type { ChildrensNotes } from './faults';
import { readOutcome, yesOrNo } from './words';

type Own = Readonly<Record<string, string | null>>;

/** What only the children's stream records, and the complaint's record says once: facts of the child, and its reference. */
export function ownOfComplaint(notes: ChildrensNotes): Own {
  return {
    advocateOffered: yesOrNo('advocateOffered', notes),
    childAgeBand: readText(notes.cell('child.ageBand')),
    childLookedAfter: yesOrNo('child.lookedAfter', notes),
    childReference: readText(notes.cell('child.reference')),
  };
}

/** What only the children's stream records of a stage. Lists are JSON, and null where they are empty. */
export function ownOfStage(
  place: number,
  {
    cells,
    notes,
    dates,
  }: { cells: Readonly<Record<string, string>>; notes: ChildrensNotes; dates: StageDates },
): Own {
  const text = (key: StageKey) => readText(notes.cell(stageColumn(place, key)));
  const numbered = (list: 'panel' | 'elements') => placesOf(cells, `stages[${place}].${list}`);
  const elements = numbered('elements').map((at) => ({
    description: text(`elements[${at}].description`),
    outcome: readOutcome(notes.cell(stageColumn(place, `elements[${at}].outcome`))).outcome,
  }));
  return {
    panelHeldOn: dates.panelHeldOn,
    findingsOn: dates.findingsOn,
    investigatingOfficer: text('investigatingOfficer'),
    independentPerson: text('independentPerson'),
    panel: asList(numbered('panel').flatMap((at) => text(`panel[${at}]`) ?? [])),
    elements: asList(elements),
  };
}

/** The places of a list that have something in them, in order. */
function placesOf(cells: Readonly<Record<string, string>>, list: string): number[] {
  const places = Object.keys(cells).flatMap((path) =>
    path.startsWith(`${list}[`) ? Number.parseInt(path.slice(list.length + 1), 10) : [],
  );
  return [...new Set(places)].sort((a, b) => a - b);
}

const asList = (items: readonly unknown[]): string | null =>
  items.length === 0 ? null : JSON.stringify(items);
