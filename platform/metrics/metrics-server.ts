import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closed, listening } from '../server/listening';
import { EXPOSITION_TYPE, writeExposition } from './exposition';
import type { MetricsRegistry } from './registry';

/** Where metrics are told, in every process that tells them. */
export const METRICS_PATH = '/metrics';

/** Answers with all that the process measures. */
export async function answerMetrics(
  registry: Pick<MetricsRegistry, 'read'>,
  response: ServerResponse,
): Promise<void> {
  const text = writeExposition(await registry.read());
  response.writeHead(200, { 'content-type': EXPOSITION_TYPE, 'cache-control': 'no-store' });
  response.end(text);
}

/**
 * Tells the metrics of this process at a port of their own, and nothing else: only whoever watches reaches it. Throws `PortError` where
 * it is taken.
 */
export async function openMetricsServer({
  registry,
  port,
  bindAddress,
}: {
  readonly registry: Pick<MetricsRegistry, 'read'>;
  readonly port: number;
  readonly bindAddress: string | null;
}): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(registry, request, response).catch(() => response.destroy());
  });
  const taken = await listening(server, { port, setting: 'METRICS_PORT', bindAddress });
  return { port: taken, close: () => closed(server) };
}

async function answer(
  registry: Pick<MetricsRegistry, 'read'>,
  { method, url }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (method === 'GET' && url?.split('?')[0] === METRICS_PATH) return answerMetrics(registry, response);
  response.writeHead(404).end();
}
