import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { FileBytes } from './looked';
import type { ZipEntry } from './zip-entries';

const LOCAL = { signature: 0x04034b50, length: 30 };
const STORED = 0;
const DEFLATED = 8;
const SLICE_BYTES = 65_536;

/**
 * Unpacks one file of an archive, a piece at a time, and hands each to `take`, which says whether it wants more. Throws for what is
 * damaged, and for ways of packing that no office program uses.
 */
export async function unpackEntry(
  file: FileBytes,
  { offset, packedBytes, method }: ZipEntry,
  take: (piece: Buffer) => boolean,
): Promise<void> {
  const header = await file.read(offset, LOCAL.length);
  if (header.length < LOCAL.length || header.readUInt32LE(0) !== LOCAL.signature)
    throw new Error('A file of an archive does not begin where its directory says');
  const begin = offset + LOCAL.length + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = Readable.from(slices(file, begin, packedBytes));
  if (method !== STORED && method !== DEFLATED)
    throw new Error('A file of an archive is packed in another way');
  const pieces: AsyncIterable<Buffer> = method === STORED ? packed : packed.pipe(createInflateRaw());
  for await (const piece of pieces) if (!take(piece)) return;
}

async function* slices(file: FileBytes, from: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += SLICE_BYTES) {
    const slice = await file.read(from + at, Math.min(SLICE_BYTES, length - at));
    if (slice.length === 0) throw new Error('A file of an archive ends too early');
    yield slice;
  }
}
