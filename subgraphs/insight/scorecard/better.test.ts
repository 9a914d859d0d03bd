import { isBetter } from './better';

describe('whether a figure is better than another', () => {
  it('follows the polarity of its measure', () => {
    expect(isBetter('IN_TIME_RATE', 0.9, 0.8)).toBe(true);
    expect(isBetter('IN_TIME_RATE', 0.7, 0.8)).toBe(false);
    expect(isBetter('OVERDUE', 3, 5)).toBe(true);
    expect(isBetter('OVERDUE', 5, 3)).toBe(false);
  });

  it('is not said where neither is, where both are equal, or one is not known', () => {
    expect(isBetter('RECEIVED', 3, 5)).toBeNull();
    expect(isBetter('OVERDUE', 5, 5)).toBeNull();
    expect(isBetter('OVERDUE', null, 5)).toBeNull();
    expect(isBetter('OVERDUE', undefined, 5)).toBeNull();
    expect(isBetter('OVERDUE', 5, null)).toBeNull();
  });
});
