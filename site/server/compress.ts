import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** Below this a page travels as fast as it is. */
const SMALLEST_BYTES = 1_400;
const COMPRESSED = /^(?:text\/|image\/svg\+xml)/;

const compressed = promisify(gzip);

/** Sends pages, tables and pictures compressed to browsers that take it. What forms hold is masked (`maskedToken`). */
export function addCompression(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < SMALLEST_BYTES) return payload;
    if (!COMPRESSED.test(String(reply.getHeader('content-type')))) return payload;
    reply.header('vary', 'Accept-Encoding');
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return payload;
    reply.header('content-encoding', 'gzip');
    reply.removeHeader('content-length');
    return compressed(payload);
  });
}
