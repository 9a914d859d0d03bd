import { createHash } from 'node:crypto';
import type { RawRow } from '../../record';
import { refuseOtherEncoding } from '../text/encoding-doubt';
import { type Line, linesOf } from '../text/lines';
import { checkedBytes } from './checked-bytes';
import { separatorOf } from './dialect';
import { type Encoding, UTF_8 } from './encodings';
import { TableRows } from './table-rows';

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

type Expected = CsvRequest & { readonly encoding: Encoding };

/** A file being read, once: its rows in batches, in the file's order, at constant memory. */
export interface Reading extends AsyncIterable<readonly RawRow[]> {
  /** Of the file's bytes, in hexadecimal. Throws until the last batch has been read. */
  sha256(): string;
  /** What to look at in the file before it is trusted, in words for the complaints team; whole once all has been read. */
  notes(): readonly string[];
}

/**
 * Reads a CSV file (RFC 4180; lines ended by CRLF, LF, CR or all of them; cells parted by commas, or by semicolons, tabs or
 * bars where the header or a `sep=` line shows so). Byte order marks and an end mark are nothing, blank rows are left out.
 * Rows with too few or too many cells are given like any other; the source's `map` says what becomes of them. A quote where
 * none may be is a quote.
 * Throws `FileRefused` when the file as a whole cannot be trusted, which may be after many batches were given: nothing
 * of them may stay. Codes: NOT_FOUND, UNREADABLE, FILE_TOO_LARGE, EMPTY_FILE, WRONG_FORMAT, WRONG_ENCODING,
 * WRONG_HEADER, MISSING_COLUMN, FILE_CUT_OFF, MALFORMED_CSV.
 */
export function readCsv(request: CsvRequest): Reading {
  const hash = createHash('sha256');
  const encoding = request.encoding ?? UTF_8;
  let digest: string | null = null;
  async function* batches(): AsyncGenerator<readonly RawRow[]> {
    const bytes = refuseOtherEncoding(checkedBytes({ ...request, encoding }, hash), { ...request, encoding });
    yield* batchesOf(linesOf(bytes, encoding), { ...request, encoding });
    digest = hash.digest('hex');
  }
  return {
    [Symbol.asyncIterator]: batches,
    sha256() {
      if (digest === null) throw new Error('The file has not been read to its end');
      return digest;
    },
    notes: () => [],
  };
}

/** So many lines show what a file is. */
const TELLING_LINES = 40;

/** The same lines, the first of them together. */
async function* firstTogether(chunks: AsyncIterable<readonly Line[]>): AsyncGenerator<readonly Line[]> {
  let first: readonly Line[] | null = [];
  for await (const lines of chunks) {
    if (first === null) {
      yield lines;
      continue;
    }
    first = first.concat(lines);
    if (first.length < TELLING_LINES) continue;
    yield first;
    first = null;
  }
  if (first !== null) yield first;
}

/** The rows after the header, in batches. */
async function* batchesOf(
  chunks: AsyncIterable<readonly Line[]>,
  { batchRows = BATCH_ROWS, ...expected }: Expected,
): AsyncGenerator<readonly RawRow[]> {
  let table: TableRows | null = null;
  let batch: RawRow[] = [];
  for await (const lines of firstTogether(chunks)) {
    table ??= new TableRows(separatorOf(lines, expected), expected.header);
    for (const line of lines) {
      for (const row of table.add(line)) batch.push(row);
      if (batch.length < batchRows) continue;
      yield batch;
      batch = [];
    }
  }
  batch.push(...(table?.end() ?? []));
  if (batch.length > 0) yield batch;
}
