import type { ServicesQuery } from '../../operations/__generated__/operations';
import { readSort, serviceHeads, serviceRows } from './service-rows';

const row = (given: Partial<Record<'received' | 'overdue' | 'open' | 'inTimeRate', number | null>>) => ({
  ...{ received: 0, answered: 4, answeredInTime: 3, inTimeRate: 0.75, open: 0, overdue: 0 },
  ...{ upheld: 0, partiallyUpheld: 0, notUpheld: 0, upholdRate: null },
  ...given,
});
const service = (id: string, name: string, directorate = 'Place') => ({
  id,
  name,
  directorate,
  formerNames: [],
});

const answer: ServicesQuery = {
  services: [
    service('parks', 'Parks', 'Place'),
    service('adults', 'Adults', 'People'),
    service('zoo', 'Zoo'),
  ],
  all: { rows: [row({ received: 12, overdue: null })] },
  byService: {
    rows: [
      { service: 'Adults', ...row({ received: 3, overdue: 2 }) },
      { service: 'Parks', ...row({ received: 7, overdue: 5 }) },
      { service: 'Not recorded', ...row({ received: 2, overdue: 9 }) },
    ],
  },
};
const named = (sort: Parameters<typeof serviceRows>[2]) =>
  serviceRows(answer, {}, sort).map(({ name }) => name);

describe('the list of services', () => {
  it('has every service, and what was recorded of none', () => {
    expect(named('name')).toEqual(['Adults', 'Parks', 'Zoo', 'Not recorded']);
    const hrefs = serviceRows(answer, {}, 'name').map(({ href }) => href);
    expect(hrefs).toEqual(['/services/adults', '/services/parks', '/services/zoo', null]);
  });

  it('says 0 of a service of which nothing was counted, and “not recorded” where nobody recorded it', () => {
    const zoo = serviceRows(answer, {}, 'name').find(({ name }) => name === 'Zoo');
    const [received, inTime, , , , overdue] = zoo?.cells ?? [];
    expect([received?.words, inTime?.words, overdue?.words]).toEqual(['0', 'none', 'not recorded']);
  });

  it('is sorted with the most first, and those without a number last', () => {
    expect(named('received')).toEqual(['Parks', 'Adults', 'Not recorded', 'Zoo']);
    expect(named('overdue')).toEqual(['Not recorded', 'Parks', 'Adults', 'Zoo']);
    expect(named('directorate')).toEqual(['Not recorded', 'Adults', 'Parks', 'Zoo']);
  });

  it('takes an order that there is not for none', () => {
    expect([readSort('overdue'), readSort('evil'), readSort(['open']), readSort(undefined)]).toEqual([
      ...['overdue', 'name', 'name', 'name'],
    ]);
  });

  it('keeps the filter on sorting and on each number', () => {
    const filter = { financialYears: ['2021-22'] };
    const [, received] = serviceHeads('received', filter);
    expect(received).toMatchObject({
      ...{ href: '/services?financialYears=2021-22&sort=received', sorted: 'descending' },
    });
    expect(serviceRows(answer, filter, 'name')[0]?.cells[0]?.href).toBe(
      '/complaints?financialYears=2021-22&services=Adults&measure=RECEIVED',
    );
  });

  it('has a head for each cell', () => {
    const [first] = serviceRows(answer, {}, 'name');
    expect(serviceHeads('name', {})).toHaveLength((first?.cells.length ?? 0) + 2);
  });

  it('is empty without services', () => {
    expect(serviceRows({ services: null, all: null, byService: null }, {}, 'name')).toEqual([]);
  });
});
