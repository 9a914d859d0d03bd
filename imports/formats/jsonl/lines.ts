/** One line of a file. */
export interface Line {
  /** The physical line, from 1; blank lines count. */
  readonly number: number;
  /** Without its end; of a line that is cut, its beginning alone. */
  readonly text: string;
  /** Whether the line is longer than 1 MiB, so that only its beginning is here. */
  readonly isCut: boolean;
}

/** No record of an inherited system comes near this. */
const LONGEST_LINE_BYTES = 1024 * 1024;
/** So much of a longer line is kept for people to see what it is. */
const KEPT_OF_LONGER_BYTES = 16 * 1024;

const LF = 0x0a;
const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * The lines of UTF-8 text, as many at once as each chunk ends; lines with nothing but white space are left out. Chunks
 * end on whole characters. No more of a line is ever held than the longest may have.
 */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly Line[]> {
  const begun = new BegunLine();
  let number = 1;
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      begun.add(chunk.subarray(start, end));
      const line = begun.end(number);
      if (line !== null) lines.push(line);
      number += 1;
      start = end + 1;
    }
    begun.add(chunk.subarray(start));
    yield lines;
  }
  const last = begun.end(number);
  if (last !== null) yield [last];
}

/** A line of which the end has not come yet. */
class BegunLine {
  private parts: Buffer[] = [];
  private bytes = 0;

  add(part: Buffer): void {
    if (this.bytes <= LONGEST_LINE_BYTES) this.parts.push(part);
    this.bytes += part.length;
  }

  /** The line, which ends here; null where it is blank. The next one begins. */
  end(number: number): Line | null {
    const isCut = this.bytes > LONGEST_LINE_BYTES;
    const [only] = this.parts;
    const whole = this.parts.length === 1 && only !== undefined ? only : Buffer.concat(this.parts);
    this.parts = [];
    this.bytes = 0;
    // A character that the cut goes through is left out.
    const text = isCut
      ? whole.toString('utf8', 0, KEPT_OF_LONGER_BYTES).replace(/\uFFFD$/, '')
      : whole.toString('utf8');
    const unmarked = number === 1 ? text.replace(BYTE_ORDER_MARK, '') : text;
    return unmarked.trim() === '' && !isCut ? null : { number, text: unmarked, isCut };
  }
}
