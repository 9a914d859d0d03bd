import type { WriteTable } from '../../platform/files/table';
import { writeParquet } from '../../platform/files/write-parquet';
import { writeXlsx } from '../../platform/files/write-xlsx';
import type { RecordWriting } from '../../platform/records/send-records';
import { writeCsv } from './write-csv';
import { writeJson } from './write-json';

/** What a file can be written as. */
interface Format {
  readonly mediaType: string;
  readonly write: WriteTable;
}

export const FORMATS = {
  csv: { mediaType: 'text/csv', write: writeCsv },
  json: { mediaType: 'application/json', write: writeJson },
  parquet: { mediaType: 'application/vnd.apache.parquet', write: writeParquet },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: writeXlsx,
  },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;

export const isFormat = (name: string): name is FormatName => Object.hasOwn(FORMATS, name);

/** How records come for a format: those with commas leave as they come. */
export const writingFor = (format: FormatName): RecordWriting => (format === 'csv' ? 'CSV' : 'TABBED');
