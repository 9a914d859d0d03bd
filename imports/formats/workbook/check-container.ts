import { isUtf8 } from 'node:buffer';
import { crc32, inflateRawSync } from 'node:zlib';
import { FileRefused } from '../../record';
import { OTHER_FORMATS, otherFormatOf } from '../csv/other-formats';
import { damaged, type ZipEntry, zipDirectory } from './zip-directory';

/** What a workbook may unpack to: some 130,000 rows of a register, which take half a gigabyte of memory to read. */
export const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;

/** Workbooks pack to between a third and a fiftieth; beyond this it is made to fill a memory. */
const MOST_RATIO = 200;
/** Below this, whatever the ratio, nothing can be filled. */
const HARMLESS_BYTES = 1024 * 1024;

const ZIP_START = Buffer.from('504b0304', 'hex');
/** How files begin that hold other files in the older way: .xls, and .xlsx with a password. */
const COMPOUND_START = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Makes sure that a file is an .xlsx workbook that may be unpacked: what it holds is summed up from its directory first,
 * then each part is unpacked within what the directory says, so that one that lies is found too.
 * Throws `FileRefused`: NOT_A_WORKBOOK, ENCRYPTED_WORKBOOK, WORKBOOK_TOO_LARGE.
 */
export function checkContainer(file: Buffer): void {
  if (startsWith(file, COMPOUND_START)) throw file.includes(ENCRYPTED_PACKAGE) ? encrypted() : olderFormat();
  if (!startsWith(file, ZIP_START)) throw noWorkbook(file);
  const entries = zipDirectory(file);
  if (entries.some((entry) => entry.encrypted)) throw encrypted();
  const names = new Set(entries.map(({ name }) => name));
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')) throw noWorkbook(file);
  refuseTooLarge(entries, file.length);
  for (const entry of entries) refuseDamaged(entry, file);
}

const startsWith = (file: Buffer, start: Buffer): boolean => file.subarray(0, start.length).equals(start);

function refuseTooLarge(entries: readonly ZipEntry[], fileBytes: number): void {
  const unpacked = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const packed = Math.min(
    entries.reduce((sum, { compressedBytes }) => sum + compressedBytes, 0),
    fileBytes,
  );
  if (unpacked <= MOST_UNPACKED_BYTES && (unpacked <= HARMLESS_BYTES || unpacked <= packed * MOST_RATIO)) {
    return;
  }
  throw new FileRefused(
    'WORKBOOK_TOO_LARGE',
    `The workbook unpacks to ${unpacked} bytes, more than is read of one (${MOST_UNPACKED_BYTES}, and no more than ` +
      `${MOST_RATIO} times its packed size). Take out sheets and pictures that are not the register, or import it in parts.`,
  );
}

/** Unpacks one part, and no further than it may go. What comes out has to be what the directory says. */
function refuseDamaged(
  { method, from, compressedBytes, bytes, crc32: expected }: ZipEntry,
  file: Buffer,
): void {
  const content = unzipped({ method, from, compressedBytes, bytes }, file);
  if (content.length !== bytes || crc32(content) !== expected) throw damaged();
}

/** What one part of a workbook holds. Throws `FileRefused` NOT_A_WORKBOOK where it unpacks to more than its directory says. */
export function unzipped(
  { method, from, compressedBytes, bytes }: Pick<ZipEntry, 'method' | 'from' | 'compressedBytes' | 'bytes'>,
  file: Buffer,
): Buffer {
  const packed = file.subarray(from, from + compressedBytes);
  return method === 0 ? packed : inflated(packed, { method, bytes });
}

function inflated(packed: Buffer, { method, bytes }: { method: number; bytes: number }): Buffer {
  if (method !== 8) throw damaged();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(bytes, 1) });
  } catch {
    throw damaged();
  }
}

const NO_WORKBOOK = 'not an Excel workbook (.xlsx), whatever its name says';

function noWorkbook(file: Buffer): FileRefused {
  return new FileRefused('NOT_A_WORKBOOK', whatInstead(file));
}

function whatInstead(file: Buffer): string {
  const format = otherFormatOf(file);
  if (format === 'xlsx')
    return `The file is a workbook of another kind than .xlsx, or a damaged one. Open it in Excel, save it as "Excel Workbook (.xlsx)", and import that.`;
  const check = 'Check that the right file was chosen.';
  if (format !== null) {
    const { what, isPacked } = OTHER_FORMATS[format];
    return `${what}, ${NO_WORKBOOK}. ${isPacked ? 'If the workbook is in it, unpack it and import that.' : check}`;
  }
  const isText = isUtf8(file) && !file.includes(0);
  if (isText) return `The file is text, perhaps CSV: ${NO_WORKBOOK}. Import the workbook itself.`;
  return `The file is ${NO_WORKBOOK}. ${check}`;
}

const olderFormat = (): FileRefused =>
  new FileRefused(
    'NOT_A_WORKBOOK',
    'The file is in an older format than .xlsx. Open it in Excel, save it as "Excel Workbook (.xlsx)", and import that.',
  );

const encrypted = (): FileRefused =>
  new FileRefused(
    'ENCRYPTED_WORKBOOK',
    'The workbook is protected with a password, so it cannot be read. Save it without one, and import that.',
  );
