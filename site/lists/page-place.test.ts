import { FIRST_PAGE, pageLinks, readPlace } from './page-place';

const page = {
  path: '/complaints',
  filter: { streams: ['ADULTS' as const] },
  parameters: { measure: 'OVERDUE' },
  place: { after: 'abc', number: 3 },
  rows: 50,
  total: 1284,
  pageInfo: { hasNextPage: true, endCursor: 'def' },
};

describe('the place in a list', () => {
  it('is the first page where the address names none', () => {
    expect(readPlace({})).toEqual(FIRST_PAGE);
    expect(readPlace({ after: '', page: '7' })).toEqual(FIRST_PAGE);
    expect(readPlace({ after: ['a', 'b'] })).toEqual(FIRST_PAGE);
    expect(readPlace({ after: 'x'.repeat(3000) })).toEqual(FIRST_PAGE);
  });

  it('counts no page that cannot be', () => {
    expect(readPlace({ after: 'abc', page: '4' })).toEqual({ after: 'abc', before: [], number: 4 });
    for (const number of ['-1', '0', '1', 'x', '2.5', '1e99'])
      expect(readPlace({ after: 'abc', page: number }).number).toBe(2);
  });

  it('leads on with everything that the address says', () => {
    expect(pageLinks(page)).toEqual({
      says: '101 to 150 of 1,284',
      firstHref: '/complaints?streams=ADULTS&measure=OVERDUE',
      previousHref: null,
      nextHref: '/complaints?streams=ADULTS&measure=OVERDUE&after=def&before=abc&page=4',
    });
  });

  it('leads back by the way that one came, five pages far', () => {
    let place = FIRST_PAGE;
    const ways: (string | null)[] = [];
    for (const endCursor of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      const { nextHref } = pageLinks({ ...page, place, pageInfo: { hasNextPage: true, endCursor } });
      place = readPlace(Object.fromEntries(new URL(nextHref ?? '', 'http://site').searchParams));
    }
    expect(place).toEqual({ after: 'h', before: ['c', 'd', 'e', 'f', 'g'], number: 9 });
    for (let back = 0; back < 6; back++) {
      const { previousHref } = pageLinks({ ...page, place });
      ways.push(previousHref);
      if (previousHref !== null)
        place = readPlace(Object.fromEntries(new URL(previousHref, 'http://site').searchParams));
    }
    expect(ways.map((way) => way && new URL(way, 'http://site').searchParams.get('after'))).toEqual([
      ...['g', 'f', 'e', 'd', 'c'],
      null,
    ]);
    expect(place.number).toBe(4);
  });

  it('leads nowhere from the only page, and says nothing of an empty one', () => {
    const only = { ...page, place: FIRST_PAGE, pageInfo: { hasNextPage: false, endCursor: null } };
    expect(pageLinks({ ...only, rows: 3, total: 3 })).toEqual({
      says: '1 to 3 of 3',
      firstHref: null,
      previousHref: null,
      nextHref: null,
    });
    expect(pageLinks({ ...only, rows: 3, total: null }).says).toBe('1 to 3');
    expect(pageLinks({ ...only, rows: 0, total: 0 }).says).toBe('');
  });
});
