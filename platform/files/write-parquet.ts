import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Rows, Table, TableColumn, WriteTable } from './table';

/** So many rows are held in memory at a time, column by column. */
const GROUP_ROWS = 2_000;

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
  for await (const columnData of inGroups(table.columns, rows)) {
    await file.write({ columnData, rowGroupSize: columnData[0]?.data.length ?? 0 });
    yield taken(bytes);
  }
  await file.finish();
  yield taken(bytes);
};

/** What has been written since it was taken last. */
function taken(bytes: ByteWriter): Uint8Array {
  const written = bytes.getBytes().slice();
  bytes.index = 0;
  return written;
}

/** Columns of so many rows. Values are read as they come: lines that were kept for a group would outlive what is young. */
async function* inGroups(columns: readonly TableColumn[], rows: Rows): AsyncGenerator<ColumnSource[]> {
  const readers = columns.map(({ type }) => READERS[type]());
  const empty = () => columns.map(({ name }): Group => ({ name, data: [] }));
  let group = empty();
  let size = 0;
  for await (const some of rows) {
    for (const row of some) {
      for (const [place, { data }] of group.entries()) {
        const text = row[place] ?? null;
        data.push(text === null ? null : readers[place]?.(text));
      }
    }
    size += some.length;
    if (size < GROUP_ROWS) continue;
    yield group;
    [group, size] = [empty(), 0];
  }
  if (size > 0) yield group;
}

interface Group {
  readonly name: string;
  readonly data: unknown[];
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

const DAY_MILLIS = 86_400_000;

/** What makes the values of a column from its texts, with nothing new for what came before. */
const READERS: Readonly<Record<TableColumn['type'], () => (text: string) => unknown>> = {
  text: () => keeping((text) => text),
  integer: () => Number,
  number: () => Number,
  boolean: () => (text) => text === 'true',
  day: () => keeping((text) => Date.parse(`${text}T00:00:00Z`) / DAY_MILLIS),
  moment: () => keeping((text) => BigInt(Date.parse(text))),
};

/** Of columns with many values, as of ids, the latest. */
const MOST_KEPT = 1_000;

function keeping<Value>(read: (text: string) => Value): (text: string) => Value {
  const kept = new Map<string, Value>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const value = read(text);
    kept.set(text, value);
    return value;
  };
}
