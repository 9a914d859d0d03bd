import { beforeWords, comparedWith, judgedWords } from './comparisons';
import type { Figure } from './figures';

const counts = (value: number | null): Figure => ({ unit: 'COUNT', value });
const days = (value: number | null): Figure => ({ unit: 'WORKING_DAYS', value });
const rate = (numerator: number, denominator: number): Figure => ({
  unit: 'RATE',
  value: denominator === 0 ? null : numerator / denominator,
  numerator,
  denominator,
});

describe('the other period', () => {
  const quarter = { from: '2021-07-01', to: '2021-09-30' };

  it.each([
    ['2021-07-01', '2021-07-31', 'the month before'],
    ['2021-07-01', '2021-09-30', 'the quarter before'],
    ['2021-04-01', '2022-03-31', 'the year before'],
    ['2020-04-01', '2022-03-31', 'the period before'],
    ['2021-04-01', '2021-09-30', 'the period before'],
    ['2021-04-01', '2021-04-07', 'the period before'],
  ])('before %s to %s is %s', (from, to, words) => {
    expect(comparedWith('PREVIOUS_PERIOD', { from, to })).toBe(words);
  });

  it('is a year before where it is that', () => {
    expect(comparedWith('SAME_PERIOD_LAST_YEAR', quarter)).toBe('a year before');
  });
});

describe('a comparison in words', () => {
  it.each([
    [rate(73, 116), 'a year before', '63\u00a0% (73\u00a0of\u00a0116) a year before'],
    [counts(55), 'the quarter before', '55 in the quarter before'],
    [counts(null), 'a year before', 'not recorded a year before'],
    [rate(0, 0), 'a year before', 'none a year before'],
  ])('tells what the figure was: %j', (earlier, before, words) => {
    expect(beforeWords({ earlier, before })).toBe(words);
  });
});

describe('how a figure stands', () => {
  it.each([
    [rate(110, 116), rate(73, 116), true, 'better'],
    [days(30), days(15), false, 'worse'],
    [rate(75, 116), rate(73, 116), true, 'about the same'],
    [counts(67), counts(67), null, 'about the same'],
    [counts(72), counts(30), null, 'more'],
    [counts(30), counts(72), null, 'fewer'],
    [days(30), days(15), null, 'higher'],
    [rate(20, 116), rate(73, 116), null, 'lower'],
    [counts(72), counts(null), null, null],
  ])('beside another: %j, %j, better %s', (now, earlier, better, words) => {
    expect(judgedWords({ now, earlier, better })).toBe(words);
  });
});
