import { entryHref } from './entry-href';

describe('the link to an entry of a timeline', () => {
  const shown = { id: 'corporate-1', places: [24, 23], total: 24 };

  it.each([
    [24, '#entry-24'],
    [1, '/complaints/corporate-1?entries=more#entry-1'],
  ])('leads to where it is shown: %s', (place, href) => {
    expect(entryHref(shown, place)).toBe(href);
  });

  it('is none where no page shows it', () => {
    const many = { ...shown, total: 201 };
    expect([entryHref(many, 1), entryHref(many, 2)]).toEqual([null, expect.stringContaining('#entry-2')]);
  });
});
