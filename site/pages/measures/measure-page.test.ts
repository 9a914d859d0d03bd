import { periodOfPage } from '../../filters/period';
import type { DividedFiguresQuery } from '../../operations/__generated__/operations';
import type { Definition } from './measure-groups';
import { askMeasure, definitionLines, drawnTrend, tablesOf } from './measure-page';

const OVERDUE: Definition = {
  ...{ measure: 'OVERDUE', title: 'Overdue', counts: 'Open stages', numerator: null, denominator: null },
  ...{ datedBy: 'The last day', source: 'The limit', polarity: 'LOWER_IS_BETTER', unit: 'COUNT' },
  ...{ version: 1, since: '2021-04-01' },
};
const IN_TIME: Definition = {
  ...OVERDUE,
  ...{ measure: 'IN_TIME_RATE', title: 'Share in time', unit: 'RATE' },
  ...{ numerator: 'Stages in time', denominator: 'Stages answered' },
};

const reach = {
  ...{ asAt: '2021-09-30', hasStages: true, isLost: false, rule: null, sources: [] },
  services: [{ id: 'highways', name: 'Highways', directorate: 'Place' }],
  choices: { services: ['Highways'], directorates: [], themes: [], channels: [] },
};
const period = periodOfPage({ streams: ['CORPORATE'] }, reach.asAt);

const answer: DividedFiguresQuery = {
  byQuarter: { rows: [{ financialYear: '2021-22', quarter: 'Q2', open: 5, overdue: 2 }] },
  byStream: {
    rows: [
      { stream: 'SCHOOLS', open: 1, overdue: 0 },
      { stream: 'CORPORATE', open: 4, overdue: 2 },
    ],
  },
  byStage: { rows: [{ stage: 1, open: 5, overdue: 2 }] },
  byDirectorate: {
    rows: [
      { directorate: 'Place', open: 5, overdue: 2 },
      { directorate: null, open: 0, overdue: 0 },
    ],
  },
  byService: {
    rows: [
      { service: 'Highways', open: 4, overdue: 2 },
      { service: 'Not recorded', open: 1, overdue: null },
    ],
  },
  byAge: { rows: [{ ageBand: 'OVER_65_WORKING_DAYS', open: 2, overdue: 2 }] },
};

describe('the page of a measure', () => {
  it('tells the definition in full, and of a count no parts', () => {
    const terms = definitionLines(IN_TIME).map(({ term }) => term);
    expect(terms).toEqual([
      ...['Measures', 'Number', 'Of', 'Dated by', 'Source', 'Which way is better', 'Shown in', 'Version'],
    ]);
    expect(definitionLines(OVERDUE)[0]).toEqual({ term: 'Counts', says: 'Open stages' });
    const line = { measure: 'OVERDUE', stream: 'ADULTS', stage: null, from: '2021-04-01', to: null } as const;
    expect(definitionLines(OVERDUE, [{ ...line, granularity: 'DAY' }])).toContainEqual({
      term: 'Recorded',
      says: expect.stringContaining('since 1 April 2021'),
    });
    expect(definitionLines(OVERDUE).at(-1)?.says).toBe('1, since 1 April 2021');
  });

  it('asks for the kind of figures that the measure is of, and for three years', async () => {
    const asked: unknown[] = [];
    const gateway = {
      ask: async (operation: { toString(): string }, variables: unknown) => {
        if (!operation.toString().includes('query Coverage')) asked.push(variables);
        return JSON.parse('{ "figures": null }');
      },
    };
    const asking = { accessToken: 'a', requestId: 'r' };
    const calls: Definition = { ...OVERDUE, measure: 'CALLS' };
    for (const definition of [OVERDUE, IN_TIME, calls])
      await askMeasure(gateway, { definition, period, reach: { isLost: false }, asking });
    const trend = { streams: ['CORPORATE'], financialYears: ['2019-20', '2020-21', '2021-22'] };
    expect(asked).toMatchObject([
      { measures: ['OVERDUE'], compareWith: ['SAME_PERIOD_LAST_YEAR', 'PREVIOUS_PERIOD'] },
      { states: true, flows: false, days: false, trend },
      { measures: ['IN_TIME_RATE'] },
      { states: false, flows: true, days: false, trend },
      // Alone they would be refused for the filter's streams.
      { measures: ['CALLS', 'RECEIVED'] },
      { states: false, flows: true, days: false, trend },
    ]);
  });

  it('has a row for each quarter up to that of the page, with the list of each', () => {
    const trend = tablesOf(answer, { definition: OVERDUE, period, reach })?.trend;
    expect(trend?.rows.map(({ label }) => label).slice(-2)).toEqual(['Q1 2021-22', 'Q2 2021-22']);
    expect(trend?.rows).toHaveLength(10);
    expect(trend?.rows.at(-1)?.cells[0]).toMatchObject({
      ...{ exact: '2', words: '2' },
      href: '/complaints?financialYears=2021-22&quarters=Q2&streams=CORPORATE&measure=OVERDUE',
    });
    expect(trend?.rows[0]?.cells[0]).toMatchObject({ exact: '', words: 'not recorded', href: null });
  });

  it('divides it by what it has, leaves out what is 0 and keeps what was not recorded', () => {
    const others = tablesOf(answer, { definition: OVERDUE, period, reach })?.others ?? [];
    expect(others.map(({ id, rows }) => [id, rows.map(({ label }) => label)])).toEqual([
      ['by-stream', ['Corporate']],
      ['by-stage', ['Stage 1']],
      ['by-age', ['Over 65 working days']],
      ['by-directorate', ['Place']],
      ['by-service', ['Highways', 'Not recorded']],
    ]);
    expect(others[4]?.rows.map(({ href }) => href)).toEqual([
      '/services/highways?financialYears=2021-22&quarters=Q2&streams=CORPORATE',
      null,
    ]);
  });

  it('shows no table by what nothing of it is divided by, and none at all without an answer', () => {
    const empty = { byQuarter: null, byStream: null, byDirectorate: null, byService: { rows: [] } };
    expect(tablesOf(empty, { definition: OVERDUE, period, reach })?.others).toEqual([]);
    expect(tablesOf(null, { definition: OVERDUE, period, reach })).toBeNull();
  });

  it('draws the numbers of the table', () => {
    const tables = tablesOf(answer, { definition: OVERDUE, period, reach });
    if (tables === null) throw new Error('There are tables');
    const of = { definition: OVERDUE, period };
    const drawn = drawnTrend(tables.trend, of);
    expect(drawn.series[0]?.values).toEqual([...Array.from({ length: 9 }, () => null), 2]);
    expect(drawn.categories.at(-1)).toEqual({ label: 'Q2 2021-22', shortLabel: 'Q2 21' });
    expect(drawn.isLastPartial).toBe(false);
    expect(drawnTrend(tables.trend, { ...of, period: periodOfPage({}, '2021-09-29') }).isLastPartial).toBe(
      true,
    );
  });
});
