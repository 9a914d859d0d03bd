import type { CategoryChartData, ChartSeries, TimeChartData } from './chart-data';
import { acrossCategories, changeOverPeriods, sharesOfLayers } from './headline';

const received = (series: readonly ChartSeries[], more: Partial<TimeChartData> = {}): TimeChartData => ({
  id: 'received',
  title: 'Received',
  subtitle: 'Number',
  subject: 'Stage 1 complaints',
  unit: 'COUNT',
  periods: ['Q1', 'Q2', 'Q3'].map((quarter) => ({ label: `${quarter} 2021-22` })),
  compared: { periodsBack: 1, words: 'the quarter before' },
  series,
  ...more,
});

const services = (
  series: readonly ChartSeries[],
  more: Partial<CategoryChartData> = {},
): CategoryChartData => ({
  id: 'services',
  title: 'Stage 2 complaints',
  subtitle: 'Number',
  unit: 'COUNT',
  categories: ['Greenspace', 'Highways', 'Planning'].map((label) => ({ label })),
  categoryHead: 'Service',
  series,
  ...more,
});

describe('the sentence of a chart over periods', () => {
  it('compares the newest whole period with the one asked for', () => {
    const values = [{ name: 'Corporate', values: [20, 30, 72] }];
    expect(changeOverPeriods(received(values))).toBe(
      'Stage 1 complaints rose from 30 to 72 on the quarter before',
    );
    const compared = { periodsBack: 2, words: 'half a year before' };
    expect(changeOverPeriods(received(values, { compared }))).toBe(
      'Stage 1 complaints rose from 20 to 72 on half a year before',
    );
  });

  it('leaves out a period that is not over or not recorded, and names the one it speaks of', () => {
    const sentence = 'Stage 1 complaints rose from 20 to 60 in Q2 2021-22 on the quarter before';
    const partial = received([{ name: 'Corporate', values: [20, 60, 5] }], { isPartial: true });
    expect(changeOverPeriods(partial)).toBe(sentence);
    expect(changeOverPeriods(received([{ name: 'Corporate', values: [20, 60, null] }]))).toBe(sentence);
  });

  it('tells the level where there is nothing to compare, and that nothing is recorded', () => {
    expect(changeOverPeriods(received([{ name: 'Corporate', values: [null, null, 7] }]))).toBe(
      'Stage 1 complaints: 7 in Q3 2021-22',
    );
    expect(changeOverPeriods(received([{ name: 'Corporate', values: [null, null, null] }]))).toBe(
      'Stage 1 complaints: nothing recorded',
    );
    expect(changeOverPeriods(received([], { periods: [] }))).toBe('Stage 1 complaints: nothing recorded');
  });
});

describe('the sentence of bars by category', () => {
  it('tells the change where there are two periods', () => {
    const series = [
      { name: 'now', values: [21, 31, 20] },
      { name: 'before', values: [5, 15, 10] },
    ];
    const comparedWords = 'the same half of the year before';
    expect(acrossCategories(services(series, { comparedWords }))).toBe(
      'Stage 2 complaints rose from 30 to 72 on the same half of the year before, most in Greenspace (5 to 21)',
    );
  });

  it.each([
    [[21, 3, 1], 'Stage 2 complaints: most in Greenspace (21 of 25)'],
    [[21, 18, 1], 'Stage 2 complaints: most in Greenspace (21) and Highways (18), of 40'],
    [[9, 8, 7], 'Stage 2 complaints: 24, none stands out'],
    [[0, 0, 0], 'Stage 2 complaints: none'],
    [[5, null, null], 'Stage 2 complaints: 5 in Greenspace'],
    [[null, null, null], 'Stage 2 complaints: nothing recorded'],
  ])('tells what stands out of %j', (values, sentence) => {
    expect(acrossCategories(services([{ name: 'now', values }]))).toBe(sentence);
  });

  it('tells from where to where rates go, unless that is noise', () => {
    const rates = (values: number[]) =>
      services([{ name: 'now', values }], { title: 'In time', unit: 'RATE' });
    expect(acrossCategories(rates([0.4, 0.9, 0.7]))).toBe(
      'In time: from 40\u00a0% in Greenspace to 90\u00a0% in Highways',
    );
    expect(acrossCategories(rates([0.71, 0.72, 0.7]))).toBe('In time: little different across all');
  });
});

describe('the sentence of bars in layers', () => {
  it('tells what each layer is of the whole', () => {
    const series = [
      { name: 'Upheld', values: [10, 20, null] },
      { name: 'Not upheld', values: [30, 10, 5] },
    ];
    expect(sharesOfLayers(services(series, { title: 'Findings' }))).toBe(
      'Findings: Upheld 40\u00a0% (30 of 75), not upheld 60\u00a0% (45)',
    );
    expect(sharesOfLayers(services([], { title: 'Findings' }))).toBe('Findings: none recorded');
  });
});
