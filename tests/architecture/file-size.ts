import fs from 'node:fs';
import path from 'node:path';

/** Lines that a file of code may have. Most have 60 or fewer: a longer one usually holds two things. */
export const MOST_LINES = 300;

/** Lines that a file of tests may have: its cases stand one after another and need not be held in mind together. */
const MOST_LINES_OF_TESTS = 500;

/** Files that hold data, a row a line. */
const DATA_TABLES = ['domain/calendar/bank-holidays.ts'];

/** The files of `files` that are longer than they may be, as sentences. */
export function longFiles(root: string, files: readonly string[]): string[] {
  return files
    .filter((file) => /\.(ts|cjs)$/.test(file) && !DATA_TABLES.includes(file))
    .map((file) => ({ file, lines: fs.readFileSync(path.join(root, file), 'utf8').split('\n').length - 1 }))
    .filter(({ file, lines }) => lines > most(file))
    .map(({ file, lines }) => `${file} has ${lines} lines; ${most(file)} is the most. Split it.`);
}

const most = (file: string): number => (file.endsWith('.test.ts') ? MOST_LINES_OF_TESTS : MOST_LINES);

/** Data tables that are not there any more. */
export const missingDataTables = (files: readonly string[]): string[] =>
  DATA_TABLES.filter((file) => !files.includes(file));
