import { aboutWords, changeWords, isKind, reviewWords } from './words';

describe('the words of the guidance', () => {
  it('say in words that a day has passed', () => {
    const reviewDueOn = '2026-10-01';
    expect(reviewWords({ reviewDueOn, isReviewOverdue: true })).toEqual({
      isOverdue: true,
      words: 'Overdue: it was to be looked at again by 1 October 2026',
    });
    expect(reviewWords({ reviewDueOn, isReviewOverdue: false }).words).toBe(
      'To be looked at again by 1 October 2026',
    );
  });

  it('say who changed something, on the day that London had', () => {
    const changedAt = '2026-06-30T23:30:00Z';
    expect(changeWords({ changedBy: 'olu', changedAt })).toBe('Changed on 1 July 2026 by olu');
    expect(changeWords({ changedBy: null, changedAt })).toBe('Came with the product on 1 July 2026');
  });

  it('know what an article is about, and what it is for', () => {
    expect([aboutWords(null), aboutWords('ADULTS')]).toEqual(['All complaints', 'Adult social care']);
    expect([isKind('FAQ'), isKind('toString'), isKind('')]).toEqual([true, false, false]);
  });
});
