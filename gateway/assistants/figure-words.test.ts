import fc from 'fast-check';
import { standingOf, valueWords } from './figure-words';
import { IN_TIME_RATE, RECEIVED, valued } from './testing';

const DAYS = { ...IN_TIME_RATE, unit: 'WORKING_DAYS' as const, numerator: null };

describe('a figure as it is to be said', () => {
  it.each([
    ['1,234', valued(1234), RECEIVED],
    ['0', valued(0), RECEIVED],
    ['not recorded', valued(null), RECEIVED],
    ['70 % (81 of 116 stages answered)', valued(81 / 116, 81, 116), IN_TIME_RATE],
    ['over 99 % (199 of 200 stages answered)', valued(199 / 200, 199, 200), IN_TIME_RATE],
    ['none, of 0 stages answered', valued(null, 0, 0), IN_TIME_RATE],
    ['not recorded', valued(null, null, 12), IN_TIME_RATE],
    ['50 % (of 12 stages answered)', valued(0.5, null, 12), IN_TIME_RATE],
    ['50 % (of how many is not told)', valued(0.5), IN_TIME_RATE],
    ['12.5 working days (stages answered: 8)', valued(12.5, null, 8), DAYS],
    ['too few to show', { ...valued(null, null, 3), suppressed: true }, IN_TIME_RATE],
  ])('is %j', (words, figure, definition) => {
    expect(valueWords(figure, definition)).toBe(words);
  });

  it('never is a share without its count, nor 0 where there is none', () => {
    const count = fc.option(fc.nat(5_000));
    fc.assert(
      fc.property(count, count, fc.boolean(), (numerator, denominator, suppressed) => {
        const value =
          numerator === null || !denominator ? null : Math.min(numerator, denominator) / denominator;
        const figure = { value: suppressed ? null : value, numerator, denominator, suppressed };
        const words = valueWords(figure, IN_TIME_RATE);
        if (words.includes('%')) expect(words).toMatch(/ % \(\d[\d,]* of \d[\d,]* stages answered\)$/);
        else expect(words).toMatch(/^(too few to show|not recorded|none, of 0 stages answered)$/);
        expect(standingOf(figure) === 'RECORDED').toBe(words.includes('%'));
      }),
    );
  });
});
