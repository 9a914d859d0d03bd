import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { listening } from '../../platform/server/listening';
import { type Post, postingTo } from './posting';

type Answer = (
  response: ServerResponse,
  request: { readonly place: number; readonly socket: Socket },
) => void;

/** Somebody at an address, with the connections that each request came on. */
async function answering(answer: Answer) {
  const connections: Socket[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    connections.push(request.socket);
    request.resume();
    request.on('end', () => answer(response, { place: connections.length, socket: request.socket }));
  });
  const port = await listening(server, { port: 0, setting: 'TEST' });
  return {
    post: postingTo(new URL(`http://127.0.0.1:${port}/graphql`)),
    connections,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const send = (post: Post): Promise<string> =>
  post({ headers: { 'content-type': 'application/json' }, body: '{}', signal: AbortSignal.timeout(5_000) });

describe('posting to one address', () => {
  it('goes on the connection of before', async () => {
    const { post, connections, stop } = await answering((response) => response.end('yes'));
    expect(await send(post)).toBe('yes');
    expect(await send(post)).toBe('yes');
    expect(new Set(connections).size).toBe(1);
    stop();
  });

  it('goes on another one where that was closed meanwhile', async () => {
    const { post, connections, stop } = await answering((response, { place, socket }) =>
      place === 2 ? socket.destroy() : response.end(`answer ${place}`),
    );
    expect(await send(post)).toBe('answer 1');
    expect(await send(post)).toBe('answer 3');
    expect(new Set(connections).size).toBe(2);
    stop();
  });

  it('goes on a new one where all that were open have been closed', async () => {
    let areClosed = false;
    const { post, connections, stop } = await answering((response, { socket }) => {
      if (areClosed && kept.has(socket)) socket.destroy();
      else setTimeout(() => response.end('yes'), 50);
    });
    await Promise.all([send(post), send(post), send(post)]);
    const kept = new Set(connections);
    expect(kept.size).toBe(3);
    areClosed = true;
    expect(await send(post)).toBe('yes');
    stop();
  });

  it('sends what asks for a change on a connection of its own, once', async () => {
    const { post, connections, stop } = await answering((response, { place, socket }) =>
      place === 3 ? socket.destroy() : response.end('yes'),
    );
    const change = () =>
      post({ headers: {}, body: '{}', isChange: true, signal: AbortSignal.timeout(5_000) });
    await send(post);
    expect(await change()).toBe('yes');
    expect(new Set(connections).size).toBe(2);
    await expect(change()).rejects.toThrow();
    expect(connections).toHaveLength(3);
    stop();
  });

  it('is not tried again where a new connection breaks, or an answer does', async () => {
    const broken = await answering((_, { socket }) => socket.destroy());
    await expect(send(broken.post)).rejects.toThrow();
    expect(broken.connections).toHaveLength(1);
    broken.stop();
    const torn = await answering((response, { place, socket }) => {
      if (place === 1) return response.end('whole');
      response.write('ha', () => socket.destroy());
    });
    expect(await send(torn.post)).toBe('whole');
    await expect(send(torn.post)).rejects.toThrow();
    expect(torn.connections).toHaveLength(2);
    torn.stop();
  });

  it('gives up, on a connection of before too, when it is told to', async () => {
    const { post, stop } = await answering((response, { place }) => {
      if (place === 1) response.end('yes');
    });
    await send(post);
    const signal = AbortSignal.timeout(100);
    await expect(post({ headers: {}, body: '{}', signal })).rejects.toThrow();
    expect(signal.aborted).toBe(true);
    stop();
  });
});
