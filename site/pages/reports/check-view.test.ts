import { checkViews } from './check-view';
import { ID } from './testing';

const report = {
  ...{ id: ID, financialYear: '2021-22', upTo: 'Q2' },
  sections: [
    { key: 'demand', heading: 'Demand' },
    { key: 'backlog', heading: 'Backlog' },
  ],
};
const check = {
  isBlocking: true,
  words: 'Says.',
  count: 1,
  streams: [],
  sections: ['backlog'],
  moves: [],
} as const;
const waysOf = (kind: Parameters<typeof checkViews>[0][number]['kind']) =>
  checkViews([{ ...check, kind }], report)[0]?.ways.map(({ text, href }) => `${text}: ${href}`);

describe('a check of a report', () => {
  it.each([
    ['COMMENTARY_MISSING', [`Backlog: /reports/${ID}/sections/backlog`]],
    ['SMALL_NUMBERS', [`The version for the public: /reports/${ID}?public=1`]],
    [
      'OPEN_FAULTS',
      ['What is wrong before it can be reported: /data-quality/before-report?financialYear=2021-22&upTo=Q2'],
    ],
    ['ROLLUPS_DIFFER', []],
  ] as const)('leads to where it is settled: %s', (kind, ways) => {
    expect(waysOf(kind)).toEqual(ways);
  });

  it('names the streams that it is about', () => {
    const [view] = checkViews([{ ...check, kind: 'OPEN_FAULTS', streams: ['ADULTS', 'SCHOOLS'] }], report);
    expect(view?.streams).toBe('Adult social care, Schools');
  });
});
