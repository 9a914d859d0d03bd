import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal';
import { unpackerOf } from './unpack-body';

/** How much of a body is read, and how long for. */
export interface BodyLimits {
  readonly maxBytes: number;
  readonly timeoutMillis: number;
}

/**
 * A request's body, unpacked where it came packed: the request then reads as if it had come as it is. Throws a `Refusal`
 * when it is longer than it may be, packed or unpacked (of that no more is read), takes longer than it may, breaks off,
 * or is not packed as it says. The connection is left open to answer on.
 */
export async function readBody(request: IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  const { headers } = request;
  const unpack = unpackerOf(headers['content-encoding']);
  const sent = await readSent(request, limits);
  delete headers['content-encoding'];
  if (unpack === null || sent.length === 0) return sent;
  const body = await unpack(sent, limits.maxBytes);
  headers['content-length'] = String(body.length);
  return body;
}

/** What comes over the connection, whether or not the request says how long it is. */
function readSent(request: IncomingMessage, { maxBytes, timeoutMillis }: BodyLimits): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return Promise.reject(tooLong(maxBytes));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const done = (settle: () => void) => {
      clearTimeout(timer);
      request.off('data', take).off('end', end).off('error', breakOff).off('close', breakOff);
      request.pause();
      settle();
    };
    const take = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes) return done(() => reject(tooLong(maxBytes)));
      chunks.push(chunk);
    };
    const end = () => done(() => resolve(Buffer.concat(chunks)));
    const breakOff = () => done(() => reject(new Refusal(400, 'BAD_REQUEST', 'The body breaks off.')));
    const timer = setTimeout(() => done(() => reject(tooSlow())), timeoutMillis);
    request.on('data', take).on('end', end).on('error', breakOff).on('close', breakOff);
  });
}

const tooLong = (maxBytes: number): Refusal =>
  new Refusal(
    413,
    'BAD_REQUEST',
    `The body may not be longer than ${maxBytes} bytes. Send less in one request.`,
  );

const tooSlow = (): Refusal =>
  new Refusal(408, 'BAD_REQUEST', 'The body did not arrive in time. Send the whole request again.');
