import { CsvError, type Parser } from 'csv-parse';
import { FileRefused } from '../../record';
import { lineAt } from './lines';

/**
 * What to report of a file whose quotes do not fit: FILE_CUT_OFF when a quoted cell never ends, else MALFORMED_CSV.
 * The parser's own message is not passed on: it repeats the cell, which may be personal data, and miscounts lines.
 * Anything that is not about the file's form is given back as it is.
 */
export async function malformed({
  error,
  parser,
  file,
}: {
  error: unknown;
  parser: Parser;
  file: string;
}): Promise<unknown> {
  if (!(error instanceof CsvError)) return error;
  // At an error, `bytes` is where the cell in hand begins: the end of what was last taken in whole.
  const line = await lineAt(file, parser.info.bytes);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') {
    return new FileRefused(
      'FILE_CUT_OFF',
      `The file is cut off inside a quoted cell: the cell that begins in line ${line} is not closed. ` +
        'Export the file again and check that it was copied whole.',
    );
  }
  return new FileRefused(
    'MALFORMED_CSV',
    `A quote stands where none may be, in the cell that begins in line ${line}. A cell with a quote in it has to be ` +
      'quoted itself and the quote doubled. Export the file again, or correct the line.',
  );
}
