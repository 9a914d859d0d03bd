import { mayBeSaid, numbersIn } from './public-words';

const numbers = { told: new Set(['72', '30', '90']), withheld: new Set(['3', '12']) };

describe('whether a sentence may stand in a public report', () => {
  it.each([
    'Stage 2 complaints rose from 30 to 72 in July to September 2021 (Q2 2021-22).',
    'Stages 1 and 2 are answered within 10 working days, by SI 2009/309, regulation 18(1).',
    'The team took over on 1 April 2021.',
    'The target is 90\u00a0%.',
  ])('is so of numbers that are told, and of years, stages, laws and their limits: %s', (sentence) =>
    expect(mayBeSaid(sentence, numbers)).toBe(true),
  );

  it.each([
    'It fell from 30 to 3.',
    'The median was 12 working days.',
    'There were 41 more.',
    'Of 1,072 complaints.',
  ])('is not so of a number that is withheld, or that no table tells: %s', (sentence) =>
    expect(mayBeSaid(sentence, numbers)).toBe(false),
  );

  it('reads numbers without the marks between thousands', () => {
    expect(numbersIn('1,234 of 5,678 (21.7 %)')).toEqual(['1234', '5678', '21.7']);
  });
});
