import type { Readable } from 'node:stream';

const [QUOTE, LINE_FEED, RETURN] = [0x22, 0x0a, 0x0d];

/**
 * Records as the database writes them with commas, with the ends of lines that RFC 4180 has: what is in quotes stays as it is. Throws
 * where other than `count` records came after the head: a file must not look whole where it is not.
 */
export async function* sendCsv(records: Readable, count: number): AsyncGenerator<Uint8Array> {
  let isQuoted = false;
  let lines = -1;
  for await (const chunk of records) {
    const bytes: Uint8Array = chunk;
    const ended = withEnds(bytes, isQuoted);
    ({ isQuoted } = ended);
    lines += ended.lines;
    yield ended.bytes;
  }
  if (lines !== count) throw new Error(`Of ${count} records ${lines} came`);
}

interface Ended {
  readonly bytes: Uint8Array;
  readonly lines: number;
  readonly isQuoted: boolean;
}

/** What holds no quote has the end of a record wherever a line ends: text of one byte a letter is replaced much faster than byte by byte. */
function withEnds(chunk: Uint8Array, startsQuoted: boolean): Ended {
  const from = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  if (startsQuoted || from.includes(QUOTE)) return withEndsOutsideQuotes(from, startsQuoted);
  const text = from.toString('latin1').replaceAll('\n', '\r\n');
  return { bytes: Buffer.from(text, 'latin1'), lines: text.length - from.length, isQuoted: false };
}

function withEndsOutsideQuotes(from: Uint8Array, startsQuoted: boolean): Ended {
  // At the most every byte is the end of a line.
  const to = Buffer.allocUnsafe(from.length * 2);
  let [written, lines, isQuoted] = [0, 0, startsQuoted];
  for (const byte of from) {
    if (byte === QUOTE) isQuoted = !isQuoted;
    if (byte === LINE_FEED && !isQuoted) {
      to[written++] = RETURN;
      lines += 1;
    }
    to[written++] = byte;
  }
  return { bytes: to.subarray(0, written), lines, isQuoted };
}
