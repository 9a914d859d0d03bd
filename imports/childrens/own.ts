import { readText } from '../cells/text';
import { readOutcome, yesOrNo } from './codes';
import { type StageKey, stageColumn } from './columns';
import type { StageDates } from './dates';
import type { ChildrensRowFaults } from './faults';

/** What the complaint's record says once for all its stages: facts of the child, and its reference. */
export interface OwnOfComplaint {
  readonly advocateOffered: 'true' | 'false' | null;
  readonly childAgeBand: string | null;
  readonly childLookedAfter: 'true' | 'false' | null;
  readonly childReference: string | null;
}

/** Reads what only the children's stream records of a complaint. */
export function ownOfComplaint(notes: ChildrensRowFaults): OwnOfComplaint {
  return {
    advocateOffered: yesOrNo('advocateOffered', notes),
    childAgeBand: readText(notes.cell('child.ageBand')),
    childLookedAfter: yesOrNo('child.lookedAfter', notes),
    childReference: readText(notes.cell('child.reference')),
  };
}

/** The paths of what the lists inside stages hold, which few complaints have: looked for once. */
export function listPaths(cells: Readonly<Record<string, string>>): readonly string[] {
  const paths: string[] = [];
  for (const path in cells) if (path.includes('].panel[') || path.includes('].elements[')) paths.push(path);
  return paths;
}

/** All that only the children's stream records of a stage. Lists are JSON, and null where they are empty. */
export function ownOfStage(
  place: number,
  {
    shared,
    lists,
    notes,
    dates,
  }: { shared: OwnOfComplaint; lists: readonly string[]; notes: ChildrensRowFaults; dates: StageDates },
): Readonly<Record<string, string | null>> {
  const text = (key: StageKey) => readText(notes.cell(stageColumn(place, key)));
  const numbered = (list: 'panel' | 'elements') => placesOf(lists, `stages[${place}].${list}`);
  const elements = numbered('elements').map((at) => ({
    description: text(`elements[${at}].description`),
    outcome: readOutcome(notes.cell(stageColumn(place, `elements[${at}].outcome`))).outcome,
  }));
  return {
    advocateOffered: shared.advocateOffered,
    childAgeBand: shared.childAgeBand,
    childLookedAfter: shared.childLookedAfter,
    childReference: shared.childReference,
    panelHeldOn: dates.panelHeldOn,
    findingsOn: dates.findingsOn,
    investigatingOfficer: text('investigatingOfficer'),
    independentPerson: text('independentPerson'),
    panel: asList(numbered('panel').flatMap((at) => text(`panel[${at}]`) ?? [])),
    elements: asList(elements),
  };
}

/** The places of a list that have something in them, in order. */
function placesOf(paths: readonly string[], list: string): number[] {
  const places = paths.flatMap((path) =>
    path.startsWith(`${list}[`) ? Number.parseInt(path.slice(list.length + 1), 10) : [],
  );
  return [...new Set(places)].sort((a, b) => a - b);
}

const asList = (items: readonly unknown[]): string | null =>
  items.length === 0 ? null : JSON.stringify(items);
