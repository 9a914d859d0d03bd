import { chooseDirectorates } from './directorates';
import { checkParts, furtherParts, type KnownParts, type PartsFilter, servicesAsked } from './parts';
import { chooseServices } from './services';

const service = (id: string, name: string, directorateId: string, formerNames: readonly string[] = []) => ({
  ...{ id, name, directorateId, formerNames, directorate: `written ${directorateId}` },
});
const known: KnownParts = {
  services: [
    service('highways', 'Highways', 'place', ['Roads']),
    service('roads', 'Roads & Bridges', 'place'),
    service('libraries', 'Libraries', 'people'),
  ],
  directorates: [
    { id: 'place', name: 'Services to Place' },
    { id: 'people', name: 'Services to People' },
  ],
  lastStage: 3,
};

describe('the parts of a filter', () => {
  it('narrow only where they are given', () => {
    expect(checkParts(null, known)).toEqual({ streams: null, services: null });
    expect(checkParts({ stages: null, themes: null }, known)).toEqual({ streams: null, services: null });
  });

  it('are the sets that they mean, however they are written', () => {
    const one = checkParts(
      { stages: [2, 1, 2], themes: ['b', 'a'], services: ['LIBRARIES ', 'roads'] },
      known,
    );
    const other = checkParts({ stages: [1, 2], themes: ['a', 'b'], services: ['Roads', 'Libraries'] }, known);
    expect(one).toEqual(other);
    expect(one).toMatchObject({ stages: [1, 2], themes: ['a', 'b'] });
  });

  it.each<[PartsFilter, string]>([
    [{ streams: [] }, '`where.streams` is empty'],
    [{ outcomes: [] }, '`where.outcomes` is empty'],
    [{ stages: [4] }, '`where.stages` holds "4": stages are numbered from 1 to 3.'],
    [{ stages: [0] }, '`where.stages` holds "0"'],
    [{ services: ['Zoo'] }, '`where.services` holds "Zoo", which is the name of no service'],
    [{ directorates: ['Zoo'] }, '`where.directorates` holds "Zoo", which is the name of no directorate'],
  ])('are refused with words: %j', (where, words) => {
    expect(() => checkParts(where, known)).toThrow(words);
  });

  it('have any stage while no stream has said how many it has', () => {
    expect(checkParts({ stages: [9] }, { ...known, lastStage: null })).toMatchObject({ stages: [9] });
  });

  it('are the same question after a service or a directorate was named', () => {
    const where = { services: ['Highways', 'Not recorded'], directorates: ['Services to place'] };
    const later = {
      ...known,
      services: [...known.services, service('parks', 'Parks', 'place')],
      directorates: [...known.directorates, { id: 'new', name: 'Corporate' }],
    };
    const asked = (names: KnownParts) => {
      const parts = checkParts(where, names);
      return [servicesAsked(parts), furtherParts(parts)];
    };
    expect(asked(later)).toEqual(asked(known));
    expect(furtherParts(checkParts({ streams: ['CORPORATE'] }, known))).toEqual({});
  });
});

describe('the name of a service', () => {
  it('is its present one, or a former one that nobody has now', () => {
    expect(chooseServices(['Roads'], known.services)).toMatchObject({ ids: ['highways'] });
    const taken = [...known.services, service('new', 'Roads', 'place')];
    expect(chooseServices(['Roads'], taken)).toMatchObject({ ids: ['new'] });
  });
});

describe('the name of a directorate', () => {
  it('stands for its services too', () => {
    expect(chooseDirectorates(['SERVICES to place'], known)).toMatchObject({
      ...{ ids: ['place'], serviceIds: ['highways', 'roads'], notRecorded: false },
    });
    const unnamed = { ...known, directorates: [] };
    expect(chooseDirectorates(['Written people'], unnamed)).toMatchObject({
      ...{ ids: [], serviceIds: ['libraries'] },
    });
    expect(chooseDirectorates(['not recorded'], known)).toMatchObject({ ids: [], notRecorded: true });
    expect(chooseDirectorates(null, known)).toBeNull();
  });
});
