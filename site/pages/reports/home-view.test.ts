import { subjectAlone } from '../../server/person-names';
import { homeView } from './home-view';

const newest = {
  ...{ version: 1, state: 'DRAFT' as const, openedBy: 'olu', openedAt: '2021-10-15T11:00:00Z' },
  ...{ frozenBy: null, frozenAt: null, reason: null },
};
const line = (id: string, financialYear: string) => ({
  ...{ id, title: id, definition: 'progress', financialYear, upTo: 'Q2' as const, newest },
});
const answer = (...nodes: readonly (ReturnType<typeof line> | null)[]) => ({
  definitions: [
    { key: 'p', title: 'Progress', rule: 'Custom', audience: 'Members', upTo: ['Q2', 'Q4'] as const },
  ],
  reports: {
    ...{ totalCount: nodes.length, edges: nodes.map((node) => ({ node })) },
    pageInfo: { hasNextPage: false, endCursor: null },
  },
});

describe('the list of reports as its page shows it', () => {
  it('is divided by year, in the order in which they come', () => {
    const { groups } = homeView(
      answer(line('b', '2021-22'), line('a', '2021-22'), null, line('c', '2020-21')),
      subjectAlone,
    );
    expect(groups.map(({ year, rows }) => [year, rows.map(({ title }) => title)])).toEqual([
      ['2021-22', ['b', 'a']],
      ['2020-21', ['c']],
    ]);
    expect(groups[0]?.rows[0]).toMatchObject({ href: '/reports/b', isFrozen: false });
  });

  it('says up to when each report can speak', () => {
    expect(homeView(answer(), subjectAlone).definitions[0]?.upTo).toBe('Q2, Q4');
  });

  it('is empty where nothing can be had', () => {
    expect(homeView(null, subjectAlone)).toEqual({ groups: [], definitions: [], nextHref: null });
  });
});
