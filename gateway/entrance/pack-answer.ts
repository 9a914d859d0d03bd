import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { chosenCoding } from './negotiate';

/** Of fewer bytes nothing is won: they fit into one packet as they are. */
const MIN_BYTES = 1_000;

/**
 * For answers that are made anew each time. Of 175 kB of figures brotli leaves 8 kB at 5 (2.6 ms), 12 kB at 4, and 5 kB at
 * its own default 11 (490 ms); gzip leaves 9 kB at 6 (1.8 ms).
 */
const PACKERS = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: () => createGzip({ level: 6 }),
} as const;

type Coding = keyof typeof PACKERS;
type Packer = ReturnType<(typeof PACKERS)[Coding]>;

const CODINGS = ['br', 'gzip'] as const;

/** Text of any kind, save events, which have to arrive one by one. */
const PACKABLE = /^(?:text\/(?!event-stream)|application\/(?:json|xml|[\w.-]+\+(?:json|xml))\b)/i;

/**
 * From here on what is written to `response` leaves it packed, where the caller takes that (Accept-Encoding), and it is
 * text, and long enough. Whoever writes does so as always, in UTF-8 or bytes; a full connection holds them up as always.
 */
export function packAnswer({ headers, method }: IncomingMessage, response: ServerResponse): void {
  response.appendHeader('vary', 'Accept-Encoding');
  const coding = chosenCoding(headers['accept-encoding'], CODINGS);
  if (coding !== null && method !== 'HEAD') pack(response, coding);
}

type Body = string | Uint8Array;

/** What takes an answer: the response as it was, or a packer before it. */
interface Sink {
  write(body: Body): boolean;
  end(): void;
}

function pack(response: ServerResponse, coding: Coding): void {
  const plain: Sink = { write: response.write.bind(response), end: response.end.bind(response) };
  const withHead = keepHead(response);
  /** What was written first waits until it is known whether that is all. */
  let first: Body | null = null;
  let sink: Sink | null = null;
  const open = (isPacked: boolean): Sink => {
    sink = isPacked ? packerBefore(response, coding, plain) : plain;
    withHead();
    if (first !== null) sink.write(first);
    return sink;
  };
  response.write = (body: Body) => {
    if (sink !== null) return sink.write(body);
    if (!isPackable(response)) return open(false).write(body);
    if (first !== null) return open(true).write(body);
    first = body;
    return true;
  };
  response.end = (body?: unknown) => {
    if (typeof body === 'string' || body instanceof Uint8Array) response.write(body);
    (sink ?? open(first !== null && Buffer.byteLength(first) >= MIN_BYTES)).end();
    return response;
  };
}

/** Keeps status and headers changeable until it is known how the body leaves; then call what this returns. */
function keepHead(response: ServerResponse): () => void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    for (const given of rest) {
      if (typeof given === 'string') response.statusMessage = given;
      else for (const [name, value] of headersIn(given)) response.setHeader(name, value);
    }
    return response;
  };
  return () => {
    response.writeHead = writeHead;
  };
}

const isHeaders = (given: unknown): given is OutgoingHttpHeaders =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

const headersIn = (given: unknown) =>
  isHeaders(given)
    ? Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
    : [];

function isPackable(response: ServerResponse): boolean {
  const packed = response.hasHeader('content-encoding');
  return !packed && PACKABLE.test(String(response.getHeader('content-type') ?? ''));
}

function packerBefore(response: ServerResponse, coding: Coding, plain: Sink): Packer {
  const packer = PACKERS[coding]();
  response.removeHeader('content-length');
  response.setHeader('content-encoding', coding);
  packer.on('data', (packed: Buffer) => {
    if (plain.write(packed)) return;
    packer.pause();
    response.once('drain', () => packer.resume());
  });
  packer.once('end', () => plain.end());
  packer.on('drain', () => response.emit('drain'));
  packer.once('error', (error) => response.destroy(error));
  response.once('close', () => packer.destroy());
  return packer;
}
