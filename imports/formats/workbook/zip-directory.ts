import { FileRefused } from '../../record';

/** One file inside a ZIP archive, as the archive's directory has it (PKWARE APPNOTE 6.3, sections 4.3 and 4.4). */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc32: number;
  readonly compressedBytes: number;
  /** What the directory says that it unpacks to. */
  readonly bytes: number;
  /** Where its packed content stands. */
  readonly from: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT_BYTES = 0xffff;
/** Stands where a number has no room: the archive is larger than any workbook of ours. */
const IN_ZIP64 = 0xffffffff;

/** The files of an archive, without unpacking any. Throws `FileRefused` NOT_A_WORKBOOK for one that is damaged. */
export function zipDirectory(archive: Buffer): readonly ZipEntry[] {
  try {
    return entriesOf(archive, endOfDirectory(archive));
  } catch (error) {
    // What points outside of the file is out of range for the buffer.
    throw error instanceof FileRefused ? error : damaged();
  }
}

/** The refusal of an archive that contradicts itself. */
export const damaged = (): FileRefused =>
  new FileRefused(
    'NOT_A_WORKBOOK',
    'The workbook is damaged: it cannot be unpacked. Open it in Excel, save it again as .xlsx, and import that.',
  );

function endOfDirectory(archive: Buffer): number {
  const earliest = Math.max(archive.length - END_BYTES - LONGEST_COMMENT_BYTES, 0);
  for (let at = archive.length - END_BYTES; at >= earliest; at -= 1) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw damaged();
}

function entriesOf(archive: Buffer, end: number): ZipEntry[] {
  const count = archive.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let place = 0; place < count; place += 1) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged();
    const nameBytes = archive.readUInt16LE(at + 28);
    entries.push(entryAt(archive, at, nameBytes));
    at += ENTRY_BYTES + nameBytes + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function entryAt(archive: Buffer, at: number, nameBytes: number): ZipEntry {
  const local = archive.readUInt32LE(at + 42);
  const sizes = { compressedBytes: archive.readUInt32LE(at + 20), bytes: archive.readUInt32LE(at + 24) };
  const inZip64 = [local, sizes.compressedBytes, sizes.bytes].includes(IN_ZIP64);
  if (inZip64 || archive.readUInt32LE(local) !== LOCAL_HEADER) throw damaged();
  // A local header that packs in another way than the directory says could unpack to anything.
  if (archive.readUInt16LE(local + 8) !== archive.readUInt16LE(at + 10)) throw damaged();
  return {
    name: archive.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
    encrypted: (archive.readUInt16LE(at + 8) & 1) === 1,
    method: archive.readUInt16LE(at + 10),
    crc32: archive.readUInt32LE(at + 16),
    ...sizes,
    from: local + LOCAL_BYTES + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28),
  };
}
