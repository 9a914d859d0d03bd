import { periodOfPage } from '../../filters/period';
import type { DividedPlaceQuery, DuePartsFragment } from '../../operations/__generated__/operations';
import { dueWords } from './due-words';
import { serviceOf, streamOf } from './place';
import { placeView } from './place-page';
import { waitingOf } from './waiting';

const SERVICES = [
  { id: 'env-health', name: 'Environmental Health', formerNames: ['Env Health'], directorate: 'Place' },
];
const place = serviceOf('env-health', SERVICES);
const NOTHING = { figures: null, divided: null, overdue: null, open: null, due: null };

describe('what a page is about', () => {
  it('is a service by its id, with what it was called', () => {
    expect(place).toMatchObject({
      ...{ name: 'Environmental Health', formerNames: ['Env Health'], kind: 'A service of Place' },
      narrow: { services: ['Environmental Health'] },
    });
    expect([
      serviceOf('Environmental Health', SERVICES),
      serviceOf('', SERVICES),
      serviceOf('x', null),
    ]).toEqual([null, null, null]);
  });

  it('is a stream by its name', () => {
    expect(streamOf('adults')).toMatchObject({ stream: 'ADULTS', path: '/streams/adults' });
    expect([streamOf('housing'), streamOf('')]).toEqual([null, null]);
  });
});

describe('what waits', () => {
  const row = {
    ...{
      href: '/complaints/corporate-1',
      reference: 'CRM1',
      stage: 2,
      on: '2021-09-08',
      stream: 'Corporate',
    },
    ...{ service: 'not recorded', dueOn: null, answeredOn: null, state: null, isLost: false },
  };
  const counted = {
    ...{ asAt: '2021-09-30', partial: [], totalCount: 12, edges: [] },
    pageInfo: { hasNextPage: true, endCursor: null },
  };

  it('is told with its days, and with “not recorded” where there are none', () => {
    expect(waitingOf({ counted, rows: [row] })).toEqual({
      ...{ total: 12, asAt: '30 September 2021' },
      rows: [
        {
          ...{ href: '/complaints/corporate-1', reference: 'CRM1', stage: 'Stage 2', state: null },
          ...{ service: 'not recorded', receivedOn: '8 Sep 2021', dueOn: 'not recorded' },
        },
      ],
    });
  });

  it('is null where it could not be had', () => {
    expect(waitingOf(null)).toBeNull();
  });
});

describe('by when a complaint that came in today is due', () => {
  const due: DuePartsFragment = {
    receivedOn: '2026-05-05',
    acknowledgement: { dueOn: '2026-05-12', why: '5 working days.' },
    answer: { dueOn: '2026-05-27', why: 'Ten working days.' },
    extendableTo: null,
    rule: {
      ...{ source: 'The Code', inForceFrom: '2026-04-01', acknowledgeWithinWorkingDays: 5 },
      ...{ answerWithinWorkingDays: 10, answerWithinMonths: null, extendByWorkingDays: 10 },
      answerCountedFrom: 'ACKNOWLEDGED',
    },
  };

  it('is said with its rule and source', () => {
    expect(dueWords({ corporate: due })).toEqual({
      says: [
        'If we received a complaint today, 5 May 2026, it would have to be acknowledged by 12 May 2026.',
        'If we received a complaint today, 5 May 2026, it would be due on 27 May 2026: ten working days.',
      ],
      rule: 'The Code; in force since 1 April 2026.',
    });
  });

  it('says why where the calendar does not reach it, and nothing where it could not be had', () => {
    const why = 'The calendar ends before.';
    expect(
      dueWords({ schools: { ...due, acknowledgement: null, answer: { dueOn: null, why } } })?.says,
    ).toEqual([`By when it would have to be answered cannot be told: ${why}`]);
    expect([dueWords(null), dueWords({ adults: null })]).toEqual([null, null]);
  });
});

describe('the page of a service', () => {
  const period = periodOfPage({ services: ['Environmental Health'] }, '2021-09-30');
  const divided: DividedPlaceQuery = {
    byQuarter: {
      rows: [
        {
          ...{ financialYear: '2021-22', quarter: 'Q2', received: 9, answered: 3, answeredInTime: 2 },
          ...{ inTimeRate: 2 / 3, open: 4, overdue: null },
        },
      ],
    },
    byStage: { rows: [] },
    byTheme: {
      rows: [
        { theme: 'Policy', received: 1 },
        { theme: 'Delay', received: 8 },
        { theme: 'Noise', received: 0 },
      ],
    },
    byFinding: {
      rows: [
        { outcome: null, answered: 1 },
        { outcome: 'UPHELD', answered: 2 },
      ],
    },
  };

  it('shows what there is, where a part could not be had', () => {
    if (place === null) throw new Error('The place is known');
    const view = placeView(NOTHING, { place, period, filter: { asAt: '2021-06-30' } });
    expect(view).toMatchObject({
      ...{ figures: null, overdue: null, open: null, due: null, trend: null, drawn: null, tables: null },
    });
  });

  it('divides by theme with the most first, and leaves out a table of nothing', () => {
    if (place === null) throw new Error('The place is known');
    const view = placeView({ ...NOTHING, divided }, { place, period, filter: { asAt: '2021-06-30' } });
    expect(view.tables?.map(({ id, rows }) => [id, rows.map(({ label }) => label)])).toEqual([
      ['by-theme', ['Delay', 'Policy']],
      ['by-finding', ['No finding', 'Upheld']],
    ]);
    expect(view.trend?.rows.at(-1)?.cells.map(({ words }) => words)).toEqual([
      ...['9', '67\u00a0%', '2', '3', '4', 'not recorded'],
    ]);
    expect(view.drawn?.map(({ svgHref, table }) => [svgHref, table.csvHref])).toEqual([
      ...[
        ['/services/env-health/charts/received.svg', '/services/env-health/charts/received.csv'],
        ['/services/env-health/charts/overdue.svg', '/services/env-health/charts/overdue.csv'],
      ].map((hrefs) => hrefs.map((href) => `${href}?asAt=2021-06-30`)),
    ]);
    expect(view.tables?.map(({ csvHref }) => csvHref)).toContain(
      '/services/env-health/charts/by-theme.csv?asAt=2021-06-30',
    );
  });
});
