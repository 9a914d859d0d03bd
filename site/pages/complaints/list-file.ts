import { CSV_START, csvLine } from '../../../platform/files/csv';
import { countWords } from '../../words/numbers';
import type { ListPage } from './ask-list';
import type { ListQuestion } from './list-question';
import { areCases, columnHeads, csvCells } from './list-view';

/** More rows than this take longer than people wait, and are refused: a file that was cut short looks whole. */
const MOST_ROWS = 20_000;

/** The rows that follow a cursor; the first where it is null. */
export type AskStep = (after: string | null) => Promise<ListPage>;

/** Why a list of so many rows is no download; null where it is one. */
export function tooMany(total: number | null): string | null {
  if (total === null || total <= MOST_ROWS) return null;
  return `The list has ${countWords(total)} rows, and a download holds ${countWords(MOST_ROWS)} at most. Narrow it by year, stream or service, and download the parts.`;
}

/** The file, line by line: the first step's rows, then those of each that follows. */
export async function* csvOf(question: ListQuestion, first: ListPage, step: AskStep): AsyncGenerator<string> {
  const isOfCases = areCases(first.rows);
  yield CSV_START + csvLine(columnHeads(question, isOfCases));
  for (let page = first; ; page = await step(page.pageInfo.endCursor)) {
    yield page.rows.map((row) => csvLine(csvCells(row, isOfCases))).join('');
    if (!page.pageInfo.hasNextPage) return;
  }
}

/** The name of the file. */
export const fileName = (question: ListQuestion, asAt: string): string => {
  const name =
    question.kind === 'measured' ? question.measured.measure.toLowerCase().replaceAll('_', '-') : 'all';
  return `complaints-${name}-as-at-${asAt}.csv`;
};
