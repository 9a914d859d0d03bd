import { peopleOf } from './people-view';
import { isCleared, mayReadLineage, mayReadPeople } from './roles';

const account = {
  stage: 1,
  person: null,
  relationship: null,
  title: 'Ms',
  forename: 'A',
  surname: 'B',
  name: null,
  email: null,
  postcode: '',
  summary: 'It was late.',
};
const base = { id: '1', reference: '1', accounts: [account] };

describe('the people of a complaint', () => {
  it('are told by what is recorded, the rest left out', () => {
    expect(peopleOf({ ...base, __typename: 'CorporateComplaint', stream: 'CORPORATE' })).toEqual({
      accounts: [{ title: 'Stage 1', facts: [{ name: 'Name', value: 'Ms A B' }], summary: 'It was late.' }],
      others: [],
    });
    const whole = peopleOf({
      ...base,
      __typename: 'SchoolsComplaint',
      stream: 'SCHOOLS',
      accounts: [{ ...account, name: 'C D' }],
    });
    expect(whole.accounts[0]?.facts).toEqual([{ name: 'Name', value: 'C D' }]);
  });

  it('are none for those who are not cleared', () => {
    expect(
      peopleOf({ ...base, __typename: 'CorporateComplaint', stream: 'CORPORATE', accounts: [] }).accounts,
    ).toEqual([]);
    expect(
      peopleOf({ ...base, __typename: 'CorporateComplaint', stream: 'CORPORATE', accounts: null }).accounts,
    ).toEqual([]);
  });

  it('have what their stream guards beside them', () => {
    const adults = peopleOf({
      ...base,
      __typename: 'AdultsComplaint',
      stream: 'ADULTS',
      consent: 'NOT_HELD',
      risk: 'HIGH',
      provider: null,
      representative: 'Daughter',
      lessons: '',
    });
    expect(adults.others).toEqual([
      { name: 'Consent', value: 'Not held' },
      { name: 'Risk', value: 'High' },
      { name: 'The representative is', value: 'Daughter' },
    ]);
    const childrens = peopleOf({
      ...base,
      __typename: 'ChildrensComplaint',
      stream: 'CHILDRENS',
      childReference: 'C1',
      child: { ageBand: '10-15', lookedAfter: false },
      investigation: {
        investigatingOfficer: 'E F',
        independentPerson: null,
        elements: [{ description: 'Delay', outcome: 'UPHELD' }],
      },
      reviewPanel: { members: ['G', 'H'], elements: [{ description: null, outcome: null }] },
    });
    expect(childrens.others.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'Number of the child: C1',
      'Age of the child: 10-15',
      'Looked after by the council: No',
      'Investigating officer: E F',
      'Investigated, element 1: Delay: Upheld',
      'Review panel: G, H',
      'Reviewed, element 1: Not recorded: No finding',
    ]);
  });

  it('are offered to officers and managers, and lineage to officers and admins', () => {
    const roles = ['analyst', 'manager', 'officer', 'partner', 'auditor', 'admin'];
    expect(roles.filter(mayReadPeople)).toEqual(['manager', 'officer']);
    expect(roles.filter(mayReadLineage)).toEqual(['officer', 'admin']);
  });
});

describe('who is cleared for people', () => {
  const officer = { role: 'officer', streams: ['corporate'], services: [] };
  const manager = { role: 'manager', streams: [], services: ['parks'] };

  it('are officers for their streams', () => {
    expect(isCleared(officer, { stream: 'CORPORATE', serviceIds: null })).toBe(true);
    expect(isCleared(officer, { stream: 'ADULTS', serviceIds: null })).toBe(false);
    expect(isCleared(officer, { stream: null, serviceIds: null })).toBe(false);
  });

  it('are managers for their services, and for the graph to refuse where nobody knows which', () => {
    expect(isCleared(manager, { stream: 'ADULTS', serviceIds: ['roads', 'parks'] })).toBe(true);
    expect(isCleared(manager, { stream: 'ADULTS', serviceIds: ['roads'] })).toBe(false);
    expect(isCleared(manager, { stream: 'ADULTS', serviceIds: null })).toBe(true);
  });
});
