import type { ComplainantAccount } from '../../contracts/records/stage';
import type { Facts } from '../../domain/procedure/command';
import type { Words } from './live-stage';
import type { CasePartyRow } from './tables';

/** Somebody whom a live complaint is from or about, as a command names them. */
export type NewParty = Omit<CasePartyRow, 'id' | 'complaint_id' | 'recorded_at'>;

/**
 * The rows of people whom an entry brings. Somebody who is kept under an id of their own is kept once in a complaint; others by
 * the place of the entry and their own in it.
 */
export const partyRows = ({
  complaintId,
  place,
  now,
  parties,
  facts,
}: {
  readonly complaintId: string;
  readonly place: number;
  readonly now: Date;
  readonly parties: readonly NewParty[];
  /** Left out where a complaint begins. */
  readonly facts?: Facts;
}): CasePartyRow[] =>
  parties.map((party, index) => ({
    ...party,
    id:
      facts?.event === 'changeParty'
        ? facts.party
        : `${complaintId}/${party.person === null ? `${place}/${index + 1}` : `person/${party.person}`}`,
    complaint_id: complaintId,
    recorded_at: now,
  }));

const NOBODY: ComplainantAccount = {
  ...{ person: null, relationship: null, title: null, forename: null, surname: null },
  ...{ name: null, email: null, postcode: null, summary: null },
};

/** Who complained and what they said, so that searching, retention and subject access find it as that of any complaint. */
export function accountOf(parties: readonly CasePartyRow[], words: readonly Words[]): ComplainantAccount {
  const complainant = parties.find(({ kind }) => kind === 'COMPLAINANT');
  const summary = words.find(({ part }) => part === 'SUMMARY')?.words ?? null;
  if (complainant === undefined) return { ...NOBODY, summary };
  const { relationship, title, forename, surname, email, postcode } = complainant;
  return { ...NOBODY, relationship, title, forename, surname, email, postcode, summary };
}
