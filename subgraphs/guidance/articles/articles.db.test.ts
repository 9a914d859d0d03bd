import { type TestGuidance, testGuidance } from '../testing';
import { CONTENT } from './content/content';

let guidance: TestGuidance;
beforeAll(async () => {
  guidance = await testGuidance();
});
afterAll(() => guidance.stop());

describe('finding articles', () => {
  const found = async (where: string) => {
    const { articles } = await guidance.data<{ articles: { edges: { node: { id: string } }[] } }>(
      `{ articles(where: { ${where} }, first: 200) { edges { node { id } } } }`,
    );
    return articles.edges.map(({ node }) => node.id);
  };

  it('goes by words in any order and with any ending, by kind and by stream', async () => {
    expect(await found('kinds: [FAQ], search: "clocks starting"')).toContain('faq-when-does-the-clock-start');
    expect(await found('kinds: [FAQ], search: "zeppelin"')).toEqual([]);
    const adults = await found('streams: [ADULTS], kinds: [POLICY]');
    expect(adults).toContain('adult-social-care-complaints');
    expect(adults).not.toContain('school-complaints');
    expect(adults).toContain('what-counts-as-a-complaint');
  });

  it('gives the best match first, a title before a text, from page to page', async () => {
    const [first, ...others] = await found('search: "compensation"');
    expect(first).toBe('faq-money');
    expect(others.length).toBeGreaterThan(1);
    const page = (after: string | null) =>
      guidance.data<{ articles: { edges: { cursor: string; node: { id: string } }[]; totalCount: number } }>(
        `{ articles(where: { search: "compensation" }, first: 1, after: ${JSON.stringify(after)}) {
          totalCount edges { cursor node { id } } } }`,
      );
    const { articles: one } = await page(null);
    const { articles: two } = await page(one.edges[0]?.cursor ?? null);
    expect([one.edges[0]?.node.id, two.edges[0]?.node.id]).toEqual([first, others[0]]);
    expect(one.totalCount).toBe(1 + others.length);
  });

  it('finds by a word that is like one of the article, unless the very words are asked for', async () => {
    expect(await found('kinds: [FAQ], search: "boss answer"')).toContain('faq-complaint-about-me');
    expect(await found('kinds: [FAQ], search: "\\"boss answer\\""')).toEqual([]);
  });

  it('takes any text for words to search for, and refuses one that is far too long', async () => {
    for (const words of ["'", '\\"', '((', '& |', '-', '%', ':*'])
      expect(Array.isArray(await found(`search: "${words}"`))).toBe(true);
    await expect(found(`search: "${'x'.repeat(201)}"`)).rejects.toThrow('at most 200 characters');
  });

  it('tells what is overdue to be looked at', async () => {
    const overdue = await found('reviewOverdue: true');
    expect(overdue).toContain('corporate-complaints');
    const held = await found('reviewOverdue: false');
    expect(overdue.filter((id) => held.includes(id))).toEqual([]);
    expect(overdue.length + held.length).toBe(CONTENT.length);
  });
});
