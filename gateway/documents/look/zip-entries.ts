import type { FileBytes } from './looked';

/** One file in an archive, as the archive’s directory has it. */
export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0 is stored, 8 is deflated. */
  readonly method: number;
  readonly packedBytes: number;
  /** What the archive says; the truth is known once it is unpacked. */
  readonly bytes: number;
  readonly offset: number;
}

const END = { signature: 0x06054b50, length: 22, longestComment: 0xffff };
const ENTRY = { signature: 0x02014b50, length: 46 };
/** A document of an office program has some hundreds. */
const MOST_ENTRIES = 10_000;
const MOST_DIRECTORY_BYTES = 4_000_000;
const LOCAL_HEADER_LENGTH = 30;

/**
 * The directory of an archive; null for one that is damaged, whose parts lie over each other, or that is larger than any document:
 * none of those is opened.
 */
export async function readZipEntries(file: FileBytes): Promise<readonly ZipEntry[] | null> {
  const tailLength = Math.min(file.size, END.length + END.longestComment);
  const tail = await file.read(file.size - tailLength, tailLength);
  const at = endOfDirectory(tail);
  if (at === null) return null;
  const [count, length, offset] = [
    tail.readUInt16LE(at + 10),
    tail.readUInt32LE(at + 12),
    tail.readUInt32LE(at + 16),
  ];
  const isPlausible = count <= MOST_ENTRIES && length <= MOST_DIRECTORY_BYTES;
  if (!isPlausible || offset + length !== file.size - tailLength + at) return null;
  const entries = entriesIn(await file.read(offset, length), count);
  return entries !== null && areApart(entries, offset) ? entries : null;
}

/** Where the directory’s end stands: the last place whose comment reaches to the end of the file. */
function endOfDirectory(tail: Buffer): number | null {
  for (let at = tail.length - END.length; at >= 0; at -= 1) {
    if (
      tail.readUInt32LE(at) === END.signature &&
      at + END.length + tail.readUInt16LE(at + 20) === tail.length
    )
      return at;
  }
  return null;
}

function entriesIn(directory: Buffer, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + ENTRY.length > directory.length || directory.readUInt32LE(at) !== ENTRY.signature) return null;
    const nameLength = directory.readUInt16LE(at + 28);
    const rest = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    entries.push({
      name: directory.toString('utf8', at + ENTRY.length, at + ENTRY.length + nameLength),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      bytes: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += ENTRY.length + nameLength + rest;
  }
  return at === directory.length ? entries : null;
}

/** Whether no part lies over another: that is how a small archive unpacks to a huge one. */
function areApart(entries: readonly ZipEntry[], directoryAt: number): boolean {
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  return inOrder.every(({ offset, packedBytes }, index) => {
    const next = inOrder[index + 1]?.offset ?? directoryAt;
    return offset + LOCAL_HEADER_LENGTH + packedBytes <= next;
  });
}
