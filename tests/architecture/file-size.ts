import fs from 'node:fs';
import path from 'node:path';

/** Lines that a file of code may have. Most have 60 or fewer: a longer one usually holds two things. */
export const MOST_LINES = 300;

/** Files that hold data, a row a line. */
const DATA_TABLES = ['domain/calendar/bank-holidays.ts'];

/** The files of `files` that are longer than they may be, as sentences. */
export function longFiles(root: string, files: readonly string[]): string[] {
  return files
    .filter((file) => /\.(ts|cjs)$/.test(file) && !DATA_TABLES.includes(file))
    .map((file) => ({ file, lines: fs.readFileSync(path.join(root, file), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(
      ({ file, lines }) =>
        `${file} has ${lines} lines; ${MOST_LINES} is the most. Take one of its things out.`,
    );
}

/** Data tables that are not there any more. */
export const missingDataTables = (files: readonly string[]): string[] =>
  DATA_TABLES.filter((file) => !files.includes(file));
