import type { ClosureReason, Outcome } from '../../domain/findings';
import { readText, wordTable } from '../cells/text';
import { type ListedColumns, meaningIn } from '../kit/compare-rows';
import { type NamesThen, serviceIn, wordIn } from '../kit/look-ups';
import { ownCodes } from '../kit/own-codes';
import type { AdultsRowFaults } from './faults';

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

export const OWN_CODES = ownCodes(OUTCOMES, (ended) => ended);

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
 * How a complaint ended, and the word it was written in, by the list. An unknown one says nothing, and is kept: with its
 * fault, unless people decided since what it means, which the stream gives it.
 */
export function closure(
  notes: AdultsRowFaults,
  decided: (written: string) => unknown,
): Ended & { readonly closureCodeWritten: string | null } {
  const listed = { table: OUTCOMES, unknown: 'UNKNOWN_CLOSURE_CODE', decided } as const;
  const { means, written } = wordIn(notes, 'Outcome', listed);
  return { outcome: null, closureReason: null, ...means, closureCodeWritten: written };
}

/** What the stream alone records of a complaint: facts, and the lessons, by the names that its tables know. */
export function ownOf(notes: AdultsRowFaults): Readonly<Record<string, string | null>> {
  const plan = wordIn(notes, 'PlanAgreed', { table: PLANS, unknown: 'UNKNOWN_PLAN' });
  const consent = wordIn(notes, 'ConsentHeld', { table: CONSENTS, unknown: 'UNKNOWN_CONSENT' });
  const risk = wordIn(notes, 'Risk', { table: RISKS, unknown: 'UNKNOWN_RISK' });
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

/** Which team was complained about; the directorate is known in any case. */
export function addressed(notes: AdultsRowFaults, then: NamesThen) {
  return { ...serviceIn(notes, 'Team', then), directorateId: then.names.directorateIdOf(DIRECTORATE) };
}

/** The columns that hold words of a list. */
export const LISTED: ListedColumns = {
  PlanAgreed: meaningIn(PLANS),
  Outcome: meaningIn(OUTCOMES),
  Risk: meaningIn(RISKS),
  Team: (cell, names) => names.serviceIdOf(cell),
  ConsentHeld: meaningIn(CONSENTS),
};
