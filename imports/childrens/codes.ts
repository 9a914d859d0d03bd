import type { ClosureReason, Outcome } from '../../domain/findings';
import { readWord, readWritten, wordTable } from '../cells/text';
import { type ListedColumns, meaningIn, type WordMeaning } from '../kit/compare-rows';
import { channelIn, type NamesThen, serviceIn } from '../kit/look-ups';
import { ownCodes } from '../kit/own-codes';
import { type ComplaintColumn, stageColumn } from './columns';
import type { ChildrensRowFaults } from './faults';

/** The findings as the system writes them, underscores as spaces. */
const OUTCOMES = wordTable<Outcome>([
  ['upheld', 'UPHELD'],
  ['partially upheld', 'PARTIALLY_UPHELD'],
  ['not upheld', 'NOT_UPHELD'],
]);

export const OWN_CODES = ownCodes(OUTCOMES, (outcome) => ({ outcome, closureReason: 'ANSWERED' }));

const YES_OR_NO = wordTable<boolean>([
  ['true', true],
  ['yes', true],
  ['y', true],
  ['false', false],
  ['no', false],
  ['n', false],
]);

/** Reads a finding, in any case, with spaces or underscores between its words; null for a blank or unknown one. */
export function readOutcome(written: string): {
  readonly outcome: Outcome | null;
  readonly isUnknown: boolean;
} {
  const word = readWord(written.replaceAll('_', ' '), OUTCOMES);
  return { outcome: word.kind === 'word' ? word.means : null, isUnknown: word.kind === 'unknown' };
}

/** How a stage ended, and the word it was written in. */
export interface StageOutcome {
  readonly outcome: Outcome | null;
  readonly closureReason: ClosureReason | null;
  readonly closureCodeWritten: string | null;
}

/**
 * Reads the finding of a stage by the list. An unknown word says nothing, and is kept as written: with its fault, unless
 * people decided since what it means, which the stream gives it.
 */
export function stageOutcome(
  place: number,
  notes: ChildrensRowFaults,
  decided: (written: string) => unknown,
): StageOutcome {
  const column = stageColumn(place, 'outcome');
  const closureCodeWritten = readWritten(notes.cell(column));
  const { outcome, isUnknown } = readOutcome(notes.cell(column));
  if (isUnknown && decided(notes.cell(column)) === null) notes.add(column, 'UNKNOWN_OUTCOME');
  return { outcome, closureReason: outcome === null ? null : 'ANSWERED', closureCodeWritten };
}

/** Who was complained about and how it came in, by the directory's names. */
export interface Addressed {
  readonly serviceId: string | null;
  readonly serviceWritten: string | null;
  readonly directorateId: string | null;
  readonly channel: string | null;
  readonly channelWritten: string | null;
}

/** The directorate of all that this system holds. */
const DIRECTORATE = "Children's Services";

/** Looks the names up as they were when the complaint was received. */
export const readAddressed = (notes: ChildrensRowFaults, then: NamesThen): Addressed => ({
  ...serviceIn(notes, 'team', then),
  directorateId: then.names.directorateIdOf(DIRECTORATE),
  ...channelIn(notes, 'channel', then),
});

/** Reads a yes or no as `true` or `false`; null where it is neither, which is a fault unless it is blank. */
export function yesOrNo(column: ComplaintColumn, notes: ChildrensRowFaults): 'true' | 'false' | null {
  const word = readWord(notes.cell(column), YES_OR_NO);
  if (word.kind === 'unknown') notes.add(column, 'UNKNOWN_YES_OR_NO');
  return word.kind === 'word' ? (word.means ? 'true' : 'false') : null;
}

const outcomeIn: WordMeaning = (cell) => readOutcome(cell).outcome;

/** The keys that hold words of a list. */
export const LISTED: ListedColumns = {
  team: (cell, names) => names.serviceIdOf(cell),
  channel: (cell, names) => names.channelOf(cell),
  'child.lookedAfter': meaningIn(YES_OR_NO),
  advocateOffered: meaningIn(YES_OR_NO),
  'stages[].outcome': outcomeIn,
  'stages[].elements[].outcome': outcomeIn,
};
