import type { ServerResponse } from 'node:http';

/** Server-sent events, as the graphql-sse protocol has them (distinct connections). */
export interface EventStream {
  /** One event: an answer, or errors. */
  next(result: object): void;
  /** The last: nothing follows. */
  complete(): void;
  /** Lets nothing run any more, where nobody reads. */
  stop(): void;
  /** Resolves when the reader takes more, or has gone. */
  flowing(): Promise<void>;
}

export interface EventTimes {
  /** Something is sent so often, so that nothing on the way takes the connection for a dead one. */
  readonly beatMillis: number;
  /** Whoever takes nothing for so long is hung up on. */
  readonly unreadMillis: number;
}

/** When a browser's own client connects again after a break. */
const RETRY_MILLIS = 3_000;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // Proxies that keep answers back until they are whole are asked not to.
  'x-accel-buffering': 'no',
} as const;

/** Begins to send events. Whoever has gone is sent nothing, and nothing is left running. */
export function openEventStream(
  response: ServerResponse,
  { beatMillis, unreadMillis }: EventTimes,
): EventStream {
  let unread: NodeJS.Timeout | undefined;
  const write = (text: string) => {
    if (response.destroyed || response.writableEnded || response.write(text)) return;
    unread ??= setTimeout(() => response.destroy(), unreadMillis);
  };
  const isFlowing = () => !response.writableNeedDrain;
  const beat = setInterval(() => {
    if (isFlowing()) write(':\n\n');
  }, beatMillis);
  const taken = () => {
    clearTimeout(unread);
    unread = undefined;
  };
  const stop = () => {
    clearInterval(beat);
    taken();
  };
  response.on('drain', taken);
  response.once('close', stop);
  response.writeHead(200, HEADERS);
  write(`retry: ${RETRY_MILLIS}\n:\n\n`);
  return {
    next: (result) => write(`event: next\ndata: ${JSON.stringify(result)}\n\n`),
    complete() {
      write('event: complete\ndata:\n\n');
      stop();
      response.end();
    },
    stop,
    flowing: () => (isFlowing() || response.destroyed ? Promise.resolve() : drained(response)),
  };
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.once('drain', done);
    response.once('close', done);
  });
}
