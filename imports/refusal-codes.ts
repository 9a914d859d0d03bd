/** Why a file is refused whole, by the code that programs get: what each means, for people. */
export const FILE_REFUSALS = {
  NOT_FOUND: 'There is no such file.',
  UNREADABLE: 'The file cannot be opened, or is no file.',
  EMPTY_FILE: 'There is nothing in the file.',
  FILE_TOO_LARGE: 'The file is larger than is allowed.',
  FILE_CUT_OFF: 'The file ends inside a cell: it was not exported or copied whole.',
  WRONG_FORMAT: 'The file is of another format than exports of this source are.',
  WRONG_ENCODING: 'The text of the file is encoded in another way than exports of this source are.',
  WRONG_SHAPE: 'The file is JSON, but not one object a line.',
  WRONG_HEADER: 'The header is not the one of this source.',
  MISSING_COLUMN: 'The header lacks columns of this source.',
  MALFORMED_CSV: 'The file cannot be read as CSV to its end.',
  NOT_A_WORKBOOK: 'The file is no Excel workbook (.xlsx), or a damaged one.',
  ENCRYPTED_WORKBOOK: 'The workbook is protected with a password.',
  WORKBOOK_TOO_LARGE: 'The workbook unpacks to more than is read of one.',
  HIDDEN_SHEET: 'The header of this source stands on a hidden sheet alone.',
  UNKNOWN_STREAM: 'A line of the coverage list names a stream that there is not.',
  UNKNOWN_MEASURE: 'A line of the coverage list names a measure that there is not.',
} as const;

export type FileRefusalCode = keyof typeof FILE_REFUSALS;
