import { channelName } from '../../../../domain/figures/names';
import { groupBy } from '../../../../platform/tables/group-by';
import type { Checked } from '../../figures/check-question';
import type { ReportCell, ReportTable } from '../content';
import type { RowDefinition, RowPart } from '../definitions/definition';
import type { Where } from './cell-question';
import type { PlannedColumn } from './columns';
import type { CountedCells } from './count-cells';
import { figureCell, untoldCell } from './figure-cell';
import { type PlannedTable, templatesOf } from './plan-tables';

/** What tables are filled with. */
export interface Filling {
  readonly counted: CountedCells;
  readonly checked: Checked;
}

/** A table with its figures, and which of its rows are each of a value. */
export interface FilledTable {
  readonly table: ReportTable;
  readonly eachKeys: ReadonlySet<string>;
}

/** A row before its cells are made: its key, its label, and what it is narrowed to beside its definition. */
interface Line {
  readonly key: string;
  readonly label: string;
  readonly row: RowDefinition;
  readonly where: Where;
}

type FilledRow = ReportTable['rows'][number];

/** Fills a table: a row for each that its definition names, and for each value that something was counted of. */
export function fillTable(planned: PlannedTable, filling: Filling): FilledTable {
  const { key, title, rowHead, columns, notes } = planned;
  const eachKeys = new Set<string>();
  const rows = planned.rows.flatMap((row) => {
    if (!('each' in row)) return [filledRow({ ...row, row, where: {} }, planned, filling)];
    const filled = eachRows(row, planned, filling);
    for (const one of filled) eachKeys.add(one.key);
    return filled;
  });
  const shown = columns.map(({ key, label, kind }) => ({ key, label, kind }));
  return { table: { key, title, rowHead, columns: shown, rows, notes }, eachKeys };
}

/** Those of which anything was counted, the ones with the most of a column first. */
function eachRows(
  row: Extract<RowDefinition, { readonly each: RowPart }>,
  planned: PlannedTable,
  filling: Filling,
): readonly FilledRow[] {
  const templates = [...templatesOf(row, planned.columns).values()];
  const values = [...new Set(templates.flatMap((template) => filling.counted.valuesOf(template)))].sort();
  const filled = linesOf(row, values).map((line) => filledRow(line, planned, filling));
  const size = ({ key, cells }: FilledRow): number =>
    cells.find(({ id }) => id === `${planned.key}/${key}/${row.most}`)?.value ?? -1;
  return filled
    .filter(({ cells }) => cells.some(({ value, state }) => value || state === 'SUPPRESSED'))
    .sort((one, other) => size(other) - size(one))
    .slice(0, row.count);
}

/** A line for each value. Two whose keys would be one keep all of their letters. */
function linesOf(
  row: Extract<RowDefinition, { readonly each: RowPart }>,
  values: readonly string[],
): readonly Line[] {
  const bySlug = groupBy(values, slugOf);
  return values.map((value) => ({
    key: bySlug.get(slugOf(value))?.length === 1 ? slugOf(value) : encodeURIComponent(value),
    label: row.each === 'channels' ? channelName(value) : value,
    ...{ row, where: { [row.each]: [value] } },
  }));
}

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function filledRow(line: Line, planned: PlannedTable, filling: Filling): FilledRow {
  const { key, label } = line;
  const figures = figureCells(line, planned, filling);
  const cells = planned.columns.map((column) => {
    const id = `${planned.key}/${key}/${column.key}`;
    return figures.get(column.key) ?? otherCell(id, column, line.row);
  });
  return { key, label, cells };
}

function figureCells(
  { key, row, where }: Line,
  planned: PlannedTable,
  filling: Filling,
): ReadonlyMap<string, ReportCell> {
  const missing = 'missing' in row ? (row.missing ?? null) : null;
  return new Map(
    [...templatesOf(row, planned.columns)].map(([column, template]) => {
      const id = `${planned.key}/${key}/${column.key}`;
      const asked = { ...template, where: { ...template.where, ...where } };
      return [
        column.key,
        missing === null ? figureCell(id, { asked, template }, filling) : untoldCell(id, 'BLANK', missing),
      ];
    }),
  );
}

/** A cell of what is no figure. */
function otherCell(id: string, column: PlannedColumn, row: RowDefinition): ReportCell {
  const missing = 'missing' in row ? row.missing : undefined;
  if (column.kind === 'FIGURE') return missing ? untoldCell(id, 'BLANK', missing) : untoldCell(id, 'EMPTY');
  if (column.kind !== 'WORDS') return untoldCell(id, 'EMPTY');
  const words = 'words' in row ? row.words?.[column.key] : undefined;
  return words === undefined
    ? untoldCell(id, 'BLANK', column.missing)
    : { ...untoldCell(id, 'EMPTY'), state: 'TOLD', text: words };
}
