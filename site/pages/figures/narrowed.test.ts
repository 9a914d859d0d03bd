import { FILTER_PARTS, type Filter } from '../../filters/parts';
import { narrowedTo, notNarrowedWords } from './narrowed';

const all: Filter = {
  ...{ financialYears: ['2021-22'], quarters: ['Q2'], from: '2021-07-01', to: '2021-09-30' },
  ...{ streams: ['CORPORATE'], stages: [1], directorates: ['Place'], services: ['Highways'] },
  ...{ themes: ['Delay'], channels: ['E-mail'], outcomes: ['UPHELD'], routes: ['DIRECT'] },
  ...{ ageBands: ['OVER_65_WORKING_DAYS'], asAt: '2021-09-30' },
};
const TIME = ['financialYears', 'quarters', 'from', 'to', 'asAt'];

describe('what figures are narrowed to', () => {
  it('is all of the filter for what is open, and all but the age for other stages', () => {
    expect(Object.keys(all)).toHaveLength(FILTER_PARTS.length + 1);
    expect(narrowedTo('open', all)).toEqual(all);
    const { ageBands: _, ...rest } = all;
    expect(narrowedTo('stages', all)).toEqual(rest);
  });

  it('is for ombudsmen’s cases what a case has, and for calls the time alone', () => {
    expect(Object.keys(narrowedTo('cases', all)).sort()).toEqual(
      [...TIME, 'streams', 'directorates', 'services', 'themes'].sort(),
    );
    expect(Object.keys(narrowedTo('calls', all)).sort()).toEqual([...TIME].sort());
  });

  it('is said where it is less than the filter, with why, and is not said otherwise', () => {
    expect(notNarrowedWords('stages', all)).toBe('Not narrowed by age: only what is open has an age.');
    expect(notNarrowedWords('cases', { stages: [1], outcomes: ['UPHELD'], routes: ['DIRECT'] })).toBe(
      'Not narrowed by stage, finding and route: an ombudsman’s case has none.',
    );
    expect(notNarrowedWords('cases', { streams: ['ADULTS'], asAt: '2021-09-30' })).toBeNull();
    expect(notNarrowedWords('open', all)).toBeNull();
  });

  it('leaves the filter itself as it was', () => {
    const filter: Filter = { ageBands: ['OVER_65_WORKING_DAYS'] };
    narrowedTo('stages', filter);
    expect(filter).toEqual({ ageBands: ['OVER_65_WORKING_DAYS'] });
  });
});
