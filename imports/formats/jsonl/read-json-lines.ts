import { createHash } from 'node:crypto';
import type { RawRow } from '../../record';
import { checkedBytes } from '../csv/checked-bytes';
import { type Encoding, UTF_8 } from '../csv/encodings';
import type { Reading } from '../csv/read-csv';
import { refuseOtherEncoding } from '../text/encoding-doubt';
import { type Line, linesOf } from '../text/lines';
import { LINE, LONG_LINE, readLine } from './record-in';
import { checkShape } from './shape';

const BATCH_ROWS = 1_000;
/** Lines may be of any length up to 1 MiB, so a batch also ends by what its lines hold. */
const BATCH_CHARACTERS = 4 * 1024 * 1024;

const ENCODING: Encoding = { ...UTF_8, advice: 'Export it again in UTF-8.' };

export interface JsonLinesRequest {
  readonly file: string;
  readonly maximumBytes: number;
  readonly batchRows?: number;
}

/**
 * Reads a file of JSON lines in UTF-8: one object a line, lines ended by LF or CRLF, blank ones passed over, a byte order
 * mark allowed. A row's cells are the object's values by their paths (`flatten`); a line that is no object is a row with
 * one cell, so that it can be kept and judged (`recordIn`). Throws `FileRefused` when the file as a whole cannot be
 * trusted, which may be after many batches were given: nothing of them may stay. Codes: NOT_FOUND, UNREADABLE,
 * FILE_TOO_LARGE, EMPTY_FILE, WRONG_FORMAT, WRONG_ENCODING, WRONG_SHAPE.
 */
export function readJsonLines({ file, maximumBytes, batchRows = BATCH_ROWS }: JsonLinesRequest): Reading {
  const hash = createHash('sha256');
  let digest: string | null = null;
  async function* batches(): AsyncGenerator<readonly RawRow[]> {
    const request = { file, maximumBytes, encoding: ENCODING };
    const bytes = refuseOtherEncoding(checkedBytes(request, hash), request);
    yield* batchesOf(checkShape(linesOf(bytes, ENCODING)), batchRows);
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

async function* batchesOf(
  chunks: AsyncIterable<readonly Line[]>,
  batchRows: number,
): AsyncGenerator<readonly RawRow[]> {
  let batch: RawRow[] = [];
  let characters = 0;
  for await (const lines of chunks) {
    for (const line of lines) {
      batch.push(asRow(line));
      characters += line.text.length;
      if (batch.length < batchRows && characters < BATCH_CHARACTERS) continue;
      yield batch;
      batch = [];
      characters = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

function asRow({ number: line, text, isCut }: Line): RawRow {
  if (isCut) return { line, cells: { [LONG_LINE]: text } };
  const read = readLine(text);
  return { line, cells: read.kind === 'record' ? read.cells : { [LINE]: text } };
}
