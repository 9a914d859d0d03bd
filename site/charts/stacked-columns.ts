import { shortFigureWords } from '../../domain/figures/figures';
import { nameOverhang, periodAxis, periodAxisHeight, valueAxis, valueAxisWidth } from './axes';
import { type Chart, finishedChart } from './chart';
import { figureAt, overPeriods, type Plotted, type TimeChartData, totalAt } from './chart-data';
import type { Drawing, Size } from './frame';
import { changeOverPeriods } from './headline';
import { keyOf } from './key';
import { layer, layerKey } from './layers';
import { type Element, element } from './markup';
import { bandWidth, lineHeight, middleOf, type Plot } from './plot';
import { chartTable } from './table';
import { textWidth } from './text-width';
import { type ValueScale, valueScale } from './value-scale';

/** The part of its room that a column fills. */
const FILLED = 0.72;
const WIDEST = 72;

/** Columns over periods in layers, the first at the bottom, with their sums above. */
export function stackedColumns(data: TimeChartData): Chart {
  const plotted = overPeriods(data);
  return finishedChart(plotted, {
    headline: data.headline ?? changeOverPeriods(data),
    table: chartTable(plotted, { withTotal: plotted.series.length > 1 }),
    draw: (size) => drawing(plotted, size),
  });
}

function drawing(data: Plotted, size: Size): Drawing {
  const key = keyOf(data.series.length < 2 ? [] : layerKey(data), size.width, size.fontSize);
  const top = key.height + lineHeight(size.fontSize);
  const bottom = top + size.plotHeight;
  const heights = data.labels.map((_, index) => heightAt(data, index));
  const scale = valueScale({ unit: data.unit, largest: Math.max(0, ...heights), range: [bottom, top] });
  const sides = { left: valueAxisWidth(scale, size.fontSize), right: size.width };
  const right = size.width - nameOverhang(data, sides, size.fontSize);
  const plot = { ...sides, right, top, bottom };
  return {
    height: bottom + periodAxisHeight(data, size.fontSize),
    elements: [
      ...key.elements,
      ...valueAxis(scale, plot, size.fontSize),
      ...periodAxis(data, plot, size),
      ...data.labels.flatMap((_, index) => column(data, { index, plot, scale, fontSize: size.fontSize })),
      ...totals(data, plot, scale, size),
    ],
  };
}

/** The sum of what is known: as high as the column is. */
const heightAt = (data: Plotted, index: number): number =>
  data.series.reduce((sum, series) => sum + (figureAt(data, series, index).value ?? 0), 0);

interface ColumnPlace {
  readonly index: number;
  readonly plot: Plot;
  readonly scale: ValueScale;
  readonly fontSize: number;
}

function column(data: Plotted, { index, plot, scale, fontSize }: ColumnPlace): Element[] {
  const width = Math.min(WIDEST, bandWidth(plot, data.labels.length) * FILLED);
  const x = middleOf(plot, data.labels.length, index) - width / 2;
  let below = 0;
  return data.series.flatMap((series, seriesIndex) => {
    const from = below;
    below += figureAt(data, series, index).value ?? 0;
    const y = scale.at(below);
    return layer(data, { seriesIndex, index }, { x, y, width, height: scale.at(from) - y }, fontSize);
  });
}

/** The sums, where there is room for each of them; a column of which something is not recorded has none. */
function totals(data: Plotted, plot: Plot, scale: ValueScale, size: Size): Element[] {
  const words = data.labels.map((_, index) => {
    const value = totalAt(data, index);
    return value === null ? '' : shortFigureWords({ unit: data.unit, value });
  });
  const widest = Math.max(...words.map((word) => textWidth(word, size.fontSize, { isBold: true })));
  if (widest + 2 > bandWidth(plot, data.labels.length)) return [];
  return words.map((word, index) =>
    element(
      'text',
      {
        class: 'chart-text chart-text--strong',
        x: middleOf(plot, data.labels.length, index),
        y: scale.at(heightAt(data, index)) - 5,
        'text-anchor': 'middle',
      },
      [word],
    ),
  );
}
