import { checkPage, pageOf } from './paging';

const QUESTION = ['counted', 'RECEIVED', { streams: ['CORPORATE'] }];
const ROWS = [1, 2, 3].map((number) => ({ day: `2021-05-0${number}`, id: `corporate-stage-${number}` }));

const refusal = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};
const cursor = (question: unknown = QUESTION) =>
  pageOf(checkPage({ first: 2 }, question), ROWS, (row) => row).pageInfo.endCursor;

describe('a page', () => {
  it('holds as many as asked for, and says that more follow', () => {
    const page = pageOf(checkPage({ first: 2 }, QUESTION), ROWS, ({ id }) => id);
    expect(page.edges.map(({ node }) => node)).toEqual(['corporate-stage-1', 'corporate-stage-2']);
    expect(page.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: page.edges[0]?.cursor,
      endCursor: page.edges[1]?.cursor,
    });
  });

  it('says that nothing follows, and has no cursor where it is empty', () => {
    expect(pageOf(checkPage({ first: 3 }, QUESTION), ROWS, (row) => row).pageInfo.hasNextPage).toBe(false);
    expect(pageOf(checkPage({}, QUESTION), [], (row) => row)).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  it('goes on after the row of its cursor', () => {
    expect(checkPage({ after: cursor() }, QUESTION)).toMatchObject({ size: 50, after: ROWS[1] });
    const next = checkPage({ first: 7, after: cursor() }, QUESTION);
    expect(next).toMatchObject({ size: 7, after: ROWS[1] });
    expect(pageOf(next, ROWS.slice(2), (row) => row).pageInfo.hasPreviousPage).toBe(true);
  });

  it.each([[1], [200], [null], [undefined]])('may have the size %s', (first) => {
    expect(checkPage({ first: first as number | null }, QUESTION).size).toBe(first ?? 50);
  });

  it.each([[0], [-1], [201], [2_147_483_647]])('may not have the size %i', (first) => {
    expect(refusal(() => checkPage({ first }, QUESTION))).toMatchObject({
      message: `\`first\` is ${first}: ask for 1 to 200 at a time.`,
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

describe('a cursor', () => {
  it('of another query is refused', () => {
    expect(
      refusal(() =>
        checkPage({ after: cursor(['counted', 'ANSWERED', { streams: ['CORPORATE'] }]) }, QUESTION),
      ),
    ).toMatchObject({
      message:
        '`after` is a cursor of another query: keep the same arguments from page to page, or leave `after` out to begin anew.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  const broken = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const [version, question, day, id] = JSON.parse(
    Buffer.from(cursor()!, 'base64url').toString(),
  ) as unknown[];
  it.each([
    ['', 'nothing'],
    ['garbage', 'garbage'],
    [broken('text'), 'no list'],
    [broken(null), 'a null'],
    [broken([]), 'an empty list'],
    [broken([2, question, day, id]), 'another version'],
    [broken([version, question, '2021-02-30', id]), 'a day that is none'],
    [broken([version, question, "2021-05-01'; drop table", id]), 'SQL'],
    [broken([version, question, day]), 'no id'],
    [broken([version, question, day, { id }]), 'an id that is no text'],
    [cursor()!.slice(0, -6), 'a part of one'],
  ])('that is broken is refused (%#: %s)', (after) => {
    expect(refusal(() => checkPage({ after }, QUESTION))).toMatchObject({
      message: '`after` is no cursor of this list: give the `endCursor` of a page, unchanged.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});
