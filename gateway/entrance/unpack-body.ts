import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { codeOf } from '../../platform/postgres/error-code';
import { ACCEPTED_CODINGS, Refusal } from './refusal';

interface Limit {
  readonly maxOutputLength: number;
}
type Unpack = (packed: Buffer, limit: Limit) => Promise<Buffer>;

/** Content codings (RFC 9110, 8.4.1) in which a body may come. */
const CODINGS: ReadonlyMap<string, Unpack> = new Map([
  ['br', promisify<Buffer, Limit, Buffer>(brotliDecompress)],
  ['gzip', promisify<Buffer, Limit, Buffer>(gunzip)],
  ['x-gzip', promisify<Buffer, Limit, Buffer>(gunzip)],
  ['deflate', promisify<Buffer, Limit, Buffer>(inflate)],
]);

/** How a body of this Content-Encoding is unpacked; null where it comes as it is. Throws a `Refusal` (415) for others. */
export function unpackerOf(contentEncoding: string | undefined): Unpacker | null {
  const coding = contentEncoding?.trim().toLowerCase() ?? '';
  if (coding === '' || coding === 'identity') return null;
  const unpack = CODINGS.get(coding);
  if (unpack === undefined)
    throw new Refusal(
      415,
      'BAD_REQUEST',
      `The body is packed in a way that is not known here. Send it as it is, or in one of: ${ACCEPTED_CODINGS}.`,
    );
  return (packed, maxBytes) => unpacked(unpack, packed, maxBytes);
}

/** Throws a `Refusal` for what is not packed as it says, and for what unpacks to more than it may: no more is unpacked. */
export type Unpacker = (packed: Buffer, maxBytes: number) => Promise<Buffer>;

async function unpacked(unpack: Unpack, packed: Buffer, maxBytes: number): Promise<Buffer> {
  try {
    return await unpack(packed, { maxOutputLength: maxBytes });
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE')
      throw new Refusal(
        413,
        'BAD_REQUEST',
        `The body may not be longer than ${maxBytes} bytes, unpacked. Send less in one request.`,
      );
    throw new Refusal(
      400,
      'BAD_REQUEST',
      'The body is not packed as its Content-Encoding says, or breaks off.',
    );
  }
}
