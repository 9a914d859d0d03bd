import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { addressOf, closed, listening } from '../../platform/server/listening';

/** Answers one request. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Where the site is reached, taken before anything answers there: what is started meanwhile knows the address. */
export interface SitePlace {
  /** Where this machine reaches it, without a path. */
  readonly url: string;
  /** Requests below a path go to somebody else. */
  mount(path: string, answer: Answer): void;
  /** From now on `answer` answers; before, people are told to wait. */
  open(answer: Answer): void;
  close(): Promise<void>;
}

/** Takes `port` (0 is a free one). Throws `PortError` where it cannot. */
export async function takePlace(options: { port: number; bindAddress: string | null }): Promise<SitePlace> {
  const mounted = new Map<string, Answer>();
  let opened: Answer = tellToWait;
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    for (const [path, answer] of mounted) if (isBelow(url, path)) return answer(request, response);
    return opened(request, response);
  });
  const port = await listening(server, { ...options, setting: 'SITE_PORT' });
  return {
    url: addressOf(port, options.bindAddress),
    mount: (path, answer) => void mounted.set(path, answer),
    open: (answer) => {
      opened = answer;
    },
    close: () => closed(server),
  };
}

const isBelow = (url: string, path: string): boolean =>
  url.startsWith(path) && ['/', '?', undefined].includes(url[path.length]);

const tellToWait: Answer = (_, response) => {
  response.writeHead(503, {
    ...{ 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' },
    ...{ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
  });
  response.end('The complaints site is starting. Try again in a few seconds.\n');
};
