import { addressOf } from '../../filters/address';
import type { Filter } from '../../filters/parts';
import { draw } from './draw';
import type { DrawnFigures } from './drawn-figures';

/** Figures as a page shows them: a sentence, a picture, a table whose numbers lead on, and both to take away. */
export interface DrawnView {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly headline: string;
  readonly svg: string;
  readonly note: string | null;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly DrawnCell[] }[];
  readonly csvHref: string;
  readonly svgHref: string;
}

export interface DrawnCell {
  readonly measure: string | null;
  /** The exact number; empty for what was not recorded. */
  readonly exact: string;
  readonly words: string;
  readonly href: string | null;
}

/** What a page shows of figures. `filter` is the page's own: downloads keep it. */
export function drawnView(figures: DrawnFigures, filter: Filter): DrawnView {
  const { svg, headline, table, note } = draw(figures);
  const { id, title, subtitle, series } = figures;
  return {
    ...{ id, title, subtitle, headline, svg, note },
    heads: table.columns.map(({ name }) => name),
    rows: table.rows.map(({ label, cells }, row) => ({
      label,
      cells: cells.map(({ words, value }, column) => ({
        measure: series[column]?.measure ?? null,
        exact: value === null ? '' : String(value),
        words,
        href: value === null ? null : (series[column]?.hrefs[row] ?? null),
      })),
    })),
    csvHref: addressOf(`/charts/${id}.csv`, filter),
    svgHref: addressOf(`/charts/${id}.svg`, filter),
  };
}
