import { NOT_RECORDED } from '../../domain/figures/days';
import { type Figure, shortFigureWords } from '../../domain/figures/figures';
import { shareWords } from '../../domain/figures/numbers';
import { type ChartParts, figureAt, isPartialAt, type Plotted, totalAt } from './chart-data';

/** A column of a chart's table. The first holds names. */
export interface ChartColumn {
  readonly name: string;
  readonly isNumber: boolean;
}

/** A cell: its words for reading, and what they are made from for reckoning. */
export interface ChartCell {
  readonly words: string;
  readonly value: number | null;
  readonly parts: ChartParts | null;
}

/** A row: the period or category, and a cell for each column of numbers. */
export interface ChartRow {
  readonly label: string;
  readonly cells: readonly ChartCell[];
}

/** The numbers of a picture, and those that it has no room for; no others. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly ChartRow[];
}

/** The table of a chart. `withTotal` where the picture shows the sum of its series too. */
export function chartTable(data: Plotted, { withTotal = false } = {}): ChartTable {
  const unit = data.unit === 'WORKING_DAYS' ? ' (working days)' : '';
  const names = [...data.series.map(({ name }) => `${name}${unit}`), ...(withTotal ? ['Total'] : [])];
  return {
    columns: [{ name: data.labelHead, isNumber: false }, ...names.map((name) => ({ name, isNumber: true }))],
    rows: data.labels.map(({ label }, index) => ({
      label: isPartialAt(data, index) ? `${label}, so far` : label,
      cells: [
        ...data.series.map((series) => cellOf(figureAt(data, series, index))),
        ...(withTotal ? [cellOf({ unit: data.unit, value: totalAt(data, index) })] : []),
      ],
    })),
  };
}

function cellOf(figure: Figure): ChartCell {
  const { value, numerator = null, denominator = null } = figure;
  const parts = figure.unit !== 'RATE' || denominator === null ? null : { numerator, denominator };
  const share = parts === null || value === null ? NOT_RECORDED : shareWords(parts);
  const words = shortFigureWords(figure);
  return { words: share === NOT_RECORDED ? words : `${words} (${share})`, value, parts };
}

/**
 * The table for a download, its head first: numbers as they are and null where they are not recorded. Of rates with
 * their parts, two further columns hold what is divided and by what.
 */
export function chartRecords(table: ChartTable): (string | number | null)[][] {
  const hasParts = table.columns
    .slice(1)
    .map((_, index) => table.rows.some(({ cells }) => cells[index]?.parts != null));
  const head = table.columns.flatMap(({ name }, index) =>
    hasParts[index - 1] ? [name, `${name}: numerator`, `${name}: denominator`] : [name],
  );
  const rows = table.rows.map(({ label, cells }) => [
    label,
    ...cells.flatMap(({ value, parts }, index) =>
      hasParts[index] ? [value, parts?.numerator ?? null, parts?.denominator ?? null] : [value],
    ),
  ]);
  return [head, ...rows];
}
