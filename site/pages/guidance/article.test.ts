import { addArticlePage } from './article';
import { article, asking } from './testing';

const { get } = asking(addArticlePage);

describe('the page of an article', () => {
  it('shows the text with nothing in it that runs, and what stands about it', async () => {
    const { body, statusCode } = await get(
      '/guidance/a-policy',
      { ArticlePage: { article: article() } },
      'analyst',
    );
    expect(statusCode).toBe(200);
    expect(body).toContain('&lt;script&gt;');
    expect(body).not.toContain('<script>');
    for (const words of [
      'Head',
      'Adult social care',
      'Changed on 20 November 2026 by olu: As decided',
      '<h2',
    ])
      expect(body).toContain(words);
    expect(body).not.toContain('/guidance/a-policy/edit');
  });

  it('has a list of contents where it is long, and the ways to change it for those who keep it', async () => {
    const long = article({
      body: ['One', 'Two', 'Three', 'Four'].map((title) => `## ${title}`).join('\n\n'),
    });
    const { body } = await get('/guidance/a-policy?did=saved', { ArticlePage: { article: long } });
    expect(body).toContain('href="#part-4"');
    expect(body).toContain('href="/guidance/a-policy/withdraw"');
    expect(body).toContain('Saved. This is what stands by now.');
    const withdrawn = { ArticlePage: { article: article({ isWithdrawn: true }) } };
    expect((await get('/guidance/a-policy?did=toString', withdrawn)).body).toContain('Bring it back');
  });

  it('is not found where there is none, and is where it was before', async () => {
    expect((await get('/guidance/none', { ArticlePage: { article: null } })).statusCode).toBe(404);
    expect((await get('/guidance/articles/faq-money', {})).headers.location).toBe('/guidance/faq-money');
  });
});
