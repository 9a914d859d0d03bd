import { isAscii } from 'node:buffer';
import { FileRefused } from '../../record';
import type { Encoding } from '../csv/encodings';
import { lineAt } from './line-at';

/** With fewer lines in another encoding, somebody pasted something. */
const TELLING_LINES = 3;
/** And with one line in the right encoding among so many, the right one is what was pasted. */
const MANY_TO_ONE = 10;

const MARK = Buffer.from('efbbbf', 'hex');

/**
 * Passes a file's bytes on. Throws `FileRefused` WRONG_ENCODING at their end where it is beyond doubt that the file as a
 * whole is in another encoding: one cell that was pasted does not decide on it.
 */
export async function* refuseOtherEncoding(
  chunks: AsyncIterable<Buffer>,
  { file, encoding }: { readonly file: string; readonly encoding: Encoding },
): AsyncGenerator<Buffer> {
  const found: Found = { ours: 0, other: 0, firstOther: null };
  let offset = 0;
  let isMarked = false;
  for await (const chunk of chunks) {
    if (offset === 0) isMarked = chunk.subarray(0, MARK.length).equals(MARK);
    if (!isAscii(chunk)) count(found, { chunk, offset, encoding });
    yield chunk;
    offset += chunk.length;
  }
  const { ours, other, firstOther } = found;
  // A mark says what the whole is written in, where nothing speaks against it.
  const fewest = isMarked && encoding.isOtherWhenMarked && ours === 0 ? 1 : TELLING_LINES;
  if (firstOther === null || other < fewest || other < ours * MANY_TO_ONE) return;
  throw wrongEncoding({ because: encoding.otherIs, line: await lineAt(file, firstOther), encoding });
}

interface Found {
  /** Lines that can be in this encoding alone. */
  ours: number;
  /** Lines that cannot be meant in it. */
  other: number;
  /** Where the first of these begins. */
  firstOther: number | null;
}

function count(
  found: Found,
  { chunk, offset, encoding }: { chunk: Buffer; offset: number; encoding: Encoding },
): void {
  const lineEnd = chunk.includes('\n') ? '\n' : '\r';
  let start = offset === 0 && chunk.subarray(0, MARK.length).equals(MARK) ? MARK.length : 0;
  while (start < chunk.length) {
    const at = chunk.indexOf(lineEnd, start);
    const end = at < 0 ? chunk.length : at;
    const line = chunk.subarray(start, end);
    const reads = isAscii(line) ? 'either' : encoding.reads(line);
    if (reads === 'ours') found.ours += 1;
    if (reads === 'other') {
      found.other += 1;
      found.firstOther ??= offset + start;
    }
    start = end + 1;
  }
}

/** The refusal of a file that is written in another encoding than its source's. */
export function wrongEncoding(found: { because: string; line: number; encoding: Encoding }): FileRefused {
  const { because, line, encoding } = found;
  return new FileRefused(
    'WRONG_ENCODING',
    `The file is not in ${encoding.name}: ${because} (first at about line ${line}). ${encoding.advice}`,
  );
}
