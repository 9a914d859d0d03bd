import { article, asking } from './testing';
import { addVersionPages } from './versions';

const { get } = asking(addVersionPages);

describe('versions', () => {
  const version = (number: number, given: object = {}) => ({ ...article({ ...given, version: number }) });
  const answers = {
    ArticleVersions: { article: { ...article(), versions: [version(2), version(1, { changedBy: null })] } },
    ArticleVersion: ({ numbers }: { numbers: number[] }) => ({
      article: {
        ...article(),
        versions: [
          version(2, { body: 'Twenty days', owner: 'Another' }),
          version(1, { body: 'Ten days' }),
        ].filter((each) => numbers.includes(each.version)),
      },
    }),
  };

  it('are listed with who made each', async () => {
    const { body } = await get('/guidance/a-policy/versions', answers, 'auditor');
    expect(body).toContain('href="/guidance/a-policy/versions/1"');
    expect(body).toContain('Came with the product on 20 November 2026');
    expect((await get('/guidance/x/versions', { ArticleVersions: { article: null } })).statusCode).toBe(404);
  });

  it('each show what changed against the one before', async () => {
    const { body } = await get('/guidance/a-policy/versions/2', answers);
    expect(body).toMatch(/<del>.*Ten.*<\/del><ins>.*Twenty.*<\/ins> days/);
    expect(body).toMatch(/Owner<\/th><td[^>]*>Head<\/td><td[^>]*>Another/);
    const first = (await get('/guidance/a-policy/versions/1', answers)).body;
    expect(first).toContain('This is how it stood once');
    expect(first).not.toContain('What changed against');
  });

  it.each(['3', '0', '01', '-1', 'x', '99999999999'])('there is none %s', async (number) => {
    expect((await get(`/guidance/a-policy/versions/${number}`, answers)).statusCode).toBe(404);
  });
});
