import { addGuidanceHome } from './home';
import { article, asking, listed, refused } from './testing';

const { get } = asking(addGuidanceHome);
const HOME = {
  guides: listed(
    article({ id: 'answer-a-complaint-at-stage-1', kind: 'GUIDE', title: 'How to answer', stream: null }),
  ),
  checklists: listed(article({ id: 'list', kind: 'CHECKLIST', title: 'Before you send' })),
  policies: { ...listed(article()), totalCount: 60 },
  questions: listed(
    article({ id: 'faq-money', kind: 'FAQ', title: 'May I offer money?', isReviewOverdue: false }),
  ),
  overdue: listed(article()),
};

describe('the first page of the guidance', () => {
  it('has what a new manager needs first, and the questions that are found while typing', async () => {
    const { body, statusCode } = await get('/guidance', { GuidanceHome: HOME }, 'manager');
    expect(statusCode).toBe(200);
    for (const words of [
      'href="/guidance/answer-a-complaint-at-stage-1"',
      'May I offer money?',
      'Before you send',
      'Overdue: it was to be looked at again by 1 October 2026',
      'All 60 policies',
      'href="/procedures/adults"',
    ])
      expect(body).toContain(words);
    expect(body).not.toContain('Write a new article');
  });

  it('tells those who keep it what is to be looked at', async () => {
    const { body } = await get('/guidance', { GuidanceHome: HOME });
    expect(body).toContain('1 article is overdue to be looked at');
    expect(body).toContain('href="/guidance/new"');
  });

  it('stands where nothing is written, and is closed to partners', async () => {
    const nothing = { guides: null, checklists: null, policies: null, questions: null, overdue: null };
    expect((await get('/guidance', { GuidanceHome: nothing })).body).toContain('There are none.');
    expect((await get('/guidance', { GuidanceHome: refused('FORBIDDEN') }, 'partner')).statusCode).toBe(403);
    expect((await get('/guidance', { GuidanceHome: refused('TIMEOUT') })).statusCode).toBe(503);
  });

  it('searches, and where nothing has all the words shows what has some', async () => {
    const found = (variables: { where: { search: string } }) => ({
      articles: variables.where.search.includes(' or ') ? listed(article()) : listed(),
    });
    const { body, asked } = await get('/guidance?q=wants+money', { GuidanceFound: found });
    expect(body).toContain('No article has all of these words');
    expect(asked.map(({ variables }) => variables)).toEqual([
      { where: { search: 'wants money' }, first: 50, after: null },
      { where: { search: 'wants or money' }, first: 10, after: null },
    ]);
    expect((await get('/guidance?q=money', { GuidanceFound: found })).body).toContain('Nothing fits.');
  });

  it('narrows by kind and stream, and to what is overdue or withdrawn', async () => {
    const answers = { GuidanceFound: { articles: listed(article({ isWithdrawn: true })) } };
    const { body } = await get('/guidance?kind=POLICY&stream=ADULTS', answers);
    expect(body).toContain('1 article');
    expect((await get('/guidance?review=overdue', answers)).body).toContain('Guidance to be looked at');
    expect((await get('/guidance?withdrawn=yes', answers)).body).toContain('Withdrawn.');
    expect((await get('/guidance?kind=x', { GuidanceHome: HOME })).body).toContain(
      'Kind: choose one from the list.',
    );
  });
});
