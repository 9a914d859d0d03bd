import { createServer, type RequestListener, type Server } from 'node:http';
import { listening } from '../../platform/server/listening';
import { askingFreely } from './free-questions';

const ASKING = { accessToken: 'a-token', requestId: 'a-request' };

describe('a question as somebody wrote it', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  async function gateway(answer: RequestListener): Promise<string> {
    const server = createServer(answer);
    servers.push(server);
    return `http://127.0.0.1:${await listening(server, { port: 0, setting: 'GATEWAY_PORT' })}`;
  }

  it('goes to the graph in their name, and its answer comes as it is, errors too', async () => {
    const answer = '{"errors":[{"message":"No"}]}';
    const url = await gateway((request, response) => {
      const isTheirs = request.headers.authorization === 'Bearer a-token' && request.url === '/graphql';
      response.writeHead(isTheirs ? 400 : 500).end(isTheirs ? answer : '');
    });
    expect(await askingFreely(url)({ query: '{ a }' }, ASKING)).toBe(answer);
  });

  it('is asked once, and told as lost where the answer breaks off', async () => {
    let asked = 0;
    const url = await gateway((request) => {
      asked += 1;
      request.socket.destroy();
    });
    await expect(askingFreely(url)({ query: 'mutation { a }' }, ASKING)).rejects.toMatchObject({
      code: 'UNREACHABLE',
    });
    expect(asked).toBe(1);
  });
});
