import { toDay } from '../../calendar/day';
import { checkOrder } from './check-order';

const version = (stage: number, inForceFrom = '2018-01-01') => ({ stage, inForceFrom: toDay(inForceFrom) });

describe('the order of stages and their versions', () => {
  it('is sound for stages from 1, each with its versions in the order of their days', () => {
    expect(checkOrder([version(1), version(1, '2026-04-01'), version(2)])).toEqual([]);
    expect(checkOrder([])).toEqual([]);
  });

  it.each([
    ['a gap', [version(1), version(3)], ['stage 2 is missing, though stage 3 is there']],
    ['no whole number', [version(1), version(1.5)], ['stage 1.5 is no stage: they are whole numbers from 1']],
    ['stages', [version(2), version(1)], ['stage 1 from 2018-01-01: stages must stand in order']],
    [
      'versions',
      [version(1, '2026-04-01'), version(1)],
      ['stage 1 from 2018-01-01: versions must stand in order of their days'],
    ],
    [
      'one day',
      [version(1), version(1)],
      ['stage 1 from 2018-01-01: two versions come into force on one day'],
    ],
  ])('is not sound: %s', (_what, versions, problems) => {
    expect(checkOrder(versions)).toEqual(problems);
  });
});
