import { filterTags, wordsOf } from './tags';

describe('the tags of a filter', () => {
  it('say what a page is narrowed to, each with the page without it', () => {
    const tags = filterTags('/', { quarters: ['Q2'], streams: ['ADULTS', 'SCHOOLS'], to: '2021-09-30' });
    expect(tags.map(({ name, value, withoutHref }) => [name, value, withoutHref])).toEqual([
      ['Quarter', 'Q2, July to September', '/?to=2021-09-30&streams=ADULTS&streams=SCHOOLS'],
      ['To', '30 September 2021', '/?quarters=Q2&streams=ADULTS&streams=SCHOOLS'],
      ['Stream', 'Adult social care', '/?quarters=Q2&to=2021-09-30&streams=SCHOOLS'],
      ['Stream', 'Schools', '/?quarters=Q2&to=2021-09-30&streams=ADULTS'],
    ]);
  });

  it('are none where nothing narrows', () => {
    expect(filterTags('/', {})).toEqual([]);
  });

  it('keep names as they are, and put codes in words', () => {
    expect(wordsOf('services', 'UPHELD & Co')).toBe('UPHELD & Co');
    expect(wordsOf('outcomes', 'PARTIALLY_UPHELD')).toBe('Partially upheld');
    expect(wordsOf('ageBands', 'FROM_11_TO_20_WORKING_DAYS')).toBe('11 to 20 working days');
    expect(wordsOf('quarters', 'Q9')).toBe('Q9');
  });
});
