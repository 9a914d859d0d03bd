import { partialLine, reachesTo, reachWords, untilWords } from './reach-words';
import { SOURCES } from './testing';

describe('how far the records reach', () => {
  it('is told by day, of what is asked', () => {
    expect(reachWords(SOURCES)).toBe('to 30 September 2021 (Schools) and to 14 October 2021 (Corporate)');
    expect(reachWords(SOURCES, { streams: ['CORPORATE'] })).toBe('to 14 October 2021');
    expect(reachWords([])).toBe('to no day');
  });

  it('is the day up to which all of them go', () => {
    expect(reachesTo(SOURCES, {})).toBe('2021-09-30');
    expect(reachesTo(SOURCES, { streams: ['CORPORATE'] })).toBe('2021-10-14');
    expect(reachesTo([], {})).toBeNull();
  });

  it('stands behind what is partial alone', () => {
    expect(untilWords(true, SOURCES, {})).toBe(', to 30 September 2021');
    expect(untilWords(false, SOURCES, {})).toBe('');
    expect(untilWords(true, [], {})).toBe('');
    expect(partialLine(false, SOURCES, {})).toEqual([]);
    expect(partialLine(true, SOURCES, { streams: ['SCHOOLS'] })).toEqual([
      'The period goes on past the records: this is what there is so far. They go to 30 September 2021.',
    ]);
  });
});
