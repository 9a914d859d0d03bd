import { emptyTally } from '../figures/tally';
import { sumTallies } from './sum-tallies';

const row = (received: number, days: readonly (readonly [number, number])[]) => ({
  ...emptyTally({ stream: 'SCHOOLS', theme: 'Delay' }),
  ...{ received, days: new Map(days) },
});

describe('the sum of rows', () => {
  it('has what they have together, and the dimensions that it is given', () => {
    const rows = [
      row(3, [
        [5, 2],
        [9, 1],
      ]),
      row(4, [[9, 3]]),
    ];
    const sum = sumTallies(rows, { stream: 'SCHOOLS' });
    expect(sum).toEqual({
      ...emptyTally({ stream: 'SCHOOLS' }),
      received: 7,
      days: new Map([
        [5, 2],
        [9, 4],
      ]),
    });
    expect(rows.map(({ received }) => received)).toEqual([3, 4]);
  });

  it('of none is nothing', () => {
    expect(sumTallies([], {})).toEqual(emptyTally({}));
  });
});
