import { whereWords } from './where-words';

describe('a filter in words', () => {
  it.each([
    [{}, 'everything that was recorded'],
    [
      {
        streams: ['CORPORATE', 'ADULTS'],
        stages: [1],
        financialYears: ['2021-22'],
        quarters: ['Q1', 'Q2', 'Q3'],
      },
      'Corporate or Adult social care, stage 1, financial year 2021-22, Q1, Q2 or Q3',
    ],
    [
      { periods: ['LAST_QUARTER'], from: '2021-04-01', to: '2021-09-30' },
      'last quarter, from 1 April 2021, to 30 September 2021',
    ],
    [
      { services: ['Parks\nand gardens'], outcomes: ['NOT_UPHELD'] },
      'service Parks and gardens, finding Not upheld',
    ],
    [{ parishes: ['Marple'] }, 'parishes Marple'],
  ])('%j is %s', (where, words) => {
    expect(whereWords(where)).toBe(words);
  });
});
