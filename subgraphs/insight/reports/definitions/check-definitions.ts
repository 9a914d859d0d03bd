import { keysOf } from '../../../../platform/tables/keys-of';
import { MEASURES, type Measure } from '../../figures/catalogue/measure-catalogue';
import type {
  ColumnDefinition,
  Given,
  ReportDefinition,
  RowDefinition,
  SectionDefinition,
  TableDefinition,
} from './definition';

/** The definitions as they came. Throws an error that names each fault, and where it is. */
export function checkDefinitions(definitions: readonly ReportDefinition[]): readonly ReportDefinition[] {
  const faults = [
    ...repeated(
      'The reports',
      definitions.map(({ key }) => key),
    ),
    ...definitions.flatMap(faultsOf),
  ];
  if (faults.length === 0) return definitions;
  throw new Error(`The definitions of reports have faults:\n${faults.join('\n')}`);
}

const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** What is wrong with a definition, each fault with where it is; none where nothing is. */
export function faultsOf({
  key,
  version,
  since,
  rule,
  audience,
  upTo,
  sections,
}: ReportDefinition): readonly string[] {
  const at = `Report ${key}`;
  const tables = sections.flatMap(({ tables = [] }) =>
    tables.flatMap((table) => ('key' in table ? [table.key] : [])),
  );
  return [
    ...wrongKey(at, key),
    ...(Number.isInteger(version) && version > 0 ? [] : [`${at}: its version is no whole number from 1`]),
    ...(DAY.test(since) ? [] : [`${at}: since is no day`]),
    ...(rule.trim() ? [] : [`${at}: it names no rule that asks for it`]),
    ...(audience.trim() ? [] : [`${at}: it does not say who it is for`]),
    ...(upTo.length > 0 ? [] : [`${at}: it speaks of no quarter`]),
    ...(sections.length > 0 ? [] : [`${at}: it has no section`]),
    ...repeated(
      `${at}: sections`,
      sections.map((section) => section.key),
    ),
    ...repeated(`${at}: tables`, tables),
    ...sections.flatMap((section) => sectionFaults(`${at}, section ${section.key}`, section)),
  ];
}

function sectionFaults(at: string, section: SectionDefinition): readonly string[] {
  const { key, heading, paragraphs = [], standouts = [], prompt, tables = [], blanks = [] } = section;
  const isEmpty =
    [paragraphs, standouts, tables, blanks].every(({ length }) => length === 0) && prompt === null;
  const keyed = tables.flatMap((table) => ('key' in table ? [table] : []));
  return [
    ...wrongKey(at, key),
    ...(heading.trim() ? [] : [`${at}: it has no heading`]),
    ...(isEmpty ? [`${at}: it holds nothing and asks nothing of anybody`] : []),
    ...standouts
      .filter(({ table }) => !keyed.some((one) => one.key === table))
      .map(({ table }) => `${at}: it tells what stands out of table ${table}, which it does not hold`),
    ...blanks
      .filter(({ wouldFill }) => !wouldFill.trim())
      .map(({ label }) => `${at}: nothing says what would fill ${label}`),
    ...keyed.flatMap((table) => tableFaults(`${at}, table ${table.key}`, table)),
  ];
}

function tableFaults(
  at: string,
  { key, columns, rows }: Extract<TableDefinition, { readonly key: string }>,
): readonly string[] {
  return [
    ...wrongKey(at, key),
    ...(columns.length > 0 ? [] : [`${at}: it has no column`]),
    ...(rows.length > 0 ? [] : [`${at}: it has no row`]),
    ...repeated(
      `${at}: rows`,
      rows.flatMap((row) => ('key' in row ? [row.key] : [])),
    ),
    ...repeated(
      `${at}: columns`,
      columns.map((column) => ('period' in column ? `${column.key ?? ''} ${column.period}` : column.key)),
    ),
    ...rows.flatMap((row) =>
      rowFaults(`${at}, row ${'key' in row ? row.key : `of each of ${row.each}`}`, row, columns),
    ),
  ];
}

function rowFaults(at: string, row: RowDefinition, columns: readonly ColumnDefinition[]): readonly string[] {
  const missing = 'missing' in row && row.missing !== undefined;
  return [
    ...('key' in row ? wrongKey(at, row.key) : []),
    ...columns.flatMap((column) => {
      if (column.kind !== 'FIGURE') return [];
      const in_ = `${at}, column ${column.key ?? column.period}`;
      return missing ? [] : cellFaults(in_, row, column);
    }),
  ];
}

/** What is wrong with what a row and a column ask together. */
function cellFaults(at: string, row: Given, column: Given): readonly string[] {
  const both = keysOf(row.where ?? {}).filter((part) => column.where?.[part] !== undefined);
  const measures = [row.measure, column.measure].flatMap((measure) => measure ?? []);
  return [
    ...both.map((part) => `${at}: both the row and the column narrow ${part}`),
    ...(measures.length === 1
      ? []
      : [`${at}: ${measures.length === 0 ? 'neither' : 'both'} of them names a measure`]),
    ...measures.flatMap((measure) => measureFaults(at, measure, { ...row.where, ...column.where })),
  ];
}

function measureFaults(at: string, measure: Measure, where: object): readonly string[] {
  if (!Object.hasOwn(MEASURES, measure)) return [`${at}: ${measure} is no measure`];
  const narrowed = keysOf(where);
  if (measure === 'CALLS' && narrowed.length > 0) return [`${at}: calls can be narrowed by days alone`];
  const isOfOmbudsmen = OF_OMBUDSMEN.has(measure) && 'stages' in where;
  return isOfOmbudsmen ? [`${at}: ombudsmen's cases have no stage`] : [];
}

const OF_OMBUDSMEN: ReadonlySet<Measure> = new Set<Measure>([
  ...(['REFERRED_TO_OMBUDSMAN', 'OMBUDSMAN_DECIDED', 'UPHELD_BY_OMBUDSMAN'] as const),
  ...(['REMEDIES_DUE', 'REMEDIES_DONE', 'REMEDIES_DONE_IN_TIME', 'REMEDY_COMPLIANCE_RATE'] as const),
]);

const wrongKey = (at: string, key: string): readonly string[] =>
  KEY.test(key) ? [] : [`${at}: its key is not written in small letters with hyphens`];

function repeated(at: string, keys: readonly string[]): readonly string[] {
  const twice = keys.filter((key, place) => keys.indexOf(key) !== place);
  return [...new Set(twice)].map((key) => `${at}: ${key} is there twice`);
}
