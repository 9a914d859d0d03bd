import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { listening } from '../../platform/server/listening';
import { createGateway, type Operation } from './gateway';
import { GatewayRefusal } from './refusal';

const RECEIVED: Operation<{ received: number }, { stream: string }> = {
  toString: () => 'query Received($stream: Stream) { received }',
};
const asking = { accessToken: 'the-token', requestId: 'request-7' };

/** What somebody at an address answers, and what it was asked. */
async function answering(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server: Server = createServer((request, response) => answer(request, response));
  const port = await listening(server, { port: 0, setting: 'TEST' });
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}

async function refusalOf(url: string, timeoutMillis?: number): Promise<GatewayRefusal> {
  const options = timeoutMillis === undefined ? { url } : { url, timeoutMillis };
  const error = await createGateway(options)
    .ask(RECEIVED, { stream: 'ADULTS' }, asking)
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof GatewayRefusal)) throw new Error(`It did not refuse: ${String(error)}`);
  return error;
}

describe('the gateway, as the site asks it', () => {
  it('is asked in the name of the person, with the number of the page', async () => {
    let asked = '';
    const headers: Record<string, unknown> = {};
    const { url, stop } = await answering((request, response) => {
      Object.assign(headers, request.headers, { path: request.url, method: request.method });
      request.on('data', (chunk: Buffer) => {
        asked += chunk.toString();
      });
      request.on('end', () => response.end('{"data":{"received":7}}'));
    });
    expect(await createGateway({ url }).ask(RECEIVED, { stream: 'ADULTS' }, asking)).toEqual({ received: 7 });
    expect(JSON.parse(asked)).toEqual({ query: RECEIVED.toString(), variables: { stream: 'ADULTS' } });
    expect(headers).toMatchObject({ path: '/graphql', method: 'POST', authorization: 'Bearer the-token' });
    expect(headers['x-request-id']).toBe('request-7');
    stop();
  });

  it.each([
    [
      'refuses',
      200,
      '{"data":null,"errors":[{"message":"No.","extensions":{"code":"FORBIDDEN"}}]}',
      'FORBIDDEN',
    ],
    [
      'knows nobody',
      401,
      '{"errors":[{"message":"Sign in.","extensions":{"code":"UNAUTHENTICATED"}}]}',
      'UNAUTHENTICATED',
    ],
    ['answers half', 200, '{"data":{"received":7},"errors":[{"message":"A part is down."}]}', 'UNKNOWN'],
    ['is something else', 502, '<html>Bad gateway</html>', 'UNREACHABLE'],
    ['says nothing', 200, '', 'UNREACHABLE'],
    ['breaks off', 200, '{"data":{"recei', 'UNREACHABLE'],
    ['says errors that are none', 200, '{"errors":"many"}', 'UNREACHABLE'],
    ['has no data', 200, '{}', 'UNREACHABLE'],
  ])('that %s gives no figure', async (_what, status, body, code) => {
    const { url, stop } = await answering((_, response) => response.writeHead(status).end(body));
    const refusal = await refusalOf(url);
    expect([refusal.code, refusal.isForbidden]).toEqual([code, code === 'FORBIDDEN']);
    stop();
  });

  it.each([
    ['Cannot query field \\"articles\\" on type \\"Query\\".', true],
    ['There is no mutation here.', true],
    ['This operation costs 9000.', false],
  ])('that knows no such question closes it to the visitor: %s', async (message, isForbidden) => {
    const body = `{"errors":[{"message":"${message}","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}`;
    const { url, stop } = await answering((_, response) => response.writeHead(400).end(body));
    expect((await refusalOf(url)).isForbidden).toBe(isForbidden);
    stop();
  });

  it('that hangs, or hangs in the midst of an answer, is waited for no longer than a page can', async () => {
    const silent = await answering(() => undefined);
    const slow = await answering((_, response) => {
      response.write('{"data":');
    });
    for (const { url, stop } of [silent, slow]) {
      expect((await refusalOf(url, 150)).code).toBe('TIMEOUT');
      stop();
    }
  });

  it('that hangs costs a page its time once, however many questions follow each other', async () => {
    const { url, stop } = await answering(() => undefined);
    // A page that has used its time but for a moment: a question with a time of its own would outlast the test.
    const page = { ...asking, sinceMillis: performance.now() - 59_900 };
    for (const _question of [1, 2, 3])
      await expect(
        createGateway({ url, timeoutMillis: 60_000 }).ask(RECEIVED, { stream: 'ADULTS' }, page),
      ).rejects.toMatchObject({ code: 'TIMEOUT' });
    stop();
  });

  it('that hangs over what a page can do without leaves the rest of its time to what follows', async () => {
    const { url, stop } = await answering(() => undefined);
    const page = { ...asking, sinceMillis: performance.now(), share: 0.005 };
    // The whole of its time would outlast the test.
    await expect(
      createGateway({ url, timeoutMillis: 60_000 }).ask(RECEIVED, { stream: 'ADULTS' }, page),
    ).rejects.toMatchObject({ code: 'TIMEOUT' });
    stop();
  });

  it('that is not there is out of reach', async () => {
    const { url, stop } = await answering(() => undefined);
    stop();
    expect((await refusalOf(url)).code).toBe('UNREACHABLE');
  });
});
