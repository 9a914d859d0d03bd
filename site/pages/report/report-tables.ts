import { NOT_RECORDED, shortDayWords } from '../../../domain/figures/days';
import { countWords } from '../../../domain/figures/numbers';
import { type FileTable, fileTable } from '../../downloads/file-table';
import type { ProgressReportQuery } from '../../operations/__generated__/operations';

type GivenTable = NonNullable<ProgressReportQuery['periodReport']>['tables'][number];

/** One table as the page shows it. */
export interface ReportTable {
  /** Names its file. */
  readonly id: string;
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly values: readonly (number | null)[];
    /** The same in words; null where nothing was recorded. */
    readonly cells: readonly (string | null)[];
  }[];
}

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const FIRST_HEAD = 'What is counted';

/**
 * The report's tables as the council lays them out: those that stand in a row and have the same periods are one table, so
 * that their figures line up.
 */
export function reportTables(given: readonly GivenTable[]): ReportTable[] {
  const groups: GivenTable[][] = [];
  for (const table of given) {
    const group = groups.at(-1);
    if (group?.[0]?.columns.join('|') === table.columns.join('|')) group.push(table);
    else groups.push([table]);
  }
  return groups.map((tables) => ({
    id: tables.map(({ key }) => key).join('-'),
    title: LIST.format(tables.map(({ title }) => title)),
    heads: [FIRST_HEAD, ...(tables[0]?.columns ?? []).map(headWords)],
    rows: tables.flatMap(({ rows }) =>
      rows.map(({ label, values }) => ({
        ...{ label, values },
        cells: values.map((value) => (value === null ? null : countWords(value))),
      })),
    ),
  }));
}

/** A period, with the day on which its records end in words. */
const headWords = (column: string): string =>
  column.replace(/\d{4}-\d{2}-\d{2}/, (day) => shortDayWords(day)).replace(/(Q\d)-(Q\d)/, '$1 to $2');

/** A head in the lines that it is broken into: a year is never broken. */
export const headLines = (head: string): string[] => head.split(/ (?=Q\d|to \d)(?<!to )/);

/** Whether a figure was not recorded, so that the page says what its dash means. */
export const hasUnrecorded = (tables: readonly ReportTable[]): boolean =>
  tables.some(({ rows }) => rows.some(({ values }) => values.includes(null)));

/** What stands in place of a figure that was not recorded, for those who see the dash and for those who do not. */
export const UNRECORDED = { dash: '–', words: NOT_RECORDED };

/** A table to take away: the columns and rows of the page; what was not recorded is empty. */
export const reportFile = ({ heads, rows }: ReportTable): FileTable =>
  fileTable(
    heads,
    rows.map(({ label, values }) => [label, ...values]),
  );
