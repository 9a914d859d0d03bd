import { findingName } from '../../../domain/figures/names';
import type { ComplaintPeopleQuery } from '../../operations/__generated__/operations';
import type { Fact } from './timeline';

type People = NonNullable<ComplaintPeopleQuery['complaint']>;
type Account = NonNullable<People['accounts']>[number];

/** Who complained at a stage, and what they said. */
export interface AccountWords {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly summary: string | null;
}

/** The people of a complaint: accounts stage by stage, and what its stream alone guards so. What is not recorded is left out. */
export function peopleOf(complaint: People): { accounts: AccountWords[]; others: Fact[] } {
  return { accounts: (complaint.accounts ?? []).map(accountWords), others: recorded(othersOf(complaint)) };
}

function accountWords(account: Account): AccountWords {
  const { title, forename, surname, name } = account;
  const parts = [title, forename, surname].filter((part) => part !== null && part !== '').join(' ');
  return {
    title: `Stage ${account.stage}`,
    facts: recorded([
      ['Name', name ?? (parts === '' ? null : parts)],
      ['Is to the person concerned', account.relationship],
      ['Email', account.email],
      ['Postcode', account.postcode],
      ['Number in the case system', account.person],
    ]),
    summary: account.summary,
  };
}

type Pair = readonly [string, string | null];

const recorded = (pairs: readonly Pair[]): Fact[] =>
  pairs.flatMap(([name, value]) => (value === null || value === '' ? [] : [{ name, value }]));

const CONSENT = { HELD: 'Held', NOT_HELD: 'Not held', NOT_NEEDED: 'Not needed' } as const;
const RISK = { LOW: 'Low', MEDIUM: 'Medium', HIGH: 'High' } as const;

function othersOf(complaint: People): Pair[] {
  if (complaint.__typename === 'AdultsComplaint') {
    const { consent, risk, provider, representative, lessons } = complaint;
    return [
      ['Consent', consent && CONSENT[consent]],
      ['Risk', risk && RISK[risk]],
      ['Provider of the care', provider],
      ['The representative is', representative],
      ['What was learned', lessons],
    ];
  }
  return complaint.__typename === 'ChildrensComplaint' ? childsOf(complaint) : [];
}

function childsOf(complaint: Extract<People, { readonly __typename: 'ChildrensComplaint' }>): Pair[] {
  const { child, childReference, investigation, reviewPanel } = complaint;
  const lookedAfter = child?.lookedAfter ?? null;
  return [
    ['Number of the child', childReference],
    ['Age of the child', child?.ageBand ?? null],
    ['Looked after by the council', lookedAfter === null ? null : lookedAfter ? 'Yes' : 'No'],
    ['Investigating officer', investigation?.investigatingOfficer ?? null],
    ['Independent person', investigation?.independentPerson ?? null],
    ...elementsOf('Investigated', investigation?.elements ?? []),
    ['Review panel', reviewPanel?.members?.join(', ') ?? null],
    ...elementsOf('Reviewed', reviewPanel?.elements ?? []),
  ];
}

type Elements = readonly {
  readonly description: string | null;
  readonly outcome: Parameters<typeof findingName>[0];
}[];

const elementsOf = (name: string, elements: Elements): Pair[] =>
  elements.map(({ description, outcome }, index) => [
    `${name}, element ${index + 1}`,
    `${description ?? 'Not recorded'}: ${findingName(outcome)}`,
  ]);
