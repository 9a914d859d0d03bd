import type { Table, TableColumn } from '../../platform/files/table';

const DATATYPES: Readonly<Record<TableColumn['type'], string>> = {
  text: 'string',
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
  day: 'date',
  moment: 'dateTime',
};

/** What a file with commas holds, as programs read it (W3C, Metadata Vocabulary for Tabular Data). */
export const csvMetadata = ({
  name,
  description,
  columns,
}: Pick<Table, 'name' | 'description' | 'columns'>) => ({
  '@context': 'http://www.w3.org/ns/csvw',
  url: `${name}.csv`,
  'dc:title': name,
  'dc:description': description,
  dialect: { header: true, encoding: 'utf-8', lineTerminators: ['\r\n'] },
  tableSchema: {
    columns: columns.map((column) => ({
      ...{ name: column.name, titles: column.name, datatype: DATATYPES[column.type] },
      'dc:description': column.description,
    })),
  },
});
