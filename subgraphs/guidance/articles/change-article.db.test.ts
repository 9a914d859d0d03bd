import { inTransaction } from '../../../platform/transaction/transaction';
import { type TestGuidance, testGuidance } from '../testing';
import { seedArticles } from './seed';

// What stands behind the part's own check of scopes is seen alone here.
jest.mock('../../../platform/server/guard-fields', () => ({ guardFields: (schema: object) => schema }));

let guidance: TestGuidance;
beforeAll(async () => {
  guidance = await testGuidance();
});
afterAll(() => guidance.stop());

interface Changed {
  readonly change: { readonly __typename: string; readonly version?: number; readonly part?: string };
}

const text = (body: string) =>
  `{ kind: POLICY, title: "Made", summary: "A policy", body: "${body}", owner: "Head", reviewDueOn: "2027-03-31" }`;
const WITHDRAWN = `__typename ... on Article { version }
  ... on ArticleChanged { article { body } } ... on Refusal { code }`;
const SHOWN = `${WITHDRAWN} ... on ArticleUnusable { part }`;
const save = (id: string, based: number, body: string, note = 'As decided') =>
  `mutation { change: saveArticle(id: "${id}", basedOnVersion: ${based}, text: ${text(body)}, note: "${note}") { ${SHOWN} } }`;
const change = async (query: string, subject = 'olu') =>
  (await guidance.data<Changed>(query, { subject })).change;

