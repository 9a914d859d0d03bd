import type { Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { FileRefused } from '../../record';
import type { Encoding } from './encodings';
import { lineAt } from './lines';
import { OTHER_FORMATS, otherFormatOf } from './other-formats';

const CHUNK_BYTES = 256 * 1024;
const LONGEST_LINE_BYTES = 1024 * 1024;

interface Request {
  readonly file: string;
  readonly maximumBytes: number;
  /** What the file has to be written in. */
  readonly encoding: Encoding;
  /** A file with a longer line is refused; 1 MiB where nothing is said. */
  readonly longestLineBytes?: number;
}

/**
 * The file's bytes, chunk by chunk, none cutting a UTF-8 character in two, added to `hash` as they pass.
 * Throws `FileRefused`: NOT_FOUND, UNREADABLE, EMPTY_FILE, FILE_TOO_LARGE, WRONG_FORMAT, WRONG_ENCODING, MALFORMED_CSV (a
 * line without end).
 */
export async function* checkedBytes(
  { file, maximumBytes, encoding, longestLineBytes = LONGEST_LINE_BYTES }: Request,
  hash: Hash,
): AsyncGenerator<Buffer> {
  const handle = await opened(file);
  try {
    await checkSize(handle, maximumBytes);
    let offset = 0;
    let sinceLineEnd = 0;
    let rest: Buffer = Buffer.alloc(0);
    for await (const chunk of chunksOf(handle)) {
      hash.update(chunk);
      if (offset + rest.length + chunk.length > maximumBytes) throw tooLarge(maximumBytes);
      const bytes = Buffer.concat([rest, chunk]);
      const whole = bytes.subarray(0, wholeCharacters(bytes));
      if (offset === 0) {
        refuseOtherFormats(bytes, encoding);
        refuseUtf16(bytes, encoding);
      }
      await refuseOtherEncodings({ file, offset, bytes: whole, encoding });
      sinceLineEnd = whole.includes('\n') || whole.includes('\r') ? 0 : sinceLineEnd + whole.length;
      if (sinceLineEnd > longestLineBytes) throw endlessLine();
      yield whole;
      offset += whole.length;
      rest = bytes.subarray(whole.length);
    }
    await refuseOtherEncodings({ file, offset, bytes: rest, encoding });
    if (rest.length > 0) yield rest;
  } finally {
    await handle.close();
  }
}

/**
 * A file's bytes as a whole, for formats that cannot be read piece by piece.
 * Throws `FileRefused`: NOT_FOUND, UNREADABLE, EMPTY_FILE, FILE_TOO_LARGE.
 */
export async function wholeFile({
  file,
  maximumBytes,
}: Pick<Request, 'file' | 'maximumBytes'>): Promise<Buffer> {
  const handle = await opened(file);
  try {
    await checkSize(handle, maximumBytes);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

async function opened(file: string): Promise<FileHandle> {
  try {
    return await open(file);
  } catch (error) {
    const missing = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
    if (missing) {
      throw new FileRefused(
        'NOT_FOUND',
        `There is no such file: ${path.resolve(file)}. Check its name and its folder.`,
      );
    }
    throw new FileRefused('UNREADABLE', 'The file cannot be opened. Check that this user may read it.');
  }
}

async function checkSize(handle: FileHandle, maximumBytes: number): Promise<void> {
  const { size, isFile } = await handle.stat().then((stat) => ({ size: stat.size, isFile: stat.isFile() }));
  if (!isFile) throw new FileRefused('UNREADABLE', 'This is no file but a folder or a device. Name a file.');
  if (size === 0) throw new FileRefused('EMPTY_FILE', 'The file is empty. Export it again.');
  if (size > maximumBytes) throw tooLarge(maximumBytes);
}

async function* chunksOf(handle: FileHandle): AsyncGenerator<Buffer> {
  while (true) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

/** Where the last whole character ends: a character of several bytes may be cut by the chunk's end. */
function wholeCharacters(bytes: Buffer): number {
  let lead = bytes.length - 1;
  while (lead > bytes.length - 4 && isContinuation(bytes[lead])) lead -= 1;
  const missing = lengthFrom(bytes[lead]) > bytes.length - lead;
  return missing ? lead : bytes.length;
}

function isContinuation(byte = 0): boolean {
  return byte >= 0x80 && byte < 0xc0;
}

/** How many bytes a character has, by its first. */
function lengthFrom(byte = 0): number {
  if (byte < 0xc0) return 1;
  if (byte < 0xe0) return 2;
  return byte < 0xf0 ? 3 : 4;
}

function refuseOtherFormats(start: Buffer, { advice }: Encoding): void {
  const format = otherFormatOf(start);
  if (format === null) return;
  const { what, isPacked } = OTHER_FORMATS[format];
  const register = format === 'xlsx' ? ' The register of the ombudsmen is imported as "ombudsman".' : '';
  throw new FileRefused(
    'WRONG_FORMAT',
    isPacked
      ? `${what}. Unpack it, and import the file that is in it.`
      : `${what}, which exports of this source are not.${register} ${advice}`,
  );
}

function refuseUtf16(start: Buffer, encoding: Encoding): void {
  const mark = start.subarray(0, 2).toString('hex');
  if (mark !== 'fffe' && mark !== 'feff') return;
  throw wrongEncoding({ because: 'it begins with the mark of UTF-16', line: 1, encoding });
}

async function refuseOtherEncodings(part: {
  file: string;
  offset: number;
  bytes: Buffer;
  encoding: Encoding;
}): Promise<void> {
  const { file, offset, bytes, encoding } = part;
  const nul = bytes.indexOf(0);
  const foreign =
    nul < 0 ? encoding.foreign(bytes) : { at: nul, because: 'it holds NUL bytes, as UTF-16 does' };
  if (foreign === null) return;
  throw wrongEncoding({
    because: foreign.because,
    line: await lineAt(file, offset + foreign.at),
    encoding,
  });
}

function wrongEncoding(found: { because: string; line: number; encoding: Encoding }): FileRefused {
  const { because, line, encoding } = found;
  return new FileRefused(
    'WRONG_ENCODING',
    `The file is not in ${encoding.name}: ${because} (first at about line ${line}). ${encoding.advice}`,
  );
}

function tooLarge(maximumBytes: number): FileRefused {
  return new FileRefused(
    'FILE_TOO_LARGE',
    `The file is larger than the ${maximumBytes} bytes that are allowed. Export it in parts, or raise the limit.`,
  );
}

function endlessLine(): FileRefused {
  return new FileRefused(
    'MALFORMED_CSV',
    'The file has a line longer than 1 MiB, which no export of this source has. Check that the right file was chosen.',
  );
}
