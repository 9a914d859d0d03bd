import { addEditPages } from './edit';
import { article, asking, refused } from './testing';

const { get, post } = asking(addEditPages);

describe('writing an article', () => {
  const fields = {
    ...{ kind: 'POLICY', title: 'A policy', summary: 'What', body: 'Typed **text**\r\n', owner: 'Head' },
    ...{ stream: '', reviewDueOn: '2027-03-31', note: 'New', basedOnVersion: '2', do: 'save' },
  };
  const edit = '/guidance/a-policy/edit';

  it('is for those who keep the guidance', async () => {
    for (const url of [edit, '/guidance/new']) {
      expect((await get(url, {}, 'manager')).statusCode).toBe(403);
      expect((await post(url, fields, {}, 'manager')).statusCode).toBe(403);
    }
  });

  it('begins with what stands, and offers no day again that has passed', async () => {
    const { body } = await get(edit, { ArticlePage: { article: article() } });
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;</textarea>');
    expect(body).toContain('name="basedOnVersion" value="2"');
    expect(body).toContain('name="reviewDueOn" type="date" value=""');
    expect((await get('/guidance/new', {})).body).toContain('name="id"');
  });

  it('says what is wrong beside the field and at the top, and keeps what was typed', async () => {
    const { body, statusCode, asked } = await post(edit, { ...fields, note: '', owner: '' }, {});
    expect([statusCode, asked]).toEqual([400, []]);
    expect(body).toContain('<a href="#note">');
    expect(body).toContain('id="owner-error"');
    expect(body).toContain('Typed **text**');
    expect(body).toContain('<title>Error: ');
  });

  it('shows what it will look like, and saves nothing', async () => {
    const { body, statusCode, asked } = await post(edit, { ...fields, do: 'preview', note: '' }, {});
    expect([statusCode, asked]).toEqual([200, []]);
    expect(body).toContain('Typed <strong>text</strong>');
    expect(body).toContain('Typed **text**');
  });

  it('saves on what was read, and goes to what stands', async () => {
    const changed = { __typename: 'Article', id: 'a-policy', version: 3 };
    const { headers, statusCode, asked } = await post(edit, fields, { SaveArticle: { changed } });
    expect([statusCode, headers.location]).toEqual([303, '/guidance/a-policy?did=saved']);
    expect(asked[0]?.variables).toMatchObject({ id: 'a-policy', basedOnVersion: 2, note: 'New' });
    const made = await post(
      '/guidance/new',
      { ...fields, title: 'Quite new', basedOnVersion: '0' },
      {
        SaveArticle: { changed },
      },
    );
    expect(made.asked[0]?.variables).toMatchObject({ id: 'quite-new', basedOnVersion: 0 });
  });

  it('shows what somebody else wrote beside what was typed, and saves on top only knowingly', async () => {
    const changed = {
      ...{ __typename: 'ArticleChanged', message: 'changed' },
      article: article({ version: 5, body: 'Theirs', title: 'Their title' }),
    };
    const { body, statusCode } = await post(edit, fields, { SaveArticle: { changed } });
    expect(statusCode).toBe(409);
    expect(body).toContain('Somebody else changed it meanwhile');
    expect(body).toContain('Theirs</textarea>');
    expect(body).toContain('Typed **text**');
    expect(body).toContain('name="basedOnVersion" value="2"');
    const onTop = { ...fields, do: 'save-on-top', onTopOf: '5' };
    const saved = { SaveArticle: { changed: { __typename: 'Article', id: 'a-policy', version: 6 } } };
    expect((await post(edit, onTop, saved)).asked[0]?.variables).toMatchObject({ basedOnVersion: 5 });
  });

  it('tells what the graph refuses at its field, and keeps what was typed where no answer comes', async () => {
    const unusable = { __typename: 'ArticleUnusable', part: 'title', message: 'Too long' };
    const { body, statusCode } = await post(edit, fields, { SaveArticle: { changed: unusable } });
    expect([statusCode, body]).toEqual([400, expect.stringContaining('id="title-error"')]);
    const lost = await post(edit, fields, { SaveArticle: refused('TIMEOUT') });
    expect([lost.statusCode, lost.body]).toEqual([
      400,
      expect.stringContaining('nobody knows whether it was saved'),
    ]);
    expect(lost.body).toContain('Typed **text**');
    expect((await post(edit, fields, { SaveArticle: refused('FORBIDDEN') })).statusCode).toBe(403);
  });

  it('shows a form once more that was kept while its person signed in again', async () => {
    const { body, asked } = await post(edit, { ...fields, resumed: 'yes' }, {});
    expect(asked).toEqual([]);
    expect(body).toContain('What you typed is still here');
  });

  it('takes the longest text that there may be', async () => {
    const changed = { __typename: 'Article', id: 'a-policy', version: 3 };
    const long = await post(edit, { ...fields, body: '€'.repeat(100_000) }, { SaveArticle: { changed } });
    expect(long.statusCode).toBe(303);
  });
});