describe('an article', () => {
  it('is written, written anew, and keeps every version', async () => {
    expect(await change(save('made', 0, 'First'))).toEqual({ __typename: 'Article', version: 1 });
    expect(await change(save('made', 1, 'Second'), 'ada')).toEqual({ __typename: 'Article', version: 2 });
    const { article } = await guidance.data<{ article: object }>(
      '{ article(id: "made") { body version changedBy isReviewOverdue versions { version body changedBy } } }',
    );
    expect(article).toEqual({
      ...{ body: 'Second', version: 2, changedBy: 'ada', isReviewOverdue: false },
      versions: [
        { version: 2, body: 'Second', changedBy: 'ada' },
        { version: 1, body: 'First', changedBy: 'olu' },
      ],
    });
  });

  it('is for the steps that it says, keeps them where nothing is said, and is found by them', async () => {
    const forSteps = (based: number, steps: string) =>
      `mutation { change: saveArticle(id: "for-steps", basedOnVersion: ${based}, text: { kind: FAQ, title: "T", summary: "S",
         body: "B", owner: "Head", reviewDueOn: "2027-03-31" ${steps} }, note: "x") { ${SHOWN} } }`;
    const first = forSteps(0, ', steps: [RECOMMEND, NOTE], enquirySteps: [NOTE]');
    expect(await change(first)).toEqual({ __typename: 'Article', version: 1 });
    expect(await change(forSteps(1, ''))).toEqual({ __typename: 'Article', version: 1 });
    expect(await change(forSteps(1, ', steps: [NOTE]'))).toEqual({ __typename: 'Article', version: 2 });
    const { article, ...found } = await guidance.data<Record<string, object>>(`{
      article(id: "for-steps") { steps enquirySteps versions { steps } }
      byStep: articles(where: { steps: [NOTE, ATTACH], streams: [ADULTS] }) { edges { node { id } } }
      byOther: articles(where: { steps: [TAKE_OVER] }) { edges { node { id } } }
      byEnquiry: articles(where: { enquirySteps: [NOTE] }) { edges { node { id } } } }`);
    expect(article).toEqual({
      ...{ steps: ['NOTE'], enquirySteps: ['NOTE'] },
      versions: [{ steps: ['NOTE'] }, { steps: ['NOTE', 'RECOMMEND'] }],
    });
    const ids = Object.values(found).map((each) => JSON.stringify(each).match(/"id":"[^"]*"/g) ?? []);
    expect(ids).toEqual([
      ...[['"id":"for-steps"', '"id":"keeping-complaint-records"'], [], ['"id":"for-steps"']],
    ]);
  });

  it('is not changed by the same words again, and not over what somebody else wrote', async () => {
    expect(await change(save('made', 1, 'Second'))).toMatchObject({ __typename: 'Article', version: 2 });
    expect(await change(save('made', 1, 'Third'))).toEqual({
      ...{ __typename: 'ArticleChanged', code: 'ARTICLE_CHANGED', article: { body: 'Second' } },
    });
    expect(await change(save('made', 0, 'Another'))).toMatchObject({ __typename: 'ArticleChanged' });
  });

  it('is refused where it cannot be kept', async () => {
    expect(await change(save('Made it', 0, 'x'))).toMatchObject({
      __typename: 'ArticleUnusable',
      part: 'id',
    });
    expect(await change(save('made', 2, ' '))).toMatchObject({ __typename: 'ArticleUnusable', part: 'body' });
    expect(await change(save('made', 2, 'x', ' '))).toMatchObject({ code: 'REASON_UNUSABLE' });
  });

  it('is looked at and holds, once however often that is sent', async () => {
    const review = (based: number) =>
      `mutation { change: reviewArticle(id: "made", basedOnVersion: ${based}, reviewDueOn: "2028-03-31", note: "Holds") { ${SHOWN} } }`;
    expect(await change(review(2))).toEqual({ __typename: 'Article', version: 3 });
    expect(await change(review(2))).toEqual({ __typename: 'Article', version: 3 });
    expect(await change(review(2), 'ada')).toMatchObject({ __typename: 'ArticleChanged' });
    expect(
      await change(
        `mutation { change: reviewArticle(id: "made", basedOnVersion: 3, reviewDueOn: "2020-01-01", note: "x") { ${SHOWN} } }`,
      ),
    ).toMatchObject({ part: 'reviewDueOn' });
  });

  it('is withdrawn, is in no list, and stands again once it is saved', async () => {
    const withdraw = `mutation { change: withdrawArticle(id: "made", basedOnVersion: 3, note: "Gone") { ${WITHDRAWN} } }`;
    const listed = async (where: string) => {
      const { articles } = await guidance.data<{ articles: { edges: { node: { id: string } }[] } }>(
        `{ articles(where: { kinds: [POLICY], ${where} }, first: 200) { edges { node { id } } } }`,
      );
      return articles.edges.map(({ node }) => node.id).includes('made');
    };
    expect(await listed('')).toBe(true);
    expect(await change(withdraw)).toMatchObject({ __typename: 'Article', version: 4 });
    expect(await change(withdraw)).toMatchObject({ __typename: 'Article', version: 4 });
    expect([await listed(''), await listed('withdrawn: true')]).toEqual([false, true]);
    expect(await change(save('made', 4, 'Second'))).toEqual({ __typename: 'Article', version: 5 });
    expect([await listed(''), await listed('withdrawn: true')]).toEqual([true, false]);
  });

  it('that there is not is said to be none', async () => {
    const withdraw = `mutation { change: withdrawArticle(id: "none", basedOnVersion: 1, note: "Gone") { ${WITHDRAWN} } }`;
    expect(await change(withdraw)).toMatchObject({ code: 'ARTICLE_NOT_FOUND' });
    expect(await guidance.data('{ article(id: "none") { id } }')).toEqual({ article: null });
  });

  it.each(['manager', 'analyst', 'auditor', 'partner', 'nobody'])('is not written by a %s', async (role) => {
    const { errors } = await guidance.ask(save('theirs', 0, 'x'), { role });
    expect(errors?.[0]?.message).toMatch(/^Something went wrong/);
    expect(await guidance.data('{ article(id: "theirs") { id } }')).toEqual({ article: null });
  });

  it('is not seen by partners', async () => {
    expect(await guidance.data('{ article(id: "made") { id } }', { role: 'partner' })).toEqual({
      article: null,
    });
  });

  it('leaves in the audit log who changed it', async () => {
    const rows = await inTransaction(
      guidance.database.of('guidance'),
      { subject: 'aud', role: 'auditor' },
      (transaction) =>
        transaction.query<{ action: string }>(
          `select action from guidance.audit_entry where record_id = 'made' order by id`,
        ),
    );
    expect(rows.map(({ action }) => action)).toEqual([
      ...['ARTICLE_SAVE', 'ARTICLE_SAVE', 'ARTICLE_REVIEW', 'ARTICLE_WITHDRAW', 'ARTICLE_SAVE'],
    ]);
  });
});

describe('what comes with the product', () => {
  const seed = () =>
    inTransaction(guidance.database.of('guidance'), { subject: 'seed', role: 'seed' }, seedArticles);
  const versions = async (id: string) =>
    (await guidance.data<{ article: { version: number } }>(`{ article(id: "${id}") { version } }`)).article
      .version;

  it('is there once, however often the product starts', async () => {
    await seed();
    expect(await versions('learn-from-complaints')).toBe(1);
  });

  it('stays as the team changed it', async () => {
    await change(save('faq-money', 1, 'Ours'));
    await seed();
    expect(await versions('faq-money')).toBe(2);
  });
});
