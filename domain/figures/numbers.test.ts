import fc from 'fast-check';
import {
  countedWords,
  countWords,
  durationWords,
  rateWords,
  shareWords,
  shortDurationWords,
} from './numbers';

const percent = (number: string): string => `${number}\u00a0%`;
const rateOf = (numerator: number, denominator: number): string =>
  rateWords({ value: denominator === 0 ? null : numerator / denominator, numerator, denominator });

describe('a count in words', () => {
  it('has its thousands apart', () => {
    expect([0, 7, 1_234, 1_234_567].map(countWords)).toEqual(['0', '7', '1,234', '1,234,567']);
  });

  it('is not recorded where it is null, which is not 0', () => {
    expect(countWords(null)).toBe('not recorded');
    expect(countedWords({ count: null, one: 'complaint', many: 'complaints' })).toBe('not recorded');
  });

  it.each([
    [0, 'no complaints'],
    [1, '1 complaint'],
    [10_000, '10,000 complaints'],
  ])('of %d complaints is %s', (count, words) => {
    expect(countedWords({ count, one: 'complaint', many: 'complaints' })).toBe(words);
  });
});

describe('a rate in words', () => {
  it.each([
    [81, 116, '70'],
    [1, 3, '33'],
    [57, 200, '29'],
    [200, 200, '100'],
    [0, 12, '0'],
    [141, 201, '70.1'],
    [201, 402, '50.0'],
    [402, 402, '100.0'],
  ])('of %d of %d is %s %%', (numerator, denominator, number) => {
    expect(rateOf(numerator, denominator)).toBe(percent(number));
  });

  it('never rounds to all or nothing', () => {
    expect(rateOf(199, 200)).toBe(`over ${percent('99')}`);
    expect(rateOf(1, 202)).toBe(percent('0.5'));
    expect(rateOf(9_999, 10_000)).toBe(percent('100.0').replace('100.0', 'over 99.9'));
    expect(rateOf(1, 100_000)).toBe(`under ${percent('0.1')}`);
    expect(rateWords({ value: 0.004 })).toBe(`under ${percent('1')}`);
  });

  it('of none is none, and of what nobody knows not recorded', () => {
    expect(rateOf(0, 0)).toBe('none');
    expect(rateWords({ value: null })).toBe('not recorded');
    expect(rateWords({ value: null, denominator: null })).toBe('not recorded');
  });

  it('is rounded alike from its value and from its parts', () => {
    expect(rateWords({ value: 57 / 200, denominator: 200 })).toBe(percent('29'));
    expect(rateWords({ value: 0.285 })).toBe(percent('29'));
  });

  it('is never further from the rate than it is exact', () => {
    const parts = fc.tuple(fc.nat(2_000_000), fc.nat(2_000_000)).map((both) => both.sort((a, b) => a - b));
    fc.assert(
      fc.property(parts, ([numerator = 0, denominator = 0]) => {
        fc.pre(denominator > 0);
        const words = rateOf(numerator, denominator);
        const told = Number(words.replace(/^(over|under) /, '').replace(/\u00a0%$/, ''));
        const most = denominator > 200 ? 0.1 : 1;
        expect(Math.abs(told - (100 * numerator) / denominator)).toBeLessThanOrEqual(most);
        expect(told === 0).toBe(numerator === 0);
        expect(told === 100).toBe(numerator === denominator);
      }),
    );
  });
});

describe('the parts of a rate in words', () => {
  it('say of what', () => {
    expect(shareWords({ numerator: 81, denominator: 116, of: 'answered' })).toBe('81 of 116 answered');
    expect(shareWords({ numerator: 0, denominator: 1_200 })).toBe('0 of 1,200');
  });

  it('are not recorded where one is not', () => {
    expect(shareWords({ numerator: null, denominator: 116, of: 'answered' })).toBe('not recorded');
    expect(shareWords({ numerator: 1, denominator: null })).toBe('not recorded');
  });
});

describe('working days in words', () => {
  it.each([
    [12, '12 working days'],
    [1, '1 working day'],
    [0, '0 working days'],
    [12.5, '12.5 working days'],
    [12.04, '12 working days'],
    [0.98, '1 working day'],
    [1.1, '1.1 working days'],
    [1_200, '1,200 working days'],
  ])('of %d are %s', (days, words) => {
    expect(durationWords(days)).toBe(words);
  });

  it('leave their unit to the head of a column', () => {
    expect([12, 12.5, null].map(shortDurationWords)).toEqual(['12', '12.5', 'not recorded']);
    expect(durationWords(null)).toBe('not recorded');
  });
});
