import type { TableColumn } from '../../platform/files/table';

/** Whether a value of a column is written as it is where text would be quoted. */
export const isBare = (type: TableColumn['type']): boolean =>
  type === 'integer' || type === 'number' || type === 'boolean';

/** A value as JSON, from the text that it is. */
export const valueText = (value: string | null, bare: boolean): string =>
  value === null ? 'null' : bare ? value : JSON.stringify(value);
