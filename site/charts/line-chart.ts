import { periodAxis, periodAxisHeight, valueAxis, valueAxisWidth } from './axes';
import { type Chart, finishedChart } from './chart';
import { knownValues, overPeriods, type Plotted, type TimeChartData } from './chart-data';
import { drawEndLabels, endLabels, endLabelsWidth, namesFit } from './end-labels';
import type { Drawing, Size } from './frame';
import { changeOverPeriods } from './headline';
import { keyOf } from './key';
import { lookOf, mark, seriesLine } from './marks';
import { element } from './markup';
import { lineHeight, type Plot } from './plot';
import { chartTable } from './table';
import { valueScale } from './value-scale';

/** One to four lines over periods, from zero; gaps where nothing is recorded; names at their ends where they fit. */
export function lineChart(data: TimeChartData): Chart {
  const plotted = overPeriods(data);
  return finishedChart(plotted, {
    headline: data.headline ?? changeOverPeriods(data),
    table: chartTable(plotted),
    draw: (size) => drawing(plotted, size),
  });
}

function drawing(data: Plotted, size: Size): Drawing {
  const withNames = namesFit(data, size);
  const labels = endLabels(data, { withNames });
  const key = keyOf(withNames || data.series.length < 2 ? [] : keyItems(data), size.width, size.fontSize);
  const top = key.height + lineHeight(size.fontSize) / 2;
  const bottom = top + size.plotHeight;
  const scale = valueScale({
    unit: data.unit,
    largest: Math.max(0, ...knownValues(data)),
    range: [bottom, top],
  });
  const plot: Plot = {
    left: valueAxisWidth(scale, size.fontSize),
    right: size.width - endLabelsWidth(labels, size.fontSize),
    top,
    bottom,
  };
  const place = { plot, y: scale.at, size, count: data.labels.length };
  return {
    height: bottom + periodAxisHeight(data, size.fontSize),
    elements: [
      ...key.elements,
      ...valueAxis(scale, plot, size.fontSize),
      ...periodAxis(data, plot, size),
      ...data.series.flatMap((_, index) => seriesLine(data, index, { ...place, look: lookOf(index) })),
      ...drawEndLabels(labels, place),
    ],
  };
}

const keyItems = (data: Plotted) =>
  data.series.map(({ name }, index) => ({
    name,
    sign: ({ x, y }: { readonly x: number; readonly y: number }) => [
      element('line', {
        class: `chart-line chart-line--${lookOf(index)}`,
        x1: x - 10,
        x2: x + 10,
        y1: y,
        y2: y,
      }),
      mark(lookOf(index), { x, y }),
    ],
  }));
