import type { Encoding } from '../csv/encodings';

/** One line of a file; lines of nothing but white space are none, and counted. */
export interface Line {
  /** The physical line, from 1. */
  readonly number: number;
  /** Without its end; of a line that is cut, its beginning alone. */
  readonly text: string;
  /** What stands between the line before and this one: that line's end, and blank lines. */
  readonly gap: string;
  /** Whether the line is longer than 1 MiB, so that only its beginning is here. */
  readonly isCut: boolean;
  /** Whether the file ends in this line, without an end of the line or of the file. */
  readonly isOpen: boolean;
}

/** No record of an inherited system comes near this. */
export const LONGEST_LINE_BYTES = 1024 * 1024;
/** So much of a longer line is kept for people to see what it is. */
const KEPT_OF_LONGER_BYTES = 16 * 1024;

const LF = 0x0a;
const CR = 0x0d;
const BYTE_ORDER_MARK = 0xfeff;
/** Older systems end a file with Ctrl-Z; where files were joined it stands at a line's start. */
const END_MARK = 0x1a;

/** How a NUL byte is shown: no database takes the byte itself. */
export const NUL_SIGN = '\u2400';

/**
 * The lines of a text, as many at once as each chunk ends; chunks end on whole characters. A line ends with LF, CRLF or CR,
 * mixed or not. Byte order marks at a line's start and end marks are nothing; NUL bytes become `NUL_SIGN`. No more of a
 * line is ever held than the longest may have.
 */
export async function* linesOf(
  chunks: AsyncIterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<readonly Line[]> {
  const splitter = new Splitter(encoding);
  for await (const chunk of chunks) yield splitter.add(decoded(chunk, encoding));
  yield splitter.end();
}

function decoded(chunk: Buffer, { readAs, decode }: Encoding): string {
  const text = chunk.toString(readAs);
  const plain = text.includes('\0') ? text.replaceAll('\0', NUL_SIGN) : text;
  return decode === null ? plain : decode(plain);
}

/** Splits text that comes piece by piece. */
class Splitter {
  private number = 1;
  private parts: string[] = [];
  private characters = 0;
  private gap = '';
  private before = 0;

  constructor(private readonly encoding: Pick<Encoding, 'markRead'>) {}

  add(text: string): Line[] {
    const lines: Line[] = [];
    let [at, nextLf, nextCr] = [0, text.indexOf('\n'), text.indexOf('\r')];
    while (at < text.length) {
      at = this.passLineEnds(text, at, lines);
      if (nextLf >= 0 && nextLf < at) nextLf = text.indexOf('\n', at);
      if (nextCr >= 0 && nextCr < at) nextCr = text.indexOf('\r', at);
      const end = Math.min(nextLf < 0 ? text.length : nextLf, nextCr < 0 ? text.length : nextCr);
      if (end > at) this.begin(text.slice(at, end));
      at = end;
    }
    return lines;
  }

  end(): Line[] {
    const isMarked = this.before === END_MARK;
    return this.characters === 0 ? [] : this.lineEnded(!isMarked);
  }

  /** Ends the line that has begun, and counts all line ends that come now. Returns where they end. */
  private passLineEnds(text: string, from: number, lines: Line[]): number {
    let at = from;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code !== LF && code !== CR) break;
      if (this.characters > 0) lines.push(...this.lineEnded(false));
      if (code === CR || this.before !== CR) this.number += 1;
      this.before = code;
    }
    if (at > from) this.addToGap(text.slice(from, at));
    return at;
  }

  private begin(part: string): void {
    if (this.characters <= LONGEST_LINE_BYTES) this.parts.push(part);
    this.characters += part.length;
    this.before = part.charCodeAt(part.length - 1);
  }

  private lineEnded(isOpen: boolean): Line[] {
    const whole = this.parts.length === 1 ? (this.parts[0] ?? '') : this.parts.join('');
    [this.parts, this.characters] = [[], 0];
    const isCut = isTooLong(whole);
    const text = unmarked(isCut ? beginningOf(whole) : whole, this.encoding.markRead);
    if (!isCut && text.trim() === '') {
      this.addToGap(text);
      return [];
    }
    const line: Line = { number: this.number, text, gap: this.gap, isCut, isOpen };
    this.gap = '';
    return [line];
  }

  /** Within quotes a gap is part of a cell; one that is longer than any cell need not be whole. */
  private addToGap(text: string): void {
    if (this.gap.length <= LONGEST_LINE_BYTES) this.gap += text;
  }
}

const isTooLong = (text: string): boolean =>
  text.length > LONGEST_LINE_BYTES ||
  (text.length * 3 > LONGEST_LINE_BYTES && Buffer.byteLength(text) > LONGEST_LINE_BYTES);

/** A character that the cut goes through is left out. */
const beginningOf = (text: string): string =>
  Buffer.from(text.slice(0, KEPT_OF_LONGER_BYTES))
    .toString('utf8', 0, KEPT_OF_LONGER_BYTES)
    .replace(/\uFFFD$/, '');

function unmarked(text: string, markRead: string): string {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  const isMarked = first === BYTE_ORDER_MARK || first === END_MARK || last === END_MARK;
  if (!isMarked && !text.startsWith(markRead)) return text;
  let bare = text;
  while (bare.endsWith('\x1a')) bare = bare.slice(0, -1);
  for (const mark of ['\ufeff', '\x1a', markRead])
    while (bare.startsWith(mark)) bare = bare.slice(mark.length);
  return bare;
}
