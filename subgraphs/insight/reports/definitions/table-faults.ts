import { parseFinancialYear, type Quarter } from '../../../../domain/calendar/financial-year';
import { keysOf } from '../../../../platform/tables/keys-of';
import { MEASURES, type Measure } from '../../figures/catalogue/measure-catalogue';
import { type PlannedColumn, plannedColumns } from '../fill/columns';
import type { ColumnDefinition, Given, RowDefinition, TableDefinition } from './definition';
import { repeated, wrongKey } from './faults';

type Table = Extract<TableDefinition, { readonly key: string }>;

/** The year of which columns are tried out: which one it is does not change their keys. */
const ANY_YEAR = parseFinancialYear('2021-22');

/** What is wrong with a table; `read` are columns that a sentence is made of. */
export function tableFaults(
  at: string,
  table: Table,
  { upTo, read }: { readonly upTo: readonly Quarter[]; readonly read: readonly string[] },
): readonly string[] {
  const { key, title, columns, rows } = table;
  const keys = rows.flatMap((row) => ('key' in row ? [row.key] : []));
  return [
    ...wrongKey(at, key),
    ...(title.trim() ? [] : [`${at}: it has no title`]),
    ...(columns.length > 0 ? [] : [`${at}: it has no column`]),
    ...(rows.length > 0 ? [] : [`${at}: it has no row`]),
    ...repeated(`${at}: rows`, keys),
    ...new Set(upTo.flatMap((quarter) => columnFaults(at, table, { upTo: quarter, read }))),
    ...rows.flatMap((row) =>
      rowFaults(`${at}, row ${'key' in row ? row.key : `of each of ${row.each}`}`, row, columns),
    ),
  ];
}

/** What is wrong with the columns that a report up to a quarter has. */
function columnFaults(
  at: string,
  { columns, rows }: Table,
  { upTo, read }: { readonly upTo: Quarter; readonly read: readonly string[] },
): readonly string[] {
  const planned = ANY_YEAR === null ? [] : plannedColumns(columns, { year: ANY_YEAR, upTo });
  const figures = planned.flatMap((column) => (column.kind === 'FIGURE' ? [column.key] : []));
  const meant = [
    ...read,
    ...planned.flatMap(meantBy),
    ...rows.flatMap((row) => ('each' in row ? [row.most] : [])),
  ];
  return [
    ...repeated(
      `${at}: columns`,
      planned.map(({ key }) => key),
    ),
    ...planned.flatMap(({ key }) => wrongKey(`${at}, column ${key}`, key)),
    ...meant
      .filter((key) => !figures.includes(key))
      .map((key) => `${at}: ${key} is no column of its figures up to ${upTo}`),
  ];
}

/** The columns of figures of which a column says something. */
function meantBy(column: PlannedColumn): readonly string[] {
  if (column.kind === 'DIRECTION') return [column.of, column.before];
  return column.kind === 'TARGET' || column.kind === 'RAG' ? [column.of] : [];
}

function rowFaults(at: string, row: RowDefinition, columns: readonly ColumnDefinition[]): readonly string[] {
  const counts = columns.filter((column) => column.kind === 'FIGURE');
  const isBlank = 'missing' in row && row.missing !== undefined;
  const words = columns.filter((column) => column.kind === 'WORDS').map(({ key }) => key);
  const written = 'words' in row ? Object.keys(row.words ?? {}) : [];
  return [
    ...('key' in row ? wrongKey(at, row.key) : []),
    ...('each' in row && keysOf(row.where ?? {}).some((part) => part === row.each)
      ? [`${at}: it is narrowed to some of them`]
      : []),
    ...written.filter((key) => !words.includes(key)).map((key) => `${at}: ${key} is no column of words`),
    ...(isBlank
      ? []
      : counts.flatMap((column) => cellFaults(`${at}, column ${column.key ?? column.period}`, row, column))),
  ];
}

/** What is wrong with what a row and a column ask together. */
function cellFaults(at: string, row: Given, column: Given): readonly string[] {
  const both = keysOf(row.where ?? {}).filter((part) => column.where?.[part] !== undefined);
  const measures = [row.measure, column.measure].flatMap((measure) => measure ?? []);
  const named = measures.length === 0 ? 'neither of them names' : 'both of them name';
  return [
    ...both.map((part) => `${at}: both the row and the column narrow ${part}`),
    ...(measures.length === 1 ? [] : [`${at}: ${named} a measure`]),
    ...measures.flatMap((measure) => measureFaults(at, measure, { ...row.where, ...column.where })),
  ];
}

function measureFaults(at: string, measure: Measure, where: object): readonly string[] {
  if (!Object.hasOwn(MEASURES, measure)) return [`${at}: ${measure} is no measure`];
  if (measure === 'CALLS' && keysOf(where).length > 0) return [`${at}: calls can be narrowed by days alone`];
  const isOfOmbudsmen = OF_OMBUDSMEN.has(measure) && 'stages' in where;
  return isOfOmbudsmen ? [`${at}: ombudsmen's cases have no stage`] : [];
}

const OF_OMBUDSMEN: ReadonlySet<Measure> = new Set<Measure>([
  ...(['REFERRED_TO_OMBUDSMAN', 'OMBUDSMAN_DECIDED', 'UPHELD_BY_OMBUDSMAN'] as const),
  ...(['REMEDIES_DUE', 'REMEDIES_DONE', 'REMEDIES_DONE_IN_TIME', 'REMEDY_COMPLIANCE_RATE'] as const),
]);
