import { type PlaceKey, pageOf, readPage } from './paging';

const LIST = { question: ['faults', { codes: ['X'] }], key: [1, 'a'] } as const;
const rows = [1, 2, 3].map((run): PlaceKey => [run, `id ${run}`]);
const shown = { keyOf: (row: PlaceKey) => row, nodeOf: (row: PlaceKey) => row[0] };
const error = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (caught) {
    return caught;
  }
};
const refused = (words: string) => ({
  message: expect.stringContaining(words),
  extensions: { code: 'BAD_USER_INPUT' },
});

describe('a page', () => {
  it('holds 50 unless asked for another number', () => {
    expect(readPage({}, LIST)).toMatchObject({ size: 50, after: null });
    expect(readPage({ first: 200, after: null }, LIST)).toMatchObject({ size: 200, after: null });
  });

  it.each([0, -1, 201])('is refused for a size of %i', (first) => {
    expect(error(() => readPage({ first }, LIST))).toMatchObject(refused('1 to 200'));
  });

  it('tells whether more follows, and where the next one begins', () => {
    const page = readPage({ first: 2 }, LIST);
    const { edges, pageInfo } = pageOf(page, rows, shown);
    expect(edges.map(({ node }) => node)).toEqual([1, 2]);
    expect(pageInfo.hasNextPage).toBe(true);
    expect(readPage({ after: pageInfo.endCursor }, LIST).after).toEqual([2, 'id 2']);
  });

  it('that is empty ends nowhere', () => {
    expect(pageOf(readPage({}, LIST), [], shown)).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  it('begins and ends with the cursors of its first and last edge, and tells whether anything comes before', () => {
    const first = pageOf(readPage({ first: 2 }, LIST), rows, shown);
    expect(first.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: first.edges[0]?.cursor,
      endCursor: first.edges[1]?.cursor,
    });
    const next = readPage({ first: 2, after: first.pageInfo.endCursor }, LIST);
    const second = pageOf(next, rows.slice(2), shown);
    expect(second.pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: second.edges[0]?.cursor,
      endCursor: second.edges[0]?.cursor,
    });
    // What was after the cursor may have gone meanwhile.
    expect(pageOf(next, [], shown).pageInfo).toMatchObject({ hasPreviousPage: true, startCursor: null });
  });
});

describe('a cursor', () => {
  const cursor = pageOf(readPage({}, LIST), rows, shown).pageInfo.endCursor;
  const written = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

  it('of another question is refused', () => {
    expect(error(() => readPage({ after: cursor }, { ...LIST, question: 'another' }))).toMatchObject(
      refused('another query'),
    );
  });

  it.each([
    ['nothing', ''],
    ['words', 'after this one'],
    ['another version', written(2, 'question', 1, 'a')],
    ['too few values', written(1, 'question', 1)],
    ['too many values', written(1, 'question', 1, 'a', 'b')],
    ['a text for a number', written(1, 'question', '1', 'a')],
    ['a number for a text', written(1, 'question', 1, 2)],
    ['a fraction', written(1, 'question', 1.5, 'a')],
    ['an object', written(1, 'question', {}, 'a')],
  ])('that holds %s is refused', (_, after) => {
    expect(error(() => readPage({ after }, LIST))).toMatchObject(refused('no cursor of this list'));
  });
});
