import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refusal } from '../entrance/refusal';
import { handOver } from './hand-over';

const servers: Server[] = [];
async function serve(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(handle);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

/** A gateway that hands all over to the sandbox at this address. */
function handingTo(url: string, failed: (error: unknown) => void = () => undefined): Promise<string> {
  return serve((request, response) => {
    const line = new AbortController();
    response.once('close', () => line.abort());
    response.setHeader('x-request-id', 'ours');
    handOver({ request, response, requestId: 'ours' }, { url, token: 'made-up', signal: line.signal }).catch(
      (error) => {
        failed(error);
        response.writeHead(503).end();
      },
    );
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

describe('what is handed over to the sandbox', () => {
  it('goes as it came, under a token of the sandbox, and without who asks or how they came', async () => {
    const seen: object[] = [];
    const url = await handingTo(
      await serve(async (request, response) => {
        seen.push({
          ...request.headers,
          path: request.url,
          method: request.method,
          body: await bodyOf(request),
        });
        response.end('{}');
      }),
    );
    await fetch(`${url}/graphql?a=b%20c`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer cck_secret',
        'content-type': 'application/json',
        cookie: 'session=1',
        'x-forwarded-for': '192.0.2.7',
        'x-signed-identity': 'mine',
      },
      body: '{"query":"{ a }"}',
    });
    expect(seen).toEqual([
      expect.objectContaining({
        ...{ path: '/graphql?a=b%20c', method: 'POST', body: '{"query":"{ a }"}' },
        ...{ authorization: 'Bearer made-up', 'x-request-id': 'ours', 'content-type': 'application/json' },
      }),
    ]);
    for (const name of ['cookie', 'x-forwarded-for', 'x-signed-identity'])
      expect(seen[0]).not.toHaveProperty(name);
  });

  it('comes back with its status, and says that it is made up', async () => {
    const url = await handingTo(
      await serve((_, response) => {
        response.setHeader('x-request-id', 'theirs').setHeader('retry-after', '7').setHeader('etag', '"1"');
        response.writeHead(429, { 'content-type': 'text/csv' }).end('a,b');
      }),
    );
    const answer = await fetch(url);
    expect([answer.status, await answer.text()]).toEqual([429, 'a,b']);
    const told = ['x-sandbox', 'x-request-id', 'retry-after', 'etag', 'content-type'];
    expect(told.map((name) => answer.headers.get(name))).toEqual(['made-up', 'ours', '7', '"1"', 'text/csv']);
  });

  it('is a refusal with when to come again where nobody answers, and nothing where the caller has gone', async () => {
    const failures: unknown[] = [];
    const closed = await serve(() => undefined);
    await new Promise((resolve) => servers.pop()?.close(resolve));
    const answer = await fetch(await handingTo(closed, (error) => failures.push(error)));
    expect([answer.status, failures]).toEqual([503, [expect.any(Refusal)]]);
    expect(failures[0]).toMatchObject({ code: 'SANDBOX_UNAVAILABLE', retryAfterSeconds: 5 });
    const silent = await serve((request) => request.resume());
    const url = await handingTo(silent, (error) => failures.push(error));
    await fetch(url, { signal: AbortSignal.timeout(50) }).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(failures).toHaveLength(1);
    servers.at(-2)?.closeAllConnections();
  });
});
