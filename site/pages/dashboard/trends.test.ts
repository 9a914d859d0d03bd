import {
  backlogByAge,
  inTimeByQuarter,
  receivedAndAnswered,
  receivedByQuarter,
  wentOnByQuarter,
} from './trends';

const time = {
  quarters: [
    { financialYear: '2021-22', quarter: 'Q1' },
    { financialYear: '2021-22', quarter: 'Q2' },
  ] as const,
  isLastPartial: true,
  filter: { services: ['Greenspace'] },
};
const inQ1 = { financialYear: '2021-22', quarter: 'Q1' } as const;
const inQ2 = { financialYear: '2021-22', quarter: 'Q2' } as const;

describe('received by quarter', () => {
  const rows = [
    { ...inQ1, stream: 'CORPORATE', received: 4 },
    { ...inQ2, stream: 'CORPORATE', received: 0 },
    { ...inQ2, stream: 'ADULTS', received: 2 },
    { ...inQ1, stream: 'CHILDRENS', received: null },
  ] as const;

  it('has a line for each stream that received any, with a gap where nothing was recorded', () => {
    const { series, isLastPartial } = receivedByQuarter(rows, time);
    expect(series.map(({ name, values }) => [name, values])).toEqual([
      ['Corporate', [4, 0]],
      ['Adult social care', [null, 2]],
    ]);
    expect(isLastPartial).toBe(true);
  });

  it('leads from each number to its list, under the filter of the page', () => {
    expect(receivedByQuarter(rows, time).series[0]?.hrefs[1]).toBe(
      '/complaints?financialYears=2021-22&quarters=Q2&streams=CORPORATE&services=Greenspace&measure=RECEIVED',
    );
  });
});

describe('answered in time by quarter', () => {
  it('is reckoned from the counts of all streams, not from their rates', () => {
    const rows = [
      { ...inQ1, stream: 'CORPORATE', stage: 1, answered: 10, answeredInTime: 9, inTimeRate: 0.9 },
      { ...inQ1, stream: 'ADULTS', stage: 1, answered: 30, answeredInTime: 3, inTimeRate: 0.1 },
      { ...inQ1, stream: 'ADULTS', stage: 2, answered: 0, answeredInTime: 0, inTimeRate: null },
    ] as const;
    const { series } = inTimeByQuarter(rows, time);
    expect(series.map(({ name }) => name)).toEqual(['Stage 1']);
    expect(series[0]?.values).toEqual([0.3, null]);
    expect(series[0]?.parts?.[0]).toEqual({ numerator: 12, denominator: 40 });
  });
});

describe('what went on', () => {
  it('is null where it was not recorded, and has its parts', () => {
    const rows = [
      { ...inQ1, received: 20, wentOn: 5, wentOnRate: 0.25 },
      { ...inQ2, received: 20, wentOn: null, wentOnRate: null },
    ];
    const [line] = wentOnByQuarter(rows, time).series;
    expect(line?.values).toEqual([0.25, null]);
    expect(line?.parts?.[0]).toEqual({ numerator: 5, denominator: 20 });
  });
});

describe('received and answered by month', () => {
  it('stands in the order of the months, each with the list of its days', () => {
    const rows = [
      { month: '2021-05-01', received: 2, answered: 1 },
      { month: '2021-02-01', received: 3, answered: null },
    ];
    const { categories, series } = receivedAndAnswered(rows, time);
    expect(categories.map(({ label }) => label)).toEqual(['February 2021', 'May 2021']);
    expect(series.map(({ values }) => values)).toEqual([
      [3, 2],
      [null, 1],
    ]);
    expect(series[0]?.hrefs[0]).toContain('from=2021-02-01&to=2021-02-28');
  });
});

describe('what was open by age', () => {
  it('is 0 for a band that is empty, and a gap for a month that was not recorded', () => {
    const rows = [
      { month: '2021-05-01', ageBand: 'UP_TO_10_WORKING_DAYS', open: 3, overdue: 0 },
      { month: '2021-06-01', ageBand: null, open: null, overdue: null },
    ] as const;
    const { series } = backlogByAge(rows, time);
    expect(series).toHaveLength(5);
    expect(series[0]?.values).toEqual([3, null]);
    expect(series[4]?.values).toEqual([0, null]);
  });
});
