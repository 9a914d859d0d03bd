import { shortFigureWords } from '../../domain/figures/figures';
import { type Chart, finishedChart } from './chart';
import {
  byCategory,
  type CategoryChartData,
  drawnOf,
  figureAt,
  knownValues,
  type Plotted,
  pointWords,
} from './chart-data';
import type { Drawing, Size } from './frame';
import { acrossCategories } from './headline';
import { type KeyItem, keyOf } from './key';
import { type Element, element } from './markup';
import { lineHeight } from './plot';
import { type Row, rowNames, rowsOf, zeroLine } from './rows';
import { chartTable } from './table';
import { textWidth } from './text-width';
import { valueScale } from './value-scale';

const GAP = 6;

/**
 * Lying bars by category in the order given, their values at the ends. A second series is drawn thinner beneath: the
 * same of another period.
 */
export function barChart(data: CategoryChartData): Chart {
  const plotted = byCategory(data);
  return finishedChart(plotted, {
    headline: data.headline ?? acrossCategories(data),
    table: chartTable(plotted),
    draw: (size) => drawing(drawnOf(plotted), size),
  });
}

function drawing(data: Plotted, size: Size): Drawing {
  const key = keyOf(data.series.length < 2 ? [] : keyItems(data), size.width, size.fontSize);
  const thicknesses = data.series.map((_, index) => thicknessOf(index, size));
  const rows = rowsOf(data, size, {
    top: key.height,
    thickness: thicknesses.reduce((sum, one) => sum + one, 0),
  });
  const widest = Math.max(...wordsOf(data).map((words) => textWidth(words, size.fontSize)));
  const scale = valueScale({
    unit: data.unit,
    largest: Math.max(0, ...knownValues(data)),
    range: [rows.left, size.width - widest - GAP],
  });
  const bars = rows.rows.flatMap((row) =>
    data.series.flatMap((_, index) => {
      const y = row.barTop + thicknesses.slice(0, index).reduce((sum, one) => sum + one, 0);
      return bar(data, {
        row,
        seriesIndex: index,
        y,
        thickness: thicknesses[index] ?? 0,
        at: scale.at,
        size,
      });
    }),
  );
  return {
    height: rows.bottom + 2,
    elements: [...key.elements, ...rowNames(rows, size), ...bars, ...zeroLine(rows, key.height)],
  };
}

const thicknessOf = (seriesIndex: number, size: Size): number =>
  seriesIndex === 0 ? lineHeight(size.fontSize) : lineHeight(size.fontSize) - 2;

const wordsOf = (data: Plotted): string[] =>
  data.series.flatMap((series) =>
    data.labels.map((_, index) => shortFigureWords(figureAt(data, series, index))),
  );

interface BarPlace {
  readonly row: Row;
  readonly seriesIndex: number;
  readonly y: number;
  readonly thickness: number;
  readonly at: (value: number) => number;
  readonly size: Size;
}

function bar(data: Plotted, { row, seriesIndex, y, thickness, at, size }: BarPlace): Element[] {
  const series = data.series[seriesIndex];
  if (series === undefined) return [];
  const figure = figureAt(data, series, row.index);
  const end = figure.value === null ? at(0) : at(figure.value);
  const isMuted = figure.value === null || seriesIndex > 0;
  const words = { x: end + GAP, y: y + thickness / 2 + size.fontSize * 0.35 };
  return [
    element('rect', {
      class: `chart-bar chart-bar--${seriesIndex === 0 ? 1 : 2}`,
      x: at(0),
      y: y + 1,
      width: end - at(0),
      height: thickness - 2,
      'data-label': pointWords(data, series, row.index),
    }),
    element('text', { class: `chart-text${isMuted ? ' chart-text--soft' : ''}`, ...words }, [
      shortFigureWords(figure),
    ]),
  ];
}

const keyItems = (data: Plotted): KeyItem[] =>
  data.series.map(({ name }, index) => ({
    name,
    sign: ({ x, y }) => [
      element('rect', {
        class: `chart-bar chart-bar--${index === 0 ? 1 : 2}`,
        x: x - 7,
        y: y - 7,
        width: 14,
        height: 14,
      }),
    ],
  }));
