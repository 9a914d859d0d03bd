import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal';

/** How much of a body is read, and how long for. */
export interface BodyLimits {
  readonly maxBytes: number;
  readonly timeoutMillis: number;
}

/**
 * Reads a request's body, whether or not the request says how long it is. Throws a `Refusal` when it is longer than it
 * may be (of that no more is read), takes longer than it may, or breaks off. The connection is left open to answer on.
 */
export function readBody(request: IncomingMessage, { maxBytes, timeoutMillis }: BodyLimits): Promise<Buffer> {
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
  new Refusal(413, 'BAD_REQUEST', `The body may not be longer than ${maxBytes} bytes.`);

const tooSlow = (): Refusal =>
  new Refusal(408, 'BAD_REQUEST', 'The body did not arrive in time. Send the whole request again.');
