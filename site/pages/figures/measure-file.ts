import { type FileTable, fileTable } from '../../downloads/file-table';
import type { MeasureTable } from './measure-table';

/** A table to take away: the columns of the page and its exact numbers; what was not recorded is empty. */
export const measureFile = ({ heads, rows }: Pick<MeasureTable, 'heads' | 'rows'>): FileTable =>
  fileTable(
    heads,
    rows.map(({ label, cells }) => [
      label,
      ...cells.map(({ exact }) => (exact === '' ? null : Number(exact))),
    ]),
  );
