import { createServer } from 'node:http';
import { z } from 'zod';
import { closed, listening } from '../server/listening';

/** A span as a collector gets it. */
const spanModel = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes: z.array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })),
  links: z.array(z.object({ traceId: z.string() })).default([]),
  status: z.object({ code: z.number().optional() }).default({}),
});
const bodyModel = z.object({
  resourceSpans: z.array(
    z.object({ scopeSpans: z.array(z.object({ spans: z.array(spanModel) })), resource: z.unknown() }),
  ),
});
export type CollectedSpan = z.output<typeof spanModel>;

/** A small collector of traces: keeps what came to /v1/traces, as text and read. */
export async function startCollector() {
  const spans: CollectedSpan[] = [];
  const texts: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString();
      texts.push(`${request.url} ${text}`);
      for (const { scopeSpans } of bodyModel.parse(JSON.parse(text)).resourceSpans)
        spans.push(...scopeSpans.flatMap((scope) => scope.spans));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  const port = await listening(server, { port: 0, setting: 'TEST' });
  return { endpoint: `http://127.0.0.1:${port}`, spans, texts, stop: () => closed(server) };
}
