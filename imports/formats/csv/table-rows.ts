import { FileRefused, type RawRow } from '../../record';
import type { Line } from '../text/lines';
import { columnsOf } from './header';
import { type CsvRecord, CsvRecords } from './records';
import { asRow, type Header, headed, isBlank } from './rows';

/** The rows of a table, line by line: the first record that is not blank is its header. */
export class TableRows {
  private readonly records: CsvRecords;
  private found: Header | null = null;

  constructor(
    separator: string,
    private readonly header: readonly string[],
  ) {
    this.records = new CsvRecords(separator);
  }

  /** The rows that end with this line, blank ones left out. Throws `FileRefused`, also for what is not the header. */
  add(line: Line): RawRow[] {
    return this.rowsOf(this.records.add(line));
  }

  /** The rows that the end of the file ends. Throws `FileRefused` EMPTY_FILE where there was not even a header. */
  end(): RawRow[] {
    const rows = this.rowsOf(this.records.end());
    if (this.found !== null) return rows;
    throw new FileRefused('EMPTY_FILE', 'The file has no line but blank ones. Export it again.');
  }

  private rowsOf(records: readonly CsvRecord[]): RawRow[] {
    const rows: RawRow[] = [];
    for (const { line, cells, isOpen } of records) {
      if (isBlank(cells)) continue;
      if (this.found === null) this.headedBy(cells, line);
      else rows.push(asRow({ line, record: cells, header: this.found, isOpen }));
    }
    return rows;
  }

  private headedBy(written: readonly string[], line: number): void {
    this.found = headed(columnsOf({ written, header: this.header, line }));
    this.records.width = this.found.columns.length;
  }
}
