import type { TimeChartData } from './chart-data';
import { lineChart } from './line-chart';

const data: TimeChartData = {
  id: 'in time/2021',
  title: 'Answered in time',
  subtitle: 'Share of answers, %',
  unit: 'RATE',
  periods: ['April', 'May', 'June', 'July'].map((label) => ({ label })),
  series: [{ name: 'Corporate', values: [0.5, null, 0.7, 0.8] }],
};

const count = (text: string, part: string | RegExp): number => text.split(part).length - 1;

describe('a line chart', () => {
  it('is an image with a name and a description, whose ids occur once', () => {
    const { svg } = lineChart(data);
    expect(svg).toContain('role="img" aria-labelledby="in-time-2021-wide-title in-time-2021-wide-desc"');
    expect(svg).toContain('<title id="in-time-2021-narrow-title">Answered in time</title>');
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(4);
  });

  it('has a gap where nothing is recorded, and a point for each value', () => {
    const [wide = ''] = lineChart(data).svg.split('chart--narrow');
    const lines = [...wide.matchAll(/<path class="chart-line chart-line--1" d="([^"]*)"/g)].map(([, d]) => d);
    // April stands alone: only June and July are joined.
    expect(lines.map((d) => count(d ?? '', 'L'))).toEqual([1]);
    expect(count(wide, 'data-label=')).toBe(3);
    expect(wide).toContain('data-label="June: 70\u00a0%"');
  });

  it('breaks the line to a period that is not over, and says so', () => {
    const { svg, note, table } = lineChart({ ...data, isPartial: true });
    const [wide = ''] = svg.split('chart--narrow');
    expect(count(wide, 'chart-line--partial')).toBe(1);
    expect(count(wide, 'chart-point--partial')).toBe(1);
    expect(wide).toContain('data-label="July: 80\u00a0% so far"');
    expect(note).toContain('do not reach the end of July');
    expect(table.rows.at(-1)?.label).toBe('July, so far');
  });

  it('says that nothing is recorded, and that there is nothing to show', () => {
    const none = lineChart({ ...data, series: [{ name: 'Corporate', values: [null, null, null, null] }] });
    expect(none.svg).toContain('>Not recorded</text>');
    expect(none.headline).toBe('Answered in time: nothing recorded');
    expect(lineChart({ ...data, periods: [] }).svg).toContain('>Nothing to show</text>');
  });

  it('stands by itself with its colours and its sentence', () => {
    const { standaloneSvg, headline } = lineChart(data);
    const file = standaloneSvg('Source: records, as at 30 September 2021.');
    expect(file).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org/);
    expect(file).toContain('stroke="#0a4b78"');
    expect(file).toContain('font-family="Arial');
    expect(file).toContain(`>${headline.slice(0, 20)}`);
    expect(file).toContain('>Source: records, as at 30 September 2021.</text>');
  });
});
