import { isWordsAlone, searchWords } from './search-words';

describe('the words of a search', () => {
  it('are looked for in every place, with the words that are like them', () => {
    expect(searchWords('Replying, OR what?')).toEqual([
      {
        anywhere: 'replying | answer | reply | respond | response',
        in_title: 'replying:A | answer:A | reply:A | respond:A | response:A',
        in_summary: 'replying:AB | answer:AB | reply:AB | respond:AB | response:AB',
      },
      { anywhere: 'what', in_title: 'what:A', in_summary: 'what:AB' },
    ]);
    expect(searchWords("'(& |:*")).toEqual([]);
  });

  it('are no form of a word that they only begin like', () => {
    expect(searchWords('personally')[0]?.anywhere).toContain('person');
    for (const word of ['mps', 'binding', 'ringleaders'])
      expect([word, searchWords(word)[0]?.anywhere.split(' | ').length]).not.toEqual([word, 0]);
    expect(searchWords('personnel-department')).toHaveLength(2);
    expect(searchWords('moneylenders')[0]?.anywhere).toBe('moneylenders');
  });

  it('are words alone without a phrase, a choice or an exclusion', () => {
    expect(isWordsAlone('well-known answer for somebody')).toBe(true);
    for (const search of ['"a phrase"', '-clock', 'this or that', 'a -b'])
      expect(isWordsAlone(search)).toBe(false);
  });
});
