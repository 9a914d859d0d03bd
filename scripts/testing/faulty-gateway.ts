import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listening } from '../../platform/server/listening';

/** How a part does: it answers, hangs, or is not there. */
export type State = 'up' | 'hanging' | 'down';

/** Stands between the site and the gateway, and can be told to fail. */
export interface FaultyGateway {
  readonly url: string;
  /** How many questions and files came to it. */
  readonly asked: number;
  state: State;
  /** The questions that it leaves unanswered, by their text; null where it answers all. */
  hangsOn: RegExp | null;
  /** The questions that it breaks off at once. */
  breaksOn: RegExp | null;
  stop(): Promise<void>;
}

/** Passes questions on to the gateway at `url`. */
export async function startFaultyGateway(url: string): Promise<FaultyGateway> {
  const gateway = {
    ...{ url: '', asked: 0, state: 'up' as State },
    ...{ hangsOn: null as RegExp | null, breaksOn: null as RegExp | null },
  };
  const server = createServer((request, response) => {
    gateway.asked += 1;
    if (gateway.state === 'down') request.destroy();
    else if (gateway.state === 'up') void passOn(request, response, url, gateway);
  });
  gateway.url = `http://127.0.0.1:${await listening(server, { port: 0, setting: 'TEST' })}`;
  return Object.assign(gateway, {
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

async function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  url: string,
  { hangsOn, breaksOn }: Pick<FaultyGateway, 'hangsOn' | 'breaksOn'>,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  // A file may be in any encoding: it is passed on as it came.
  const body = Buffer.concat(parts);
  const asked = body.toString();
  if (breaksOn?.test(asked)) return void request.socket.destroy();
  if (hangsOn?.test(asked)) return;
  const headers = new Headers();
  for (const name of ['authorization', 'content-type', 'accept', 'x-request-id'])
    headers.set(name, String(request.headers[name] ?? ''));
  const { 'content-disposition': disposition } = request.headers;
  if (disposition !== undefined) headers.set('content-disposition', disposition);
  const leaving = new AbortController();
  // Whoever hangs up here has hung up there: else their turns would be held by questions that nobody waits for.
  response.on('close', () => leaving.abort());
  const answer = await fetch(new URL(request.url ?? '/', url), {
    ...{ method: request.method ?? 'POST', headers, signal: leaving.signal },
    ...(body.length > 0 && { body }),
  }).catch(() => null);
  // Breaking off may come while the answer is read.
  const read = await answer?.arrayBuffer().catch(() => null);
  if (!answer || !read) return void request.socket.destroy();
  const told = ['content-type', 'content-disposition', 'x-row-count', 'x-as-at'].flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  response.writeHead(answer.status, Object.fromEntries(told));
  response.end(Buffer.from(read));
}
