import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Rows, Table, TableColumn, TableRow, WriteTable } from './table';

/** So many rows are held in memory at a time, column by column. */
const GROUP_ROWS = 5_000;

/**
 * Typed columns (DATE, TIMESTAMP in UTC, INT32, DOUBLE, BOOLEAN, UTF-8), in groups of rows as they come. What each column means, of
 * which day it speaks and what was asked stand in the file's own metadata.
 */
export const writeParquet: WriteTable = async function* (table, rows) {
  const bytes = new ByteWriter();
  const file = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'root', num_children: table.columns.length }, ...table.columns.map(elementOf)],
    kvMetadata: Object.entries(saidOf(table)).map(([key, value]) => ({ key, value })),
    createdBy: 'council-complaints',
  });
  for await (const group of inGroups(rows)) {
    await file.write({ columnData: columnsOf(table, group), rowGroupSize: group.length });
    yield taken(bytes);
  }
  await file.finish();
  yield taken(bytes);
};

/** What has been written since it was taken last. */
function taken(bytes: ByteWriter): Uint8Array {
  const written = Uint8Array.from(bytes.getBytes());
  bytes.index = 0;
  return written;
}

async function* inGroups(rows: Rows): Rows {
  let group: TableRow[] = [];
  for await (const some of rows) {
    for (const row of some) group.push(row);
    if (group.length < GROUP_ROWS) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

const saidOf = ({ name, description, columns, count, asAt, asked }: Table) => ({
  ...{ name, description, asAt, asked, rowCount: String(count) },
  columns: JSON.stringify(Object.fromEntries(columns.map((column) => [column.name, column.description]))),
});

const STORED: Readonly<Record<TableColumn['type'], Omit<SchemaElement, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  day: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  moment: {
    ...{ type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
};

const elementOf = ({ name, type }: TableColumn): SchemaElement => ({
  ...{ name, repetition_type: 'OPTIONAL' },
  ...STORED[type],
});

const VALUES: Readonly<Record<TableColumn['type'], (text: string) => unknown>> = {
  text: (text) => text,
  integer: Number,
  number: Number,
  boolean: (text) => text === 'true',
  day: (text) => new Date(`${text}T00:00:00Z`),
  moment: (text) => new Date(text),
};

const columnsOf = ({ columns }: Table, rows: readonly TableRow[]): ColumnSource[] =>
  columns.map(({ name, type }, place) => ({
    name,
    data: rows.map((row) => {
      const value = row[place] ?? null;
      return value === null ? null : VALUES[type](value);
    }),
  }));
