import { knownValues, type Plotted } from './chart-data';
import { type Drawing, type Pictures, pictures, type Size } from './frame';
import { element } from './markup';
import { noteOf } from './note';
import { lineHeight } from './plot';
import type { ChartTable } from './table';

/** A chart as a page shows it and as it is downloaded. */
export interface Chart extends Pictures {
  readonly table: ChartTable;
  /** A sentence made of the data. */
  readonly headline: string;
  /** What is not drawn, not recorded or not yet over; null where there is nothing to say. */
  readonly note: string | null;
}

/** The chart with everything about it. Where nothing is recorded its picture says so. */
export function finishedChart(
  data: Plotted,
  {
    headline,
    table,
    draw,
  }: {
    readonly headline: string;
    readonly table: ChartTable;
    readonly draw: (size: Size) => Drawing;
  },
): Chart {
  const note = noteOf(data);
  const isEmpty = knownValues(data).length === 0;
  const said = { headline, note };
  return { ...pictures(data, said, isEmpty ? (size) => empty(data, size) : draw), table, headline, note };
}

function empty(data: Plotted, size: Size): Drawing {
  const height = lineHeight(size.fontSize) * 5;
  const words = data.labels.length === 0 || data.series.length === 0 ? 'Nothing to show' : 'Not recorded';
  const place = { x: size.width / 2, y: height / 2 + size.fontSize * 0.35, 'text-anchor': 'middle' };
  return {
    height,
    elements: [
      element('rect', { class: 'chart-empty', x: 0.5, y: 0.5, width: size.width - 1, height: height - 1 }),
      element('text', { class: 'chart-text chart-text--soft', ...place }, [words]),
    ],
  };
}
