import { KeptAnswers } from './kept-answers';

describe('kept answers', () => {
  it('are found while they are fresh, each under its own key', () => {
    const kept = new KeptAnswers<number>({ answers: 5, millis: 1_000 });
    kept.keep('a', 1, 0);
    kept.keep('b', 2, 500);
    expect([kept.find('a', 999), kept.find('b', 999), kept.find('c', 999)]).toEqual([1, 2, undefined]);
    expect([kept.find('a', 1_000), kept.find('b', 1_499), kept.find('b', 1_500)]).toEqual([
      undefined,
      2,
      undefined,
    ]);
  });

  it('are so many: those that nobody asked for the longest go first', () => {
    const kept = new KeptAnswers<string>({ answers: 2, millis: 1_000 });
    kept.keep('a', 'first', 0);
    kept.keep('b', 'second', 0);
    kept.find('a', 1);
    kept.keep('c', 'third', 2);
    expect([kept.find('a', 3), kept.find('b', 3), kept.find('c', 3)]).toEqual(['first', undefined, 'third']);
  });
});
