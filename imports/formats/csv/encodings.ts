import { isUtf8 } from 'node:buffer';

/** How a source's files are written. */
export interface Encoding {
  readonly name: string;
  /** How to export a file so, in words that end a refusal. */
  readonly advice: string;
  /** What Node's buffers call the encoding that its bytes are first read as. */
  readonly readAs: 'utf8' | 'latin1';
  /** Makes a cell that was read so what it says; null where it is that already. */
  readonly decode: ((cell: string) => string) | null;
  /**
   * The first place in `bytes` (a part of a file, no UTF-8 character cut at its ends) that is not written so: `at` is on
   * its line, `because` says what is there. Null where all can be.
   */
  foreign(bytes: Buffer): { readonly at: number; readonly because: string } | null;
}

/** The encoding of most systems; a byte order mark is allowed. */
export const UTF_8: Encoding = {
  name: 'UTF-8',
  advice: 'Export it again as "CSV UTF-8".',
  readAs: 'utf8',
  decode: null,
  foreign(bytes) {
    if (isUtf8(bytes)) return null;
    return { at: firstBadLine(bytes), because: 'it holds bytes that UTF-8 has not, as Windows-1252 does' };
  },
};

/** Where the first line that is not UTF-8 begins. */
function firstBadLine(bytes: Buffer): number {
  let start = 0;
  for (let end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', start)) {
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
  }
  return start;
}

/** What the bytes 0x80 to 0x9F mean in Windows-1252; the five dots are bytes that mean nothing. Others are as in Latin-1. */
const FROM_0X80 = '€·‚ƒ„…†‡ˆ‰Š‹Œ·Ž··‘’“”•–—˜™š›œ·žŸ';
const NOT_LATIN = /[\x80-\x9f]/g;
const MEANS_NOTHING = /[\x81\x8d\x8f\x90\x9d]/;

/**
 * What UTF-8 looks like when its bytes are taken for Windows-1252's: "Â£", "Ã©", "Å‚", "â€“", a byte order mark "ï»¿", an
 * emoji, or two characters of another script together. One capital letter with an accent before a quote or a dash
 * ("ZOË’S") is written in the same way as a rare UTF-8 character, and is let be.
 */
const UTF_8_TAKEN_FOR_OTHER =
  /[\xc2-\xc5][\x80-\xbf]|\xe2[\x80-\x8b][\x80-\xbf]|\xef\xbb\xbf|\xef\xbf\xbd|\xf0\x9f[\x80-\xbf]{2}|(?:[\xc6-\xdf][\x80-\xbf]){2}|(?:[\xe0-\xef][\x80-\xbf]{2}){2}/;

/** The encoding of older systems on Windows. */
export const WINDOWS_1252: Encoding = {
  name: 'Windows-1252',
  advice: 'Export it again as the system does by itself: in a spreadsheet as "CSV", not as "CSV UTF-8".',
  readAs: 'latin1',
  decode: (cell) => cell.replace(NOT_LATIN, (byte) => FROM_0X80.charAt(byte.charCodeAt(0) - 0x80)),
  foreign(bytes) {
    const text = bytes.toString('latin1');
    const utf8 = text.search(UTF_8_TAKEN_FOR_OTHER);
    if (utf8 >= 0)
      return { at: utf8, because: 'it holds signs or letters of several bytes, as UTF-8 writes them' };
    const nothing = text.search(MEANS_NOTHING);
    return nothing < 0 ? null : { at: nothing, because: 'it holds bytes that Windows-1252 has not' };
  },
};
