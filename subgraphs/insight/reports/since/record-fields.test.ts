import { changedFields } from './record-fields';

const nameOf = (id: string) => ({ highways: 'Highways', parking: 'Parking' })[id] ?? id;

describe('what of a record is other than it was', () => {
  it('is told in words, with names for ids, and nothing that is the same', () => {
    const before = {
      received_on: '2021-06-01',
      service_id: 'highways',
      in_time: true,
      stage: 1,
      outcome: null,
    };
    const after = {
      ...before,
      received_on: '2021-09-15',
      service_id: 'parking',
      in_time: false,
      outcome: 'UPHELD',
    };
    expect(changedFields(before, after, nameOf)).toEqual([
      { name: 'Received', before: '1 June 2021', after: '15 September 2021' },
      { name: 'Answered in time', before: 'yes', after: 'no' },
      { name: 'Finding', before: null, after: 'Upheld' },
      { name: 'Service', before: 'Highways', after: 'Parking' },
    ]);
    expect(changedFields(before, before, nameOf)).toEqual([]);
  });

  it('is told of remedies by how many there are and are done', () => {
    const remedy = (doneOn: string | null) => ({ dueOn: '2021-10-01', doneOn });
    const of = (...remedies: object[]) => ({ remedies });
    expect(changedFields(of(remedy(null)), of(remedy('2021-09-30')), nameOf)).toEqual([
      { name: 'Remedies', before: '1, of which 0 done', after: '1, of which 1 done' },
    ]);
    expect(changedFields(of(remedy('2021-09-29')), of(remedy('2021-09-30')), nameOf)).toEqual([
      { name: 'Remedies', before: '1, of which 1 done', after: 'changed in their days' },
    ]);
  });
});
