import type { Filter } from '../../filters/parts';
import { draw } from './draw';
import type { DrawnFigures } from './drawn-figures';
import type { MeasureTable } from './measure-table';
import { fileHref } from './page-files';

/** Figures as a page shows them: a sentence, a picture, a table whose numbers lead on, and both to take away. */
export interface DrawnView {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly headline: string;
  readonly svg: string;
  readonly note: string | null;
  readonly table: TableView;
  /** Whether the table stands open, being what the page is about. */
  readonly isTableOpen: boolean;
  readonly svgHref: string;
}

/** A table of a page, and the address of its file. */
export interface TableView {
  readonly id: string;
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly href: string | null;
    readonly cells: readonly TableViewCell[];
  }[];
  readonly csvHref: string;
}

interface TableViewCell {
  readonly measure: string | null;
  /** The exact number; empty for what was not recorded. */
  readonly exact: string;
  readonly words: string;
  readonly href: string | null;
}

/** A page of figures: its path, and its own filter, which downloads keep. */
export interface PagePlace {
  readonly path: string;
  readonly filter: Filter;
}

/** What a page shows of figures that are drawn. */
export function drawnView(figures: DrawnFigures, page: PagePlace): DrawnView {
  const { svg, headline, note, table } = draw(figures);
  const { id, title, subtitle, series } = figures;
  const drawn = {
    ...{ id, title },
    heads: table.columns.map(({ name }) => name),
    rows: table.rows.map(({ label, cells }, row) => ({
      ...{ label, href: null },
      cells: cells.map(({ words, value }, column) => ({
        measure: series[column]?.measure ?? null,
        exact: value === null ? '' : String(value),
        words,
        href: value === null ? null : (series[column]?.hrefs[row] ?? null),
      })),
    })),
  };
  return {
    ...{ id, title, subtitle, headline, svg, note },
    table: { ...(figures.table ?? drawn), csvHref: fileHref(page.path, `${id}.csv`, page.filter) },
    isTableOpen: figures.table !== undefined,
    svgHref: fileHref(page.path, `${id}.svg`, page.filter),
  };
}

/** What a page shows of a table that is not drawn. */
export const tableView = (table: MeasureTable, page: PagePlace): TableView => ({
  ...table,
  csvHref: fileHref(page.path, `${table.id}.csv`, page.filter),
});
