import { madeUpSession } from '../../testing/people';
import { pageOf, searchOf, withNextPlace, withSearch } from './kept-searches';

const begun = (words = 'made up') => {
  const { id, session } = withSearch(madeUpSession(), words);
  const search = searchOf(session, id);
  if (search === null) throw new Error('It is not kept');
  return { id, session, search };
};

describe('searches that a session keeps', () => {
  it('are known by an id that tells nothing of the words', () => {
    const { id, search } = begun('Whitfield');
    expect(search).toEqual({ id, words: 'Whitfield', places: [] });
    expect(id).not.toMatch(/whitfield/i);
    expect(begun('Whitfield').id).not.toBe(id);
  });

  it('are not those of another session, nor of another id', () => {
    expect(searchOf(madeUpSession(), begun().id)).toBeNull();
    expect(searchOf(begun().session, 'toString')).toBeNull();
  });

  it('stand beside each other, as in two tabs, and the oldest goes after twenty', () => {
    const first = begun();
    let { session } = first;
    for (let further = 0; further < 19; further++) session = withSearch(session, `words ${further}`).session;
    expect(searchOf(session, first.id)?.words).toBe('made up');
    session = withSearch(session, 'one more').session;
    expect(searchOf(session, first.id)).toBeNull();
    expect(session.searches).toHaveLength(20);
  });

  it('remember where each page begins, as far as they were read', () => {
    const { id, session, search } = begun();
    const second = withNextPlace(session, search, { page: 1, place: 'two' });
    const read = searchOf(second, id) ?? search;
    const third = searchOf(withNextPlace(second, read, { page: 2, place: 'three' }), id);
    expect(third?.places).toEqual(['two', 'three']);
    expect([2, 3, 4, '2', 'x', -1, 1.5, null].map((page) => pageOf(third ?? search, page))).toEqual([
      2, 3, 1, 2, 1, 1, 1, 1,
    ]);
    const anew = searchOf(withNextPlace(second, third ?? search, { page: 1, place: 'other' }), id);
    expect(anew?.places).toEqual(['other']);
  });
});
