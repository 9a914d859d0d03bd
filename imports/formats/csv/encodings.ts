import { isUtf8 } from 'node:buffer';

/** How a source's files are written. */
export interface Encoding {
  readonly name: string;
  /** How to export a file so, in words that end a refusal. */
  readonly advice: string;
  /** What Node's buffers call the encoding that its bytes are first read as. */
  readonly readAs: 'utf8' | 'latin1';
  /** Makes a text that was read so what it says; null where it is that already. */
  readonly decode: ((text: string) => string) | null;
  /** What a byte order mark of UTF-8 is read as. */
  readonly markRead: string;
  /** Whether a byte order mark of UTF-8 at its start says that a file is in another encoding. */
  readonly isOtherWhenMarked: boolean;
  /** What lines in another encoding hold, as the beginning of a refusal goes on. */
  readonly otherIs: string;
  /**
   * What a line with other bytes than those of ASCII is written in: this encoding alone, another beyond doubt, or perhaps
   * either.
   */
  reads(line: Buffer): 'ours' | 'other' | 'either';
}

/** The encoding of most systems; a byte order mark is allowed. */
export const UTF_8: Encoding = {
  name: 'UTF-8',
  advice: 'Export it again as "CSV UTF-8".',
  readAs: 'utf8',
  decode: null,
  markRead: '\ufeff',
  isOtherWhenMarked: false,
  otherIs: 'it holds bytes that UTF-8 has not, as Windows-1252 does',
  reads: (line) => (isUtf8(line) ? 'ours' : 'other'),
};

/**
 * What the bytes 0x80 to 0x9F mean in Windows-1252; five of them mean nothing, and become the sign for what cannot be read.
 * Others are as in Latin-1.
 */
const FROM_0X80 = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';
const NOT_LATIN = /[\x80-\x9f]/g;

/**
 * What UTF-8 looks like when its bytes are taken for Windows-1252's: "Â£", "Ã©", "Å‚", "â€“", a byte order mark "ï»¿", an
 * emoji, or two characters of another script together. One capital letter with an accent before a quote or a dash
 * ("ZOË’S") is written in the same way as a rare UTF-8 character, and is let be.
 */
const UTF_8_TAKEN_FOR_OTHER =
  /[\xc2-\xc5][\x80-\xbf]|\xe2[\x80-\x8b][\x80-\xbf]|\xef\xbb\xbf|\xef\xbf\xbd|\xf0\x9f[\x80-\xbf]{2}|(?:[\xc6-\xdf][\x80-\xbf]){2}|(?:[\xe0-\xef][\x80-\xbf]{2}){2}/;

const decode = (text: string): string =>
  text.replace(NOT_LATIN, (byte) => FROM_0X80.charAt(byte.charCodeAt(0) - 0x80));

/** The encoding of older systems on Windows. */
export const WINDOWS_1252: Encoding = {
  name: 'Windows-1252',
  advice: 'Export it again as the system does by itself: in a spreadsheet as "CSV", not as "CSV UTF-8".',
  readAs: 'latin1',
  decode,
  markRead: 'ï»¿',
  isOtherWhenMarked: true,
  otherIs: 'it holds signs or letters of several bytes, as UTF-8 writes them',
  reads(line) {
    if (!isUtf8(line)) return 'ours';
    return UTF_8_TAKEN_FOR_OTHER.test(line.toString('latin1')) ? 'other' : 'either';
  },
};
