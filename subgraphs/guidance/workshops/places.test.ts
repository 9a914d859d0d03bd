import { waitingBehind } from './places';

describe('waitingBehind', () => {
  it.each([
    [1, 2, null],
    [2, 2, null],
    [3, 2, 0],
    [5, 2, 2],
  ])('the place of rank %d, of %d seats: %p', (rank, seats, behind) => {
    expect(waitingBehind({ rank }, seats)).toBe(behind);
  });
});
