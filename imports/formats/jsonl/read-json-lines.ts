import { createHash } from 'node:crypto';
import type { RawRow } from '../../record';
import { checkedBytes } from '../csv/checked-bytes';
import { type Encoding, UTF_8 } from '../csv/encodings';
import type { Reading } from '../csv/read-csv';
import { refuseOtherEncoding } from '../text/encoding-doubt';
import { type Line, linesOf } from '../text/lines';
import { isJoined, LINE, LONG_LINE, readLine } from './record-in';
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
 * Reads a file of JSON lines in UTF-8: one object a line, lines ended by LF, CRLF or CR, blank ones passed over. Byte
 * order marks, an end mark, and commas that join the objects are nothing; these commas are told (`notes`). A row's cells are the object's values by their paths (`flatten`); a line that is no object is a row with
 * one cell, so that it can be kept and judged (`recordIn`). Throws `FileRefused` when the file as a whole cannot be
 * trusted, which may be after many batches were given: nothing of them may stay. Codes: NOT_FOUND, UNREADABLE,
 * FILE_TOO_LARGE, EMPTY_FILE, WRONG_FORMAT, WRONG_ENCODING, WRONG_SHAPE.
 */
export function readJsonLines({ file, maximumBytes, batchRows = BATCH_ROWS }: JsonLinesRequest): Reading {
  const hash = createHash('sha256');
  let digest: string | null = null;
  const joined: Joined = { count: 0, first: null };
  async function* batches(): AsyncGenerator<readonly RawRow[]> {
    const request = { file, maximumBytes, encoding: ENCODING };
    const bytes = refuseOtherEncoding(checkedBytes(request, hash), request);
    yield* batchesOf(checkShape(linesOf(bytes, ENCODING)), { batchRows, joined });
    digest = hash.digest('hex');
  }
  return {
    [Symbol.asyncIterator]: batches,
    sha256() {
      if (digest === null) throw new Error('The file has not been read to its end');
      return digest;
    },
    notes: () => (joined.first === null ? [] : [joinedNote(joined.count, joined.first)]),
  };
}

/** Lines whose object is joined to others by a comma. */
interface Joined {
  count: number;
  first: number | null;
}

const joinedNote = (count: number, first: number): string =>
  `A comma joins the object to others in ${count === 1 ? 'one line' : `${count} lines`} (first in line ${first}), as in a ` +
  'list that was taken apart. The commas were passed over: check that the file is whole.';

async function* batchesOf(
  chunks: AsyncIterable<readonly Line[]>,
  { batchRows, joined }: { readonly batchRows: number; readonly joined: Joined },
): AsyncGenerator<readonly RawRow[]> {
  let batch: RawRow[] = [];
  let characters = 0;
  for await (const lines of chunks) {
    for (const line of lines) {
      const row = asRow(line);
      if (isJoined(line.text) && row.cells[LINE] === undefined) {
        joined.count += 1;
        joined.first ??= line.number;
      }
      batch.push(row);
      characters += line.text.length;
      if (batch.length < batchRows && characters < BATCH_CHARACTERS) continue;
      yield batch;
      batch = [];
      characters = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

function asRow({ number: line, text, isCut, isOpen }: Line): RawRow {
  if (isCut) return { line, cells: { [LONG_LINE]: text } };
  const read = readLine(text);
  if (read.kind === 'record') return { line, cells: read.cells };
  const cells = { [LINE]: text };
  return isOpen && read.kind === 'notJson' ? { line, cells, ragged: CUT_OFF } : { line, cells };
}

/** A last line that is no JSON and has no line end: the file seems to be cut off. */
const CUT_OFF = { kind: 'short', found: 0, expected: 1, beyond: [], isCutOff: true } as const;
