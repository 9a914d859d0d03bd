import fc from 'fast-check';
import { isMoreThanNoise, type Measured } from './noise';

const count = (value: number | null): Measured => ({
  ...{ state: value === null ? 'NOT_RECORDED' : 'TOLD', value, denominator: null },
});
const share = (value: number, denominator: number): Measured => ({
  ...{ state: 'TOLD', value, denominator },
});

describe('a figure that moved', () => {
  it.each([
    ['one complaint more of few', count(1), count(3), false],
    ['three more of few', count(1), count(4), true],
    ['twice the root of a count', count(100), count(120), false],
    ['more than that', count(100), count(121), true],
    ['fewer by more than that', count(100), count(79), true],
    ['a rate of many, by a little', share(0.63, 400), share(0.65, 400), false],
    ['a rate of many, by much', share(0.63, 400), share(0.7, 400), true],
    ['a rate of all that goes by less than one', share(1, 20), share(0.98, 20), false],
    ['days, by less than a tenth', share(12, 50), share(13, 50), false],
    ['days, by more than a tenth', share(12, 50), share(14, 50), true],
    ['one that is recorded by now', count(null), count(2), true],
    ['one that is new', undefined, count(2), true],
    ['one that went', count(2), undefined, true],
  ])('%s', (_, before, now, expected) => {
    expect(isMoreThanNoise(before, now)).toBe(expected);
  });

  it('by nothing is noise, and the further the less', () => {
    const figure = fc.integer({ min: 0, max: 2_000 });
    fc.assert(
      fc.property(figure, figure, fc.nat(200), (was, by, more) => {
        expect(isMoreThanNoise(count(was), count(was))).toBe(false);
        if (isMoreThanNoise(count(was), count(was + by)))
          expect(isMoreThanNoise(count(was), count(was + by + more))).toBe(true);
      }),
    );
  });
});
