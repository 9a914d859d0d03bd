import { channelName, streamName } from '../../../../domain/figures/names';
import { groupBy } from '../../../../platform/tables/group-by';
import type { Checked } from '../../figures/check-question';
import type { ReportTable } from '../content';
import type { RowDefinition, RowPart } from '../definitions/definition';
import type { Where } from './cell-question';
import type { PlannedColumn } from './columns';
import type { CountedCells } from './count-cells';
import { figureCell } from './figure-cell';
import type { Aims, AskedCell } from './judged-cells';
import { otherCell } from './other-cell';
import { partialNotes } from './partial-notes';
import { isAskedRecorded, lastQuarterOf } from './period-recorded';
import { type PlannedTable, templatesOf } from './plan-tables';

/** What tables are filled with. */
export interface Filling {
  readonly counted: CountedCells;
  readonly checked: Checked;
  readonly aims: Aims;
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
  const { key, title, rowHead, columns } = planned;
  const eachKeys = new Set<string>();
  const rows = planned.rows.filter(isShownIn(planned, filling)).flatMap((row) => {
    if (!('each' in row)) return [filledRow({ ...row, row, where: {} }, planned, filling)];
    const filled = eachRows(row, planned, filling);
    for (const one of filled) eachKeys.add(one.key);
    return filled;
  });
  const shown = columns.map(({ key, label, kind }) => ({ key, label, kind: SHOWN_AS[kind] }));
  return { table: { key, title, rowHead, columns: shown, rows, notes: notesOf(planned, filling) }, eachKeys };
}

/** The labels of a table by which a part describes itself say themselves up to which day they count. */
const notesOf = (
  { notes, rows, columns, isDescribed }: PlannedTable,
  { checked }: Filling,
): readonly string[] => {
  const templates = rows.flatMap((row) => [...templatesOf(row, columns).values()]);
  return isDescribed ? notes : [...notes, ...partialNotes(templates, checked.recording)];
};

const SHOWN_AS = {
  ...{ FIGURE: 'FIGURE', TARGET: 'TARGET', RAG: 'RAG', DIRECTION: 'DIRECTION' },
  ...{ WORDS: 'WORDS', POLARITY: 'WORDS' },
} as const satisfies Readonly<Record<PlannedColumn['kind'], ReportTable['columns'][number]['kind']>>;

/** Where a report is of what is new, rows of which its last quarter has recorded nothing are left out. */
const isShownIn =
  (planned: PlannedTable, { checked }: Filling) =>
  (row: RowDefinition): boolean => {
    if (!planned.isOnlyNew) return true;
    const soFar = [...templatesOf(row, planned.columns)].filter(([{ key }]) => key === 'so-far');
    return soFar.every(([, template]) =>
      isAskedRecorded({ ...template, period: lastQuarterOf(template.period) }, checked),
    );
  };

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
    label: NAMES[row.each]?.(value) ?? value,
    ...{ row, where: { [row.each]: [value] } },
  }));
}

/** What is kept by a code is shown by its name. */
const NAMES: Readonly<Partial<Record<RowPart, (value: string) => string>>> = {
  streams: streamName,
  channels: channelName,
};

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function filledRow(line: Line, planned: PlannedTable, filling: Filling): FilledRow {
  const { key, label, row } = line;
  const figures = figureCells(line, planned, filling);
  const measure = row.measure ?? [...figures.values()][0]?.asked.measure;
  const cells = planned.columns.map((column) => {
    const id = `${planned.key}/${key}/${column.key}`;
    return (
      figures.get(column.key)?.cell ?? otherCell(id, column, { row, measure, figures, aims: filling.aims })
    );
  });
  return { key, label, cells };
}

function figureCells(
  { key, row, where }: Line,
  planned: PlannedTable,
  filling: Filling,
): ReadonlyMap<string, AskedCell> {
  if ('missing' in row && row.missing !== undefined) return new Map();
  return new Map(
    [...templatesOf(row, planned.columns)].map(([column, template]) => {
      const id = `${planned.key}/${key}/${column.key}`;
      const asked = { ...template, where: { ...template.where, ...where } };
      return [column.key, { asked, cell: figureCell(id, { asked, template, column }, filling) }];
    }),
  );
}
