import { CSV_START, csvLine } from '../../../platform/files/csv';
import type { MeasureTable } from './measure-table';

/** A table as a file with commas: the columns of the page and its exact numbers; what was not recorded is empty. */
export function tableCsv({ heads, rows }: Pick<MeasureTable, 'heads' | 'rows'>): string {
  const lines = rows.map(({ label, cells }) => [
    label,
    ...cells.map(({ exact }) => (exact === '' ? null : Number(exact))),
  ]);
  return CSV_START + [heads, ...lines].map(csvLine).join('');
}
