import { movedServices, namesThen } from './names-then';

const service = (id: string, directorateId: string) => ({
  ...{ id, name: id, formerNames: [], directorateId, directorate: directorateId },
});

describe('names as they were when a report was frozen', () => {
  const now = {
    services: [service('a', 'corporate'), service('b', 'place'), service('new', 'place')],
    directorates: [
      { id: 'corporate', name: 'Corporate' },
      { id: 'place', name: 'Place and Growth' },
    ],
    lastStage: 2,
  };
  const since = {
    services: [
      { id: 'a', before: service('a', 'place'), after: service('a', 'corporate') },
      { id: 'new', before: null, after: service('new', 'place') },
    ],
    directorates: [
      {
        id: 'place',
        before: { id: 'place', name: 'Place' },
        after: { id: 'place', name: 'Place and Growth' },
      },
    ],
  };

  it('are those that did not change, and what the others were', () => {
    const then = namesThen(now, since);
    expect(then.services.map(({ id, directorateId }) => [id, directorateId])).toEqual([
      ...[
        ['a', 'place'],
        ['b', 'place'],
      ],
    ]);
    expect(then.directorates.map(({ name }) => name)).toEqual(['Corporate', 'Place']);
  });

  it('move the records of each service that changed, and of each in a directorate that did', () => {
    expect(movedServices(now, since)).toEqual(['a', 'b', 'new']);
    expect(movedServices(now, { services: [], directorates: [] })).toEqual([]);
  });
});
