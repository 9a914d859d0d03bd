import { quarantinedRow, takenRow } from '../testing';
import { createRunReach } from './run-reach';

describe('the days that a run speaks of', () => {
  it('are none without a row that counts and a day', () => {
    const { add, reach } = createRunReach();
    expect(reach()).toBeNull();
    add([takenRow({ keeper: 'coverage', days: [], lastUpdated: '2021-10-01T10:00' }), quarantinedRow({})]);
    expect(reach()).toBeNull();
  });

  it('go from the first to the newest, whoever keeps the rows', () => {
    const { add, reach } = createRunReach();
    add([takenRow({ days: ['2021-04-06', '2021-05-01'] })]);
    add([takenRow({ keeper: 'schools', days: ['2019-04-01'] }), takenRow({ days: ['2020-01-01'] })]);
    expect(reach()).toEqual({ keepers: ['corporate', 'schools'], from: '2019-04-01', to: '2021-05-01' });
  });

  it('end with the day of the newest change, which begins nothing', () => {
    const { add, reach } = createRunReach();
    add([takenRow({ days: ['2021-04-06'], lastUpdated: '2021-09-30T23:15' })]);
    add([takenRow({ days: ['2021-04-07'], lastUpdated: '2001-01-01T00:00' })]);
    expect(reach()).toEqual({ keepers: ['corporate'], from: '2021-04-06', to: '2021-09-30' });
  });
});
