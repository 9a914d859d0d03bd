import { createServer, type RequestListener, type Server } from 'node:http';
import { addressOf, closed, listening } from '../../platform/server/listening';
import { fetchingFrom } from './fetching';

const ASKING = { accessToken: 'access-1', requestId: 'request-1' };
let server: Server | null = null;
afterEach(async () => {
  if (server) await closed(server);
  server = null;
});

async function serving(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  return addressOf(await listening(server, { port: 0, setting: 'GATEWAY_PORT' }));
}

const refusal = (code: string) => JSON.stringify({ errors: [{ message: 'No.', extensions: { code } }] });

describe('what a door of the gateway gives', () => {
  it('comes as text, in the name of whoever asks', async () => {
    const seen: unknown[] = [];
    const url = await serving(({ url: path, headers }, response) => {
      seen.push([path, headers.authorization, headers['x-request-id']]);
      response.end('All of it.');
    });
    expect(await fetchingFrom(url)('/dictionary.csv', ASKING)).toBe('All of it.');
    expect(seen).toEqual([['/dictionary.csv', 'Bearer access-1', 'request-1']]);
  });

  it.each([
    [401, refusal('UNAUTHENTICATED'), 'UNAUTHENTICATED'],
    [503, refusal('SUBGRAPH_UNAVAILABLE'), 'SUBGRAPH_UNAVAILABLE'],
    [404, 'Nothing here.', 'UNREACHABLE'],
    [200, null, 'UNREACHABLE'],
  ])('is refused as it says, or where it says nothing: %d %s', async (status, body, code) => {
    const url = await serving(({ socket }, response) => {
      if (body === null) socket.destroy();
      else response.writeHead(status).end(body);
    });
    await expect(fetchingFrom(url)('/dictionary.json', ASKING)).rejects.toMatchObject({ code });
  });

  it('is out of reach where nobody listens', async () => {
    await expect(fetchingFrom('http://127.0.0.1:1')('/', ASKING)).rejects.toMatchObject({
      code: 'UNREACHABLE',
    });
  });
});
