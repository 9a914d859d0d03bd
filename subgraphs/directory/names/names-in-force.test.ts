import type { NameDecision } from './decisions';
import { directoratesInForce, type KnownNames, servicesInForce } from './names-in-force';

const decision = (given: Partial<NameDecision>): NameDecision => ({
  ...{ kind: 'service', id: 'parks', version: 1, name: 'Parks', directorate_id: 'place', reason: 'Renamed' },
  ...{ ended_on: null, decided_by: 'ada', decided_at: new Date('2026-11-29T12:00:00Z') },
  ...given,
});
const known = (decisions: NameDecision[], words: [string, string[]][] = []): KnownNames => ({
  directorates: [{ id: 'place', name: 'Place' }],
  services: [{ id: 'parks', name: 'Parks', formerNames: ['Green Space'], directorateId: 'place' }],
  ...{ decisions, words: new Map(words) },
});

describe('the names in force', () => {
  it('are those of the product where nobody decided anything', () => {
    expect(servicesInForce(known([]))).toEqual([
      {
        ...{ id: 'parks', name: 'Parks', formerNames: ['Green Space'] },
        ...{ directorateId: 'place', directorate: 'Place' },
      },
    ]);
  });

  it('keep the names that a service had, and take one back that it has again', () => {
    const renamed = decision({ name: 'Open Spaces' });
    expect(servicesInForce(known([renamed]))[0]).toMatchObject({
      ...{ name: 'Open Spaces', formerNames: ['Green Space', 'Parks'] },
    });
    const back = decision({ version: 2, name: 'Green Space' });
    expect(servicesInForce(known([renamed, back]))[0]).toMatchObject({
      ...{ name: 'Green Space', formerNames: ['Parks', 'Open Spaces'] },
    });
  });

  it('take in new services and directorates, and say whose each service is', () => {
    const decisions = [
      decision({ kind: 'directorate', id: 'homes', name: 'Homes', directorate_id: null }),
      decision({ id: 'repairs', name: 'Repairs', directorate_id: 'homes' }),
    ];
    expect(directoratesInForce(known(decisions))).toHaveLength(2);
    expect(servicesInForce(known(decisions))[1]).toEqual({
      ...{ id: 'repairs', name: 'Repairs', formerNames: [], directorateId: 'homes', directorate: 'Homes' },
    });
  });

  it('say when a service ended, until somebody says that it goes on', () => {
    const ended = decision({ ended_on: '2026-03-31' });
    expect(servicesInForce(known([ended]))[0]).toMatchObject({ name: 'Parks', endedOn: '2026-03-31' });
    expect(servicesInForce(known([ended, decision({ version: 2 })]))[0]).not.toHaveProperty('endedOn');
  });

  it('have the words that people gave to a service after its own', () => {
    expect(servicesInForce(known([], [['service/parks', ['Parx']]]))[0]?.formerNames).toEqual([
      ...['Green Space', 'Parx'],
    ]);
  });
});
