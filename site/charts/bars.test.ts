import { barChart } from './bar-chart';
import type { CategoryChartData } from './chart-data';
import { stackedColumns } from './stacked-columns';
import { stackedRows } from './stacked-rows';

const data: CategoryChartData = {
  id: 'services',
  title: 'Stage 2 complaints',
  subtitle: 'Number',
  unit: 'COUNT',
  categories: ['Environmental Health & Trading Standards', 'Greenspace', 'Highways'].map((label) => ({
    label,
  })),
  categoryHead: 'Service',
  series: [{ name: 'now', values: [10, 20, null] }],
};
const layers = [
  { name: 'Upheld', values: [10, 20, 0] },
  { name: 'Not upheld', values: [30, 20, null] },
];

const wideOf = (svg: string): string => svg.split('chart--narrow')[0] ?? '';
const rects = (svg: string, className: string, side: 'width' | 'height'): number[] =>
  [
    ...svg.matchAll(
      new RegExp(`<rect class="[^"]*${className}[^"]*"[^>]* ${side}="([^"]*)"[^>]*data-label`, 'g'),
    ),
  ].map(([, size]) => Number(size));

describe('lying bars', () => {
  it('are as long as their values, from zero', () => {
    const [first = 0, second = 0, third] = rects(wideOf(barChart(data).svg), 'chart-bar--1', 'width');
    expect(second / first).toBeCloseTo(2, 1);
    expect(third).toBe(0);
  });

  it('have their values at the ends, and long names in lines', () => {
    const wide = wideOf(barChart(data).svg);
    for (const words of ['10', '20', 'not recorded', 'Greenspace'])
      expect(wide).toContain(`>${words}</text>`);
    expect(wide).toContain('>Environmental Health');
    expect(wide).not.toContain('>Environmental Health &amp; Trading Standards</text>');
  });

  it('have a key where there are two periods', () => {
    const earlier = { name: 'a year before', values: [1, 2, 3] };
    expect(wideOf(barChart({ ...data, series: [...data.series, earlier] }).svg)).toContain(
      '>a year before</text>',
    );
    expect(wideOf(barChart(data).svg)).not.toContain('>now</text>');
  });
});

describe('bars in layers', () => {
  it('lie beside each other, with sums where all is recorded', () => {
    const chart = stackedRows({ ...data, series: layers });
    const wide = wideOf(chart.svg);
    const widths = rects(wide, 'chart-part', 'width');
    expect(widths).toHaveLength(4);
    expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(3, 1);
    expect(chart.table.rows.map(({ cells }) => cells.at(-1)?.words)).toEqual(['40', '40', 'not recorded']);
    expect(wide.split('>40</text>')).toHaveLength(3);
  });

  it('stand on each other, with the same', () => {
    const periods = data.categories;
    const chart = stackedColumns({ ...data, periods, series: layers, isPartial: true });
    const wide = wideOf(chart.svg);
    const heights = rects(wide, 'chart-part', 'height');
    expect(heights).toHaveLength(4);
    expect((heights[1] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(3, 1);
    expect(chart.table.rows.map(({ cells }) => cells.at(-1)?.value)).toEqual([40, 40, null]);
    expect(wide).toContain('so far');
  });

  it('of one series need neither key nor sums', () => {
    const chart = stackedColumns({ ...data, periods: data.categories });
    expect(chart.table.columns.map(({ name }) => name)).toEqual(['Period', 'now']);
    expect(chart.svg).not.toContain('>now</text>');
  });
});
