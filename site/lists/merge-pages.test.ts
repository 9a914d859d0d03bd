import { mergePages } from './merge-pages';

const pageOf = (days: readonly (string | null)[], hasNextPage = false) => ({
  edges: days.map((node, index) => ({ cursor: String(index), node })),
  pageInfo: { hasNextPage },
});
const merge = (pages: Parameters<typeof mergePages<string, string>>[0], size: number) =>
  mergePages(pages, { size, momentOf: (day) => Date.parse(day) });

describe('lists that are read together', () => {
  const one = { name: 'one', page: pageOf(['2021-05-03', '2021-05-01']) };
  const other = { name: 'other', page: pageOf(['2021-05-03', null, '2021-05-02']) };

  it('come newest first, what is equally old in the order of the lists, each with its place', () => {
    const { taken, hasMore, lost } = merge([one, other], 10);
    expect(taken.map(({ name, cursor, node }) => `${name} ${cursor} ${node}`)).toEqual([
      'one 0 2021-05-03',
      'other 0 2021-05-03',
      'other 2 2021-05-02',
      'one 1 2021-05-01',
    ]);
    expect([hasMore, lost]).toEqual([false, []]);
  });

  it('go on where more was found than a page takes, and where a list says so', () => {
    expect(merge([one, other], 3).hasMore).toBe(true);
    expect(merge([{ name: 'one', page: pageOf(['2021-05-03'], true) }], 3).hasMore).toBe(true);
  });

  it('stand without one that does not answer', () => {
    const { taken, lost } = merge([one, { name: 'other', page: null }], 10);
    expect([taken.length, lost]).toEqual([2, ['other']]);
  });
});
