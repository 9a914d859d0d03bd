import fc from 'fast-check';
import { barChart } from './bar-chart';
import type { Chart } from './chart';
import type { TimeChartData } from './chart-data';
import { lineChart } from './line-chart';
import { stackedColumns } from './stacked-columns';
import { stackedRows } from './stacked-rows';
import { textWidth } from './text-width';

const EVIL = `<script>alert("x")</script> & 'quoted'`;
const LONG = 'Environmental Health & Trading Standards';

const CHARTS: Readonly<Record<string, (data: TimeChartData) => Chart>> = {
  lineChart,
  stackedColumns,
  barChart: (data) => barChart({ ...data, categories: data.periods, categoryHead: 'Service' }),
  stackedRows: (data) => stackedRows({ ...data, categories: data.periods, categoryHead: 'Service' }),
};

const name = fc.constantFrom('Corporate', "Children's social care", LONG, EVIL, 'A', '');
const periods = fc.constantFrom(0, 1, 2, 5, 12, 36).map((count) =>
  Array.from({ length: count }, (_, index) => ({
    label: `Quarter ${index}`,
    shortLabel: `Q${index % 4} 2021-22`,
  })),
);

/** Any data that a chart may be handed: gaps, nothing at all, millions, signs that are no text of an SVG. */
const anyData = fc
  .record({ periods, unit: fc.constantFrom('COUNT', 'RATE', 'WORKING_DAYS'), isPartial: fc.boolean() })
  .chain((data) => {
    const most = data.unit === 'COUNT' ? 1_234_567 : 250;
    const number = data.unit === 'RATE' ? fc.constantFrom(0, 0.004, 0.5, 1) : fc.nat(most);
    const values = fc.array(fc.option(number, { freq: 4 }), {
      minLength: data.periods.length,
      maxLength: data.periods.length,
    });
    const series = fc.array(fc.record({ name, values }), { maxLength: 4 });
    return series.map(
      (all): TimeChartData => ({ ...data, id: 'any', title: EVIL, subtitle: 'Number', series: all }),
    );
  });

interface Box {
  readonly words: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the texts of a picture stand, as wide as they are reckoned. */
function boxesOf(svg: string, fontSize: number): Box[] {
  const found: Box[] = [];
  let moved = { x: 0, y: 0 };
  for (const [tag] of svg.matchAll(/<g[^>]*>|<text[^>]*>[^<]*<\/text>/g)) {
    const all = tag.slice(0, tag.indexOf('>'));
    if (tag.startsWith('<g')) {
      const [x = 0, y = 0] = (/translate\(([^)]*)\)/.exec(all)?.[1] ?? '').split(' ').map(Number);
      moved = { x, y };
      continue;
    }
    found.push(boxOf(tag, all, moved, fontSize));
  }
  return found;
}

function boxOf(tag: string, attributes: string, moved: { x: number; y: number }, fontSize: number): Box {
  const number = (attribute: string): number =>
    Number(new RegExp(` ${attribute}="([^"]*)"`).exec(attributes)?.[1] ?? 0);
  const words = tag.slice(tag.indexOf('>') + 1, tag.lastIndexOf('<'));
  const plain = words
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
  const width = textWidth(plain, fontSize);
  const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start';
  const left = moved.x + number('x') - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
  const y = moved.y + number('y');
  // A line of text is about as high as its capitals.
  return { words: plain, left, right: left + width, top: y - fontSize * 0.7, bottom: y };
}

const overlap = (one: Box, other: Box): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5 &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.5;

const variants = (chart: Chart): { svg: string; width: number; height: number; fontSize: number }[] =>
  [...chart.svg.matchAll(/<svg [^>]*viewBox="0 0 (\d+) (\d+)" font-size="(\d+)".*?<\/svg>/g)].map(
    ([svg, width, height, fontSize]) => ({
      svg,
      width: Number(width),
      height: Number(height),
      fontSize: Number(fontSize),
    }),
  );

/** What is wrong with where the texts of a picture stand. */
function misplaced({ svg, width, height, fontSize }: ReturnType<typeof variants>[number]): string[] {
  const boxes = boxesOf(svg, fontSize);
  const outside = boxes.filter(
    ({ left, right, bottom }) => left < -0.5 || right > width + 0.5 || bottom > height,
  );
  const over = boxes.flatMap((one, index) => boxes.slice(index + 1).filter((other) => overlap(one, other)));
  return [
    ...outside.map(({ words }) => `outside: ${words}`),
    ...over.map(({ words }) => `over another: ${words}`),
  ];
}

const UNWANTED = /<script|<style|style=|NaN|Infinity|undefined|tabindex/;

describe.each(Object.entries(CHARTS))('%s, whatever its data', (_, chartOf) => {
  it('has texts apart and in the picture, the numbers of its table and nothing that a page may not hold', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        const chart = chartOf(data);
        expect(variants(chart).map(misplaced)).toEqual([[], []]);
        expect(
          [chart.svg, chart.standaloneSvg('Source: records')].filter((svg) => UNWANTED.test(svg)),
        ).toEqual([]);
        expect(chart.headline).not.toMatch(/NaN|Infinity|undefined|null/);
        const count = data.series.length;
        const told = chart.table.rows.map(({ cells }) => cells.slice(0, count).map(({ value }) => value));
        expect(told).toEqual(data.periods.map((__, at) => data.series.map(({ values }) => values[at])));
        const cells = chart.table.rows.flatMap((row) => row.cells);
        expect(cells.filter(({ words, value }) => (words === 'not recorded') !== (value === null))).toEqual(
          [],
        );
      }),
      { numRuns: 25 },
    );
  });

  it('shows each number of its table once at each size', () => {
    const periods = ['A', 'B', 'C'].map((label) => ({ label }));
    const series = [
      { name: 'One', values: [11, null, 13] },
      { name: 'Two', values: [21, 22, 23] },
    ];
    const chart = chartOf({ id: 'any', title: 'T', subtitle: 'S', unit: 'COUNT', periods, series });
    for (const { svg } of variants(chart)) {
      const labels = [...svg.matchAll(/data-label="([^"]*)"/g)].map(([, label]) => label);
      const numbers = labels.filter((label) => !label?.endsWith('not recorded')).sort();
      expect(numbers).toEqual(['One, A: 11', 'One, C: 13', 'Two, A: 21', 'Two, B: 22', 'Two, C: 23']);
    }
  });
});

describe('a misplaced text', () => {
  it('is seen, whether it is outside or over another', () => {
    const svg = '<g transform="translate(10 0)"><text x="5" y="20">ab</text><text x="8" y="22">cd</text></g>';
    expect(misplaced({ svg, width: 100, height: 30, fontSize: 10 })).toEqual(['over another: cd']);
    expect(misplaced({ svg, width: 20, height: 30, fontSize: 10 })).toContain('outside: ab');
    expect(
      misplaced({ svg: '<text x="50" y="9" text-anchor="end">a</text>', width: 60, height: 9, fontSize: 10 }),
    ).toEqual([]);
  });
});
