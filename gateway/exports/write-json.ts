import type { Table, TableRow, WriteTable } from '../../platform/files/table';
import { isBare, valueText } from './json-value';

/** An array of objects, each with every column; null where there is no value. */
export const writeJson: WriteTable = async function* (table, rows) {
  const objectOf = writerOf(table);
  let before = '[\n';
  for await (const some of rows) {
    yield before + some.map(objectOf).join(',\n');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
};

function writerOf({ columns }: Table): (row: TableRow) => string {
  const names = columns.map(({ name }) => `${JSON.stringify(name)}:`);
  const bare = columns.map(({ type }) => isBare(type));
  return (row) =>
    `{${names.map((name, place) => name + valueText(row[place] ?? null, bare[place] === true)).join(',')}}`;
}
