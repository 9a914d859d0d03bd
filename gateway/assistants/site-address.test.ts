import { toDay } from '../../domain/calendar/day';
import { siteAddress } from './site-address';

const today = () => toDay('2021-10-14');
const site = siteAddress({ siteUrl: 'https://site.example/', today });
const view = (where: object, more: object = {}) => ({
  measure: 'RECEIVED',
  where: { ...where },
  asAt: null,
  ...more,
});

describe('the address of the same on the site', () => {
  it.each([
    [
      view({ streams: ['SCHOOLS', 'ADULTS'], stages: [1], financialYears: ['2021-22'] }),
      '/measures/RECEIVED?financialYears=2021-22&streams=SCHOOLS&streams=ADULTS&stages=1',
    ],
    [
      view({ from: '2021-04-01', services: ['Finance & Charging, too'] }, { asAt: '2021-09-30' }),
      '/measures/RECEIVED?from=2021-04-01&services=Finance+%26+Charging%2C+too&asAt=2021-09-30',
    ],
    [view({ periods: ['LAST_QUARTER'] }), '/measures/RECEIVED?from=2021-07-01&to=2021-09-30'],
    [
      view({ periods: ['LAST_QUARTER'], from: '2021-08-01', to: '2021-12-31' }),
      '/measures/RECEIVED?from=2021-08-01&to=2021-09-30',
    ],
    // A page of figures without a time shows the newest quarter: the list shows everything.
    [view({ streams: ['SCHOOLS'] }), '/complaints?streams=SCHOOLS&measure=RECEIVED'],
    [view({ financialYears: ['2021-22'] }, { measure: 'CALLS' }), '/measures/CALLS?financialYears=2021-22'],
  ])('of a figure, %j', (asked, address) => {
    expect(site.figure(asked)).toBe(`https://site.example${address}`);
  });

  it.each([
    ['without a time, of what has no list', view({}, { measure: 'CALLS' })],
    ['of several periods', view({ periods: ['LAST_QUARTER', 'THIS_MONTH'] })],
    ['of a period that the site does not know', view({ periods: ['LAST_DECADE'] })],
    ['narrowed by what the site does not read', view({ from: '2021-04-01', parishes: ['Marple'] })],
  ])('is none %s', (_, asked) => {
    expect(site.figure(asked)).toBeNull();
  });

  it('is of its list, and of a page', () => {
    expect(site.list(view({ financialYears: ['2021-22'] }))).toBe(
      'https://site.example/complaints?financialYears=2021-22&measure=RECEIVED',
    );
    expect(site.page('/measures')).toBe('https://site.example/measures');
  });

  it('is none where no site is known', () => {
    const nowhere = siteAddress({ siteUrl: null, today });
    expect([nowhere.figure(view({ from: '2021-04-01' })), nowhere.page('/')]).toEqual([null, null]);
  });
});
