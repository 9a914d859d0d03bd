import type { Day } from '../../domain/calendar/day';
import type { ClosureReason, Outcome } from '../../domain/findings';
import { readText, readWord, readWritten, type WordTable, wordTable } from '../cells/words';
import type { Names } from '../names';
import type { AdultsColumn } from './columns';
import type { AdultsFaultCode, AdultsNotes } from './faults';

interface Ended {
  readonly outcome: Outcome | null;
  readonly closureReason: ClosureReason | null;
}

const finding = (outcome: Outcome): Ended => ({ outcome, closureReason: 'ANSWERED' });
const UPHELD = finding('UPHELD');
const PARTLY = finding('PARTIALLY_UPHELD');
const NOT_UPHELD = finding('NOT_UPHELD');
const RESOLVED: Ended = { outcome: null, closureReason: 'RESOLVED_INFORMALLY' };
const WITHDRAWN: Ended = { outcome: null, closureReason: 'WITHDRAWN' };

/** The words of the column `Outcome` (the extracts' README, "Adults' system"). */
const OUTCOMES = wordTable<Ended>([
  ['Upheld', UPHELD],
  ['U', UPHELD],
  ['Partially upheld', PARTLY],
  ['P', PARTLY],
  ['Not upheld', NOT_UPHELD],
  ['N', NOT_UPHELD],
  ['Resolved locally', RESOLVED],
  ['R', RESOLVED],
  ['Withdrawn', WITHDRAWN],
  ['W', WITHDRAWN],
]);

const RISKS = wordTable([
  ['Low', 'LOW'],
  ['L', 'LOW'],
  ['Medium', 'MEDIUM'],
  ['M', 'MEDIUM'],
  ['High', 'HIGH'],
  ['H', 'HIGH'],
]);

const CONSENTS = wordTable([
  ['Y', 'HELD'],
  ['N', 'NOT_HELD'],
  ['N/A', 'NOT_NEEDED'],
]);

const PLANS = wordTable([
  ['Yes', 'YES'],
  ['Y', 'YES'],
  ['No', 'NO'],
  ['N', 'NO'],
]);

/**
 * How a complaint ended, and the word it was written in: by the list, or by what people decided since. An unknown one
 * says nothing, and is kept with its fault.
 */
export function closure(
  notes: AdultsNotes,
  decided: (written: string) => Ended | null,
): Ended & { readonly closureCodeWritten: string | null } {
  const listed = { table: OUTCOMES, unknown: 'UNKNOWN_CLOSURE_CODE', decided } as const;
  const { means, written } = word(notes, 'Outcome', listed);
  return { outcome: null, closureReason: null, ...means, closureCodeWritten: written };
}

/** What the stream alone records of a complaint: facts, and the lessons, by the names that its tables know. */
export function ownOf(notes: AdultsNotes): Readonly<Record<string, string | null>> {
  const plan = word(notes, 'PlanAgreed', { table: PLANS, unknown: 'UNKNOWN_PLAN' });
  const consent = word(notes, 'ConsentHeld', { table: CONSENTS, unknown: 'UNKNOWN_CONSENT' });
  const risk = word(notes, 'Risk', { table: RISKS, unknown: 'UNKNOWN_RISK' });
  return {
    planAgreed: plan.means,
    planAgreedWritten: plan.written,
    consent: consent.means,
    consentWritten: consent.written,
    risk: risk.means,
    riskWritten: risk.written,
    provider: readText(notes.cell('Provider')),
    lessons: readText(notes.cell('Lessons')),
  };
}

/** The directorate of all that this system holds (the extracts' README, "Adults' system"). */
const DIRECTORATE = 'Adult Social Care';

/** Which team was complained about. One that nobody knows is kept as written with its fault; the directorate stays. */
export function addressed(notes: AdultsNotes, { names, receivedOn }: { names: Names; receivedOn: Day }) {
  const serviceWritten = readWritten(notes.cell('Team'));
  const serviceId = serviceWritten === null ? null : names.serviceIdOf(notes.cell('Team'), receivedOn);
  if (serviceWritten !== null && serviceId === null) notes.add('Team', 'UNKNOWN_SERVICE');
  return { serviceId, serviceWritten, directorateId: names.directorateIdOf(DIRECTORATE) };
}

function word<Meaning>(
  notes: AdultsNotes,
  column: AdultsColumn,
  {
    table,
    unknown,
    decided = () => null,
  }: {
    table: WordTable<Meaning>;
    unknown: AdultsFaultCode;
    decided?: (written: string) => Meaning | null;
  },
): { means: Meaning | null; written: string | null } {
  const read = readWord(notes.cell(column), table);
  const means = read.kind === 'unknown' ? decided(read.written) : read.kind === 'word' ? read.means : null;
  if (read.kind === 'unknown' && means === null) notes.add(column, unknown);
  return { means, written: readWritten(notes.cell(column)) };
}
