import { EntitySchema, type EntitySchemaColumnOptions, type EntitySchemaIndexOptions } from 'typeorm';
import type { BulkTable } from '../transaction/bulk';
import type { Column, Columns, RowOf } from './columns';
import { keysOf, mapValues, pick } from './keys-of';

/** A table as code knows it: all of it follows from one map of columns. `bulkUpsert` takes it as it is. */
export interface Table<Row extends object> extends BulkTable<Row> {
  /** Without its schema. */
  readonly name: string;
  /** The columns' names, in the order of the map. */
  readonly names: readonly (keyof Row & string)[];
  /** For the drift test, and for those who ask through TypeORM. */
  readonly entity: EntitySchema;
}

/** A row of a table: `RowIn<typeof stageFact>`. */
export type RowIn<Described> = Described extends Table<infer Row> ? Row : never;

export interface TableDefinition<Of extends Columns> {
  readonly schema: string;
  readonly name: string;
  readonly columns: Of;
  readonly indices?: EntitySchemaIndexOptions[];
  readonly checks?: { name: string; expression: string }[];
}

/**
 * Describes a table once. The row's type, TypeORM's entity, the SQL types of a bulk write and the names for a
 * selection come from the map of columns. Migrations make the table itself, and the drift test compares the two.
 */
export function defineTable<Of extends Columns>(definition: TableDefinition<Of>): Table<RowOf<Of>> {
  const { schema, name, columns, indices = [], checks = [] } = definition;
  const names = keysOf(columns);
  return {
    name,
    names,
    table: `"${schema}"."${name}"`,
    columns: mapValues<keyof Of & string, Column, string>(columns, sqlType),
    key: names.filter((column) => columns[column]?.primary === true),
    entity: new EntitySchema({
      name: `${schema}.${name}`,
      schema,
      tableName: name,
      columns: mapValues(columns, (column) => entityColumn(column, `${name}_pkey`)),
      indices,
      checks,
    }),
  };
}

const sqlType = ({ type, array }: Column): string => (array ? `${type}[]` : type);

function entityColumn({ value: _, ...column }: Column, keyConstraint: string): EntitySchemaColumnOptions {
  return column.primary ? { ...column, primaryKeyConstraintName: keyConstraint } : { ...column };
}

/** Some columns of a table, for a write of those alone. */
export function someColumns<Row extends object, Name extends keyof Row & string>(
  { table, columns, key }: BulkTable<Row>,
  names: readonly Name[],
): BulkTable<Pick<Row, Name>> {
  const isWanted = (name: string): name is Name => names.some((wanted) => wanted === name);
  return { table, columns: pick(columns, names), key: key.filter(isWanted) };
}

/** All columns of a table as a select list, each of the table with this alias. */
export const selection = ({ names }: { readonly names: readonly string[] }, alias: string): string =>
  names.map((name) => `${alias}."${name}"`).join(', ');
