import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listening } from '../../platform/server/listening';

/** How a part does: it answers, hangs, or is not there. */
export type State = 'up' | 'hanging' | 'down';

/** Stands between the site and the gateway, and can be told to fail. */
export interface FaultyGateway {
  readonly url: string;
  state: State;
  stop(): Promise<void>;
}

/** Passes questions on to the gateway at `url`. */
export async function startFaultyGateway(url: string): Promise<FaultyGateway> {
  const gateway = { url: '', state: 'up' as State };
  const server = createServer((request, response) => {
    if (gateway.state === 'down') request.destroy();
    else if (gateway.state === 'up') void passOn(url, request, response);
  });
  gateway.url = `http://127.0.0.1:${await listening(server, { port: 0, setting: 'TEST' })}`;
  return Object.assign(gateway, {
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

async function passOn(url: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const headers = new Headers();
  for (const name of ['authorization', 'content-type', 'accept', 'x-request-id'])
    headers.set(name, String(request.headers[name] ?? ''));
  const answer = await fetch(new URL(request.url ?? '/', url), {
    ...{ method: request.method ?? 'POST', headers, body: Buffer.concat(parts) },
  });
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
  response.end(await answer.text());
}
