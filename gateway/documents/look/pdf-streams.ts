import { Readable } from 'node:stream';
import { createInflate } from 'node:zlib';
import { plainNames } from './pdf-names';

/** A piece of what was packed in a PDF; null for objects that are packed in another way than is looked into. */
export interface UnpackedPiece {
  readonly piece: Buffer | null;
  /** Whether it is the first of its stream. */
  readonly isFirst: boolean;
}

const STREAM = Buffer.from('stream');
const SLICE_BYTES = 65_536;
/** As far back as the description of a stream is looked for. */
const DESCRIPTION_BYTES = 4_096;
const OBJECTS = /\/ObjStm(?![\w#-])/;
const OTHER_FILTERS =
  /\/(?:LZWDecode|LZW|ASCII85Decode|A85|ASCIIHexDecode|AHx|RunLengthDecode|RL|Crypt)(?![\w#-])/;
/** The first bytes of what zlib packed: method 8, and a checksum over both. */
const isZlib = (first: number, second: number): boolean =>
  (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;

/** All that zlib packed in a PDF, unpacked: at each word `stream`, until it ends by itself, whatever lengths are told. */
export async function* unpackedStreams(content: Buffer): AsyncGenerator<UnpackedPiece> {
  for (let at = content.indexOf(STREAM); at !== -1; at = content.indexOf(STREAM, at + STREAM.length)) {
    const begin = afterLineEnd(content, at + STREAM.length);
    if (begin === null) continue;
    const description = plainNames(content.toString('latin1', Math.max(0, at - DESCRIPTION_BYTES), at));
    const own = description.slice(description.lastIndexOf(' obj') + 1);
    if (OBJECTS.test(own) && OTHER_FILTERS.test(own)) yield { piece: null, isFirst: true };
    if (isZlib(content[begin] ?? 0, content[begin + 1] ?? 0)) yield* unpacked(content, begin);
  }
}

function afterLineEnd(content: Buffer, from: number): number | null {
  let at = from;
  while (content[at] === 0x20) at += 1;
  const isReturn = content[at] === 0x0d;
  const next = isReturn ? at + 1 : at;
  if (content[next] === 0x0a) return next + 1;
  return isReturn ? next : null;
}

/** What cannot be unpacked any further ends the stream: a reader shows no more of it either. */
async function* unpacked(content: Buffer, begin: number): AsyncGenerator<UnpackedPiece> {
  const packed = Readable.from(slices(content, begin));
  let isFirst = true;
  try {
    for await (const piece of packed.pipe(createInflate())) {
      yield { piece, isFirst };
      isFirst = false;
    }
  } catch {
    return;
  } finally {
    packed.destroy();
  }
}

function* slices(content: Buffer, begin: number): Generator<Buffer> {
  for (let at = begin; at < content.length; at += SLICE_BYTES) yield content.subarray(at, at + SLICE_BYTES);
}
