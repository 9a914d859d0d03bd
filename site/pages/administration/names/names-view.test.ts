import { nameDecisionRows, namesView } from './names-view';

const NAMES = {
  services: [
    {
      ...{ id: 'parking', name: 'Parking', formerNames: ['Parking Services', 'Car parks'] },
      ...{ directorate: 'Place', directorateId: 'place', endedOn: '2026-03-31', version: 2 },
    },
  ],
  directorates: [
    { id: 'people', name: 'People', version: 1 },
    { id: 'place', name: 'Place', version: 1 },
  ],
};

describe('the names of the council', () => {
  it('are shown by directorate, with what else a service goes by', () => {
    expect(namesView(NAMES).map(({ name, services }) => [name, services.length])).toEqual([
      ['People', 0],
      ['Place', 1],
    ]);
    expect(namesView(NAMES)[1]?.services[0]).toEqual({
      ...{ id: 'parking', name: 'Parking', others: 'Parking Services, Car parks' },
      ended: '31 Mar 2026',
      changeHref: '/administration/services/parking',
    });
  });

  it('have who decided on them, when and why', () => {
    const node = {
      ...{ kind: 'SERVICE' as const, id: 'parking', name: 'Car parks', directorateId: 'place' },
      endedOn: '2026-03-31',
      ...{ reason: 'Reorganised', decidedBy: 'ada', decidedAt: '2026-11-29T12:00:00Z' },
    };
    const pageInfo = { hasNextPage: false, endCursor: null };
    expect(nameDecisionRows({ totalCount: 1, edges: [{ node }, { node: null }], pageInfo }, NAMES)).toEqual([
      {
        ...{ id: 'parking', name: 'Car parks', where: 'Place', what: 'Service', ended: '31 Mar 2026' },
        ...{ reason: 'Reorganised', by: 'ada', on: '29 Nov 2026' },
      },
    ]);
  });
});
