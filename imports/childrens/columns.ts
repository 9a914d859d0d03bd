import { LINE, LONG_LINE } from '../formats/jsonl/record-in';

/** What the system writes of the complaint as a whole, by its path in a line. */
export type ComplaintColumn =
  | 'caseNumber'
  | 'team'
  | 'channel'
  | 'complainant.relationship'
  | 'complainant.name'
  | 'child.reference'
  | 'child.ageBand'
  | 'child.lookedAfter'
  | 'advocateOffered'
  | 'summary'
  | 'stages';

/** What it writes of a stage. */
export type StageKey =
  | 'stage'
  | 'startedAt'
  | 'dueOn'
  | 'extendedTo'
  | 'completedAt'
  | 'outcome'
  | 'investigatingOfficer'
  | 'independentPerson'
  | 'panelHeldOn'
  | 'findingsOn'
  | `panel[${number}]`
  | `elements[${number}].${'description' | 'outcome'}`;

/** A value of the element at this place of the list `stages`, from 0. */
export type StageColumn = `stages[${number}].${StageKey}`;

export type ChildrensColumn = ComplaintColumn | StageColumn;

/** The column of a stage's value. */
export const stageColumn = (place: number, key: StageKey): StageColumn => `stages[${place}].${key}`;

/**
 * Who complained about which child, who looked into it, and what was said: shown to nobody outside the quarantine. Of
 * what lists hold, without the places in them.
 */
export const CHILDRENS_PERSONAL_COLUMNS: ReadonlySet<string> = new Set<string>([
  'complainant.relationship',
  'complainant.name',
  'child.reference',
  'child.ageBand',
  'child.lookedAfter',
  'summary',
  'stages[].investigatingOfficer',
  'stages[].independentPerson',
  'stages[].panel[]',
  'stages[].elements[].description',
  LINE,
  LONG_LINE,
]);
