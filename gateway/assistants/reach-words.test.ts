import { partialLine, reachWords, untilWords } from './reach-words';
import { SOURCES } from './testing';

describe('how far the records reach', () => {
  it('is told by day, of what is asked', () => {
    expect(reachWords(SOURCES)).toBe('to 30 September 2021 (Schools) and to 14 October 2021 (Corporate)');
    expect(reachWords(SOURCES, { streams: ['CORPORATE'] })).toBe('to 14 October 2021');
    expect(reachWords([])).toBe('to no day');
  });

  it('stands behind what is partial alone', () => {
    expect(untilWords(true, SOURCES, {})).toBe(', to 30 September 2021');
    expect(untilWords(true, SOURCES, { streams: ['CORPORATE'] })).toBe(', to 14 October 2021');
    expect(untilWords(false, SOURCES, {})).toBe('');
    expect(untilWords(true, [], {})).toBe('');
    expect(partialLine(false, SOURCES, {})).toEqual([]);
    expect(partialLine(true, SOURCES, { streams: ['SCHOOLS'] })).toEqual([
      'The period goes on past the records: this is what there is so far. They go to 30 September 2021.',
    ]);
  });
});
