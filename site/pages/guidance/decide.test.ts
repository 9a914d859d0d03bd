import { addDecisionPages } from './decide';
import { article, asking, refused } from './testing';

const { get, post } = asking(addDecisionPages);

describe('looking at an article that holds, and withdrawing one', () => {
  const ARTICLE = { ArticlePage: { article: article() } };
  const fields = { basedOnVersion: '2', reviewDueOn: '2027-03-31', note: 'Still so' };

  it.each([
    ['review', 'reviewed', 'ReviewArticle'],
    ['withdraw', 'withdrawn', 'WithdrawArticle'],
  ])('asks before it does: %s', async (name, did, operation) => {
    const url = `/guidance/a-policy/${name}`;
    expect((await get(url, ARTICLE)).body).toContain('name="basedOnVersion" value="2"');
    const blank = await post(url, { ...fields, note: ' ' }, ARTICLE);
    expect([blank.statusCode, blank.body]).toEqual([400, expect.stringContaining('<a href="#note">')]);
    const done = await post(url, fields, { [operation]: { changed: { __typename: 'Article' } } });
    expect(done.headers.location).toBe(`/guidance/a-policy?did=${did}`);
    expect(done.asked[0]?.variables).toMatchObject({ id: 'a-policy', basedOnVersion: 2, note: 'Still so' });
    const changed = { __typename: 'ArticleChanged', message: 'changed' };
    const later = await post(url, fields, {
      ArticlePage: { article: article({ version: 3 }) },
      [operation]: { changed },
    });
    expect([later.statusCode, later.body]).toEqual([
      400,
      expect.stringContaining('name="basedOnVersion" value="3"'),
    ]);
    expect(later.body).toContain('Still so');
    const none = await post(url, fields, {
      [operation]: { changed: { __typename: 'ArticleNotFound', message: '' } },
    });
    expect(none.statusCode).toBe(404);
    const lost = await post(url, fields, {
      ArticlePage: refused('TIMEOUT'),
      [operation]: refused('TIMEOUT'),
    });
    expect([lost.statusCode, lost.body]).toEqual([400, expect.stringContaining('Still so')]);
  });

  it('is for those who keep the guidance', async () => {
    for (const url of ['/guidance/a-policy/review', '/guidance/a-policy/withdraw']) {
      expect((await get(url, {}, 'manager')).statusCode).toBe(403);
      expect((await post(url, fields, {}, 'manager')).statusCode).toBe(403);
    }
  });

  it('wants a day that is still to come', async () => {
    const { statusCode, body } = await post(
      '/guidance/a-policy/review',
      { ...fields, reviewDueOn: '2026-01-01' },
      ARTICLE,
    );
    expect([statusCode, body]).toEqual([400, expect.stringContaining('id="reviewDueOn-error"')]);
  });
});
