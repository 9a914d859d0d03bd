import { csvLine } from '../../platform/files/csv';
import type { WriteTable } from '../../platform/files/table';
import { isBare } from './json-value';

/** Lines with commas (RFC 4180), the names of the columns first; no text is left that a spreadsheet would work out. */
export const writeCsv: WriteTable = async function* ({ columns }, rows) {
  yield csvLine(columns.map(({ name }) => name));
  const isNumber = columns.map(({ type }) => isBare(type) && type !== 'boolean');
  for await (const some of rows)
    yield some
      .map((row) =>
        csvLine(row.map((value, place) => (value !== null && isNumber[place] ? Number(value) : value))),
      )
      .join('');
};
