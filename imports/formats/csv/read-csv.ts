import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { type Parser, parse } from 'csv-parse';
import { FileRefused, type RawRow } from '../../record';
import { checkedBytes } from './checked-bytes';
import { type Encoding, UTF_8 } from './encodings';
import { cutOffAt, type FileEnd, noteEnd } from './file-end';
import { columnsOf } from './header';
import { malformed } from './malformed';
import { refuseOtherTexts } from './other-texts';
import { asRow, countLines, type Header, headed, isBlank } from './rows';

/** No record of an inherited system comes near this; what does is a quote that nobody closed. */
const LONGEST_RECORD_BYTES = 1024 * 1024;

const BATCH_ROWS = 1000;

export interface CsvRequest {
  readonly file: string;
  readonly maximumBytes: number;
  /** The source's own column names; the file must have exactly these, in any order and any case. */
  readonly header: readonly string[];
  /** What the source's files are written in; UTF-8 where nothing is said. */
  readonly encoding?: Encoding;
  readonly batchRows?: number;
}

/** A file being read, once: its rows in batches, in the file's order, at constant memory. */
export interface Reading extends AsyncIterable<readonly RawRow[]> {
  /** Of the file's bytes, in hexadecimal. Throws until the last batch has been read. */
  sha256(): string;
}

/**
 * Reads a CSV file (RFC 4180, in UTF-8 a byte order mark allowed, lines ended by CRLF, LF or both). Blank lines and rows
 * with too few or too many cells are given like any other; the source's `map` says what becomes of them.
 * Throws `FileRefused` when the file as a whole cannot be trusted, which may be after many batches were given: nothing
 * of them may stay. Codes: NOT_FOUND, UNREADABLE, FILE_TOO_LARGE, EMPTY_FILE, WRONG_FORMAT, WRONG_ENCODING,
 * WRONG_HEADER, MISSING_COLUMN, FILE_CUT_OFF, MALFORMED_CSV.
 */
export function readCsv(request: CsvRequest): Reading {
  const hash = createHash('sha256');
  const encoding = request.encoding ?? UTF_8;
  let digest: string | null = null;
  async function* batches(): AsyncGenerator<readonly RawRow[]> {
    const parser = openParser(encoding);
    const end: FileEnd = { isLineEnd: false };
    const checked = refuseOtherTexts(checkedBytes({ ...request, encoding }, hash), { ...request, encoding });
    const bytes = Readable.from(noteEnd(checked, end), { objectMode: false });
    // The error reaches whoever reads the parser; the callback is only there because pipeline asks for one.
    pipeline(bytes, parser, () => undefined);
    try {
      yield* batchesOf(parser, { ...request, encoding, end });
    } catch (error) {
      throw error instanceof FileRefused ? error : await malformed({ error, parser, ...request });
    }
    digest = hash.digest('hex');
  }
  return {
    [Symbol.asyncIterator]: batches,
    sha256() {
      if (digest === null) throw new Error('The file has not been read to its end');
      return digest;
    },
  };
}

function openParser({ readAs }: Encoding): Parser {
  return parse({
    bom: readAs === 'utf8',
    encoding: readAs,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: false,
    trim: true,
    max_record_size: LONGEST_RECORD_BYTES,
  });
}

interface Parsed extends CsvRequest {
  readonly encoding: Encoding;
  readonly end: Readonly<FileEnd>;
}

/** The rows after the header, in batches. */
async function* batchesOf(
  parser: AsyncIterable<string[]>,
  { header, encoding: { decode }, end, batchRows = BATCH_ROWS }: Parsed,
): AsyncGenerator<readonly RawRow[]> {
  let found: Header | null = null;
  let line = 1;
  let batch: RawRow[] = [];
  for await (const cells of parser) {
    const record = decode === null ? cells : cells.map(decode);
    // Given only when another row comes: of the last batch the last row is looked at once more.
    if (batch.length >= batchRows) {
      yield batch;
      batch = [];
    }
    if (found !== null) batch.push(asRow({ line, record, header: found }));
    else if (!isBlank(record)) found = headed(columnsOf({ written: record, header, line }));
    // The parser counts a CRLF inside a quoted cell as two lines, so the lines are counted here.
    line += countLines(record);
  }
  if (found === null)
    throw new FileRefused('EMPTY_FILE', 'The file has no line but blank ones. Export it again.');
  if (batch.length > 0) yield end.isLineEnd ? batch : cutOffAt(batch);
}
