import type { Hash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { FileRefused } from '../../record';
import { wrongEncoding } from '../text/encoding-doubt';
import type { Encoding } from './encodings';
import { OTHER_FORMATS, otherFormatOf } from './other-formats';

const CHUNK_BYTES = 256 * 1024;

interface Request {
  readonly file: string;
  readonly maximumBytes: number;
  /** What the file has to be written in. */
  readonly encoding: Encoding;
}

/**
 * The file's bytes, chunk by chunk, none cutting a UTF-8 character in two, added to `hash` as they pass.
 * Throws `FileRefused`: NOT_FOUND, UNREADABLE, EMPTY_FILE, FILE_TOO_LARGE, WRONG_FORMAT, WRONG_ENCODING (UTF-16).
 */
export async function* checkedBytes(
  { file, maximumBytes, encoding }: Request,
  hash: Hash,
): AsyncGenerator<Buffer> {
  const handle = await opened(file);
  try {
    await checkSize(handle, maximumBytes);
    let offset = 0;
    let rest: Buffer = Buffer.alloc(0);
    for await (const chunk of chunksOf(handle)) {
      hash.update(chunk);
      if (offset + rest.length + chunk.length > maximumBytes) throw tooLarge(maximumBytes);
      const bytes = Buffer.concat([rest, chunk]);
      const whole = bytes.subarray(0, wholeCharacters(bytes));
      if (offset === 0) {
        refuseOtherFormats(bytes, encoding);
        refuseNoText(bytes, encoding);
      }
      yield whole;
      offset += whole.length;
      rest = bytes.subarray(whole.length);
    }
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
    // A pipe that nobody writes to would keep this waiting, and whatever is locked with it.
    return await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
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
  if (!isFile)
    throw new FileRefused('UNREADABLE', 'This is no file but a folder, a pipe or a device. Name a file.');
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

/** Of a file's beginning, so much shows how it is written. */
const TELLING_BYTES = 4096;

function refuseNoText(bytes: Buffer, encoding: Encoding): void {
  const start = bytes.subarray(0, TELLING_BYTES);
  const mark = start.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff')
    throw wrongEncoding({ because: 'it begins with the mark of UTF-16', line: 1, encoding });
  const [even, odd] = [nulsAt(start, 0), nulsAt(start, 1)];
  const half = start.length / 2;
  // In the whole of the beginning: a few NUL bytes are damage, and cost their rows alone.
  if (even + odd >= start.length - 1 && start.length > 1)
    throw new FileRefused(
      'WRONG_FORMAT',
      `The file begins with NUL bytes alone, as one does that was not written to its end. ${encoding.advice}`,
    );
  if (Math.max(even, odd) > half * 0.6 && Math.min(even, odd) < half * 0.1)
    throw wrongEncoding({ because: 'every other byte is a NUL byte, as in UTF-16', line: 1, encoding });
}

/** How many NUL bytes stand at places that are even, or odd. */
function nulsAt(bytes: Buffer, first: 0 | 1): number {
  let count = 0;
  for (let at = first; at < bytes.length; at += 2) if (bytes[at] === 0) count += 1;
  return count;
}

function tooLarge(maximumBytes: number): FileRefused {
  return new FileRefused(
    'FILE_TOO_LARGE',
    `The file is larger than the ${maximumBytes} bytes that are allowed. Export it in parts, or raise the limit.`,
  );
}
