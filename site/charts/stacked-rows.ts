import { scaleLinear } from 'd3-scale';
import { shortFigureWords } from '../../domain/figures/figures';
import { type Chart, finishedChart } from './chart';
import { byCategory, type CategoryChartData, drawnOf, figureAt, type Plotted, totalAt } from './chart-data';
import type { Drawing, Size } from './frame';
import { sharesOfLayers } from './headline';
import { keyOf } from './key';
import { layer, layerKey } from './layers';
import { type Element, element } from './markup';
import { lineHeight } from './plot';
import { type Row, rowNames, rowsOf, zeroLine } from './rows';
import { chartTable } from './table';
import { textWidth } from './text-width';

const GAP = 6;

/** Lying bars by category in layers, the first at the left, with their sums at the ends: what was found, by service. */
export function stackedRows(data: CategoryChartData): Chart {
  const plotted = byCategory(data);
  return finishedChart(plotted, {
    headline: data.headline ?? sharesOfLayers(data),
    table: chartTable(plotted, { withTotal: plotted.series.length > 1 }),
    draw: (size) => drawing(drawnOf(plotted), size),
  });
}

function drawing(data: Plotted, size: Size): Drawing {
  const key = keyOf(layerKey(data), size.width, size.fontSize);
  const thickness = lineHeight(size.fontSize) + 6;
  const rows = rowsOf(data, size, { top: key.height, thickness });
  const sums = data.labels.map((_, index) => sumWords(data, index));
  const widest = Math.max(...sums.map((words) => textWidth(words, size.fontSize, { isBold: true })));
  const lengths = data.labels.map((_, index) => lengthAt(data, index));
  const at = scaleLinear()
    .domain([0, Math.max(1e-9, ...lengths)])
    .range([rows.left, size.width - widest - GAP]);
  return {
    height: rows.bottom + 2,
    elements: [
      ...key.elements,
      ...rowNames(rows, size),
      ...rows.rows.flatMap((row) => layersOf(data, row, at, { thickness, fontSize: size.fontSize })),
      ...rows.rows.map((row) =>
        element(
          'text',
          {
            class: `chart-text chart-text--${totalAt(data, row.index) === null ? 'soft' : 'strong'}`,
            x: at(lengths[row.index] ?? 0) + GAP,
            y: row.barTop + thickness / 2 + size.fontSize * 0.35,
          },
          [sums[row.index] ?? ''],
        ),
      ),
      ...zeroLine(rows, key.height),
    ],
  };
}

const sumWords = (data: Plotted, index: number): string =>
  shortFigureWords({ unit: data.unit, value: totalAt(data, index) });

const lengthAt = (data: Plotted, index: number): number =>
  data.series.reduce((sum, series) => sum + (figureAt(data, series, index).value ?? 0), 0);

function layersOf(
  data: Plotted,
  row: Row,
  at: (value: number) => number,
  { thickness, fontSize }: { readonly thickness: number; readonly fontSize: number },
): Element[] {
  let before = 0;
  return data.series.flatMap((series, seriesIndex) => {
    const from = before;
    before += figureAt(data, series, row.index).value ?? 0;
    const box = { x: at(from), y: row.barTop, width: at(before) - at(from), height: thickness };
    return layer(data, { seriesIndex, index: row.index }, box, fontSize);
  });
}
