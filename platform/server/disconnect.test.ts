import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { abortedOnDisconnect, whenOver } from './disconnect';
import { listening } from './listening';

type Seen = { readonly request: IncomingMessage; readonly response: ServerResponse };

/** A server that hands each request to the test, and a connection that writes several before it reads. */
async function pipelined(count: number) {
  const seen: Seen[] = [];
  const server = createServer((request, response) => seen.push({ request, response }));
  const port = await listening(server, { port: 0, setting: 'PORT' });
  const socket = connect(port, 'localhost');
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(count));
  while (seen.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  return { seen, socket, server };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('the end of a request', () => {
  it('comes to each of several that wait behind each other, once, when the caller hangs up', async () => {
    const { seen, socket, server } = await pipelined(20);
    const over = seen.map(() => 0);
    const signals = seen.map(({ request, response }, i) => {
      whenOver(request, response, () => {
        over[i] = (over[i] ?? 0) + 1;
      });
      return abortedOnDisconnect(request, response);
    });
    expect(signals.some(({ aborted }) => aborted)).toBe(false);
    socket.destroy();
    await soon();
    expect(over).toEqual(seen.map(() => 1));
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
    server.close();
  });

  it('comes at once where the caller has gone already', async () => {
    const { seen, socket, server } = await pipelined(2);
    socket.destroy();
    await soon();
    for (const { request, response } of seen)
      expect(abortedOnDisconnect(request, response).aborted).toBe(true);
    server.close();
  });

  it('comes when the answer has been sent, and is no disconnect', async () => {
    const { seen, socket, server } = await pipelined(2);
    const over: number[] = [];
    const signals = seen.map(({ request, response }, i) => {
      whenOver(request, response, () => over.push(i));
      return abortedOnDisconnect(request, response);
    });
    seen[0]?.response.end('answered');
    await soon();
    expect([over, signals[0]?.aborted]).toEqual([[0], false]);
    seen[1]?.response.end('answered');
    await soon();
    expect([over, signals[1]?.aborted]).toEqual([[0, 1], false]);
    socket.destroy();
    await soon();
    expect(over).toEqual([0, 1]);
    server.close();
  });
});
