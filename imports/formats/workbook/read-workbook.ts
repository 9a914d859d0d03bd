import { createHash } from 'node:crypto';
import type { RawRow } from '../../record';
import { wholeFile } from '../csv/checked-bytes';
import type { Reading } from '../csv/read-csv';
import { MOST_UNPACKED_BYTES } from './check-container';
import { findHeaders } from './find-header';
import { openWorkbook } from './open-workbook';
import { SheetNotes } from './sheet-notes';
import { sheetRows } from './sheet-rows';

const BATCH_ROWS = 1000;

export interface WorkbookRequest {
  readonly file: string;
  readonly maximumBytes: number;
  /** The source's own column names; each visible sheet that has exactly these, in any order and any case, is read. */
  readonly header: readonly string[];
  /** Those of them that hold days. */
  readonly dayColumns: ReadonlySet<string>;
}

/**
 * Reads the tables of an .xlsx workbook, one sheet after another: their rows in batches. Other than text it cannot be read
 * piece by piece, so its size is limited besides `maximumBytes` (`MOST_UNPACKED_BYTES`).
 * Throws `FileRefused` before any row is given. Codes: NOT_FOUND, UNREADABLE, FILE_TOO_LARGE, EMPTY_FILE,
 * NOT_A_WORKBOOK, ENCRYPTED_WORKBOOK, WORKBOOK_TOO_LARGE, WRONG_HEADER, MISSING_COLUMN, HIDDEN_SHEET.
 */
export function readWorkbook({ header, dayColumns, ...request }: WorkbookRequest): Reading {
  let digest: string | null = null;
  let told: SheetNotes | null = null;
  async function* batches(): AsyncGenerator<readonly RawRow[]> {
    const maximumBytes = Math.min(request.maximumBytes, MOST_UNPACKED_BYTES);
    const bytes = await wholeFile({ file: request.file, maximumBytes });
    const { sheets, from1904 } = openWorkbook(bytes);
    const headers = findHeaders(sheets, header);
    told = new SheetNotes(headers);
    let batch: RawRow[] = [];
    for (const found of headers.found) {
      const isOneOfSeveral = headers.found.length > 1;
      for (const row of sheetRows({ ...found, from1904, dayColumns, isOneOfSeveral })) {
        told.see(found, row);
        batch.push(row);
        if (batch.length < BATCH_ROWS) continue;
        yield batch;
        batch = [];
      }
    }
    if (batch.length > 0) yield batch;
    digest = createHash('sha256').update(bytes).digest('hex');
  }
  return {
    [Symbol.asyncIterator]: batches,
    sha256() {
      if (digest === null) throw new Error('The file has not been read to its end');
      return digest;
    },
    notes: () => told?.notes() ?? [],
  };
}
