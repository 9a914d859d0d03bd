import { countWords } from '../../../domain/figures/numbers';
import { CSV_START, csvLine } from '../../../platform/files/csv';
import type { FileTable } from '../../downloads/file-table';
import type { ListPage } from './ask-list';
import type { ListQuestion } from './list-question';
import { areCases, columnHeads, fileCells } from './list-view';

/** More rows than this take longer than people wait, and are refused: a file that was cut short looks whole. */
const MOST_ROWS = 20_000;

/** The rows that follow a cursor; the first where it is null. */
export type AskStep = (after: string | null) => Promise<ListPage>;

/** Why a list of so many rows is no download; null where it is one. */
export function tooMany(total: number | null): string | null {
  if (total === null || total <= MOST_ROWS) return null;
  return `The list has ${countWords(total)} rows, and a download holds ${countWords(MOST_ROWS)} at most. Narrow it by year, stream or service, and download the parts.`;
}

/** The cells of a list, some rows at a time: those of the first step, then of each that follows. */
export async function* rowsOf(first: ListPage, step: AskStep): AsyncGenerator<FileTable['rows']> {
  const isOfCases = areCases(first.rows);
  for (let page = first; ; page = await step(page.pageInfo.endCursor)) {
    yield page.rows.map((row) => fileCells(row, isOfCases));
    if (!page.pageInfo.hasNextPage) return;
  }
}

/** The file with commas, line by line. */
export async function* csvOf(question: ListQuestion, first: ListPage, step: AskStep): AsyncGenerator<string> {
  yield CSV_START + csvLine(columnHeads(question, areCases(first.rows)));
  for await (const rows of rowsOf(first, step)) yield rows.map(csvLine).join('');
}

/** The columns with their types, for kinds of files that have them. */
export function typedColumns(question: ListQuestion, first: ListPage): FileTable['columns'] {
  const isOfCases = areCases(first.rows);
  const types = isOfCases ? CASE_TYPES : STAGE_TYPES;
  return columnHeads(question, isOfCases).map((name, place) => ({ name, type: types[place] ?? 'text' }));
}

/** As `fileCells` has them. */
const STAGE_TYPES = ['text', 'integer', 'day', 'text', 'text', 'day', 'day', 'text'] as const;
const CASE_TYPES = ['text', 'day', 'text', 'day', 'day', 'text'] as const;

/** The name of the file, without what tells its kind. */
export const fileName = (question: ListQuestion, asAt: string): string => {
  const name =
    question.kind === 'measured' ? question.measured.measure.toLowerCase().replaceAll('_', '-') : 'all';
  return `complaints-${name}-as-at-${asAt}`;
};
