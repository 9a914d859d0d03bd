import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../platform/config/clock';
import type { KeptSession } from '../sessions/session';
import { type EventStream, openEventStream } from './event-stream';
import { createLivePlaces, LIVE_LIMITS, type LiveLimits } from './live-places';

/** What an open page is told of. */
export interface Watched {
  /** How often it is asked for. */
  readonly everyMillis: number;
  /** How it stands now, as the person may see it; null where they may not any more. Rejects where nobody answers. */
  ask(): Promise<object | null>;
}

/** Tells open pages what changes while somebody looks at them. */
export interface Live {
  /** Answers with events until the page is closed, the session ends, or its token does: then the browser comes again. */
  answer(request: FastifyRequest, reply: FastifyReply, watched: Watched): FastifyReply;
  size(): number;
  /** Ends all. Browsers come again. */
  stop(): void;
}

export interface CreateLive {
  /** Whether a session goes on; asking is no use of it. */
  readonly holds: (id: string) => Promise<boolean>;
  readonly clock: Clock;
  readonly limits?: LiveLimits;
  readonly beatMillis?: number;
}

const BEAT_MILLIS = 20_000;
const HEADERS = {
  'cache-control': 'no-store, no-transform',
  // Proxies that keep answers back until they are whole are asked not to.
  'x-accel-buffering': 'no',
  // Once it ends nothing more comes this way: the site stops without waiting for it.
  connection: 'close',
} as const;

/** Whoever is told is asked for anew each time, so that what is closed to them meanwhile is told no more. */
export function createLive({
  holds,
  clock,
  limits = LIVE_LIMITS,
  beatMillis = BEAT_MILLIS,
}: CreateLive): Live {
  const takePlace = createLivePlaces(limits);
  const open = new Set<EventStream>();
  const goesOn = async ({ id, session }: KeptSession): Promise<Ended> => {
    if (!(await holds(id))) return 'SIGNED_OUT';
    return clock.now().getTime() < session.accessTokenEndsAt ? null : 'AGAIN';
  };
  return {
    size: () => open.size,
    stop() {
      for (const stream of open) stream.end();
    },
    answer(request, reply, watched) {
      const stream = openEventStream({ beatMillis });
      const { visitor } = request;
      const free = visitor && takePlace(visitor.id);
      if (visitor === null || free === null) stream.end(visitor === null ? 'SIGNED_OUT' : 'FULL');
      else {
        open.add(stream);
        stream.body.once('close', () => {
          open.delete(stream);
          free();
        });
        void follow(stream, watched, () => goesOn(visitor));
      }
      return reply.headers(HEADERS).type('text/event-stream; charset=utf-8').send(stream.body);
    },
  };
}

/** A token that has ended is renewed as the browser comes again. */
type Ended = 'SIGNED_OUT' | 'AGAIN' | null;

/** Asks again and again, and tells each state that is another. Where nobody answers, the browser comes again later. */
async function follow(
  stream: EventStream,
  { everyMillis, ask }: Watched,
  goesOn: () => Promise<Ended>,
): Promise<void> {
  const { body } = stream;
  let known = '';
  try {
    while (!body.writableEnded && !body.destroyed) {
      const ended = await goesOn();
      if (ended !== null) return stream.end(ended === 'AGAIN' ? undefined : ended);
      const state = await ask();
      if (state === null) return stream.end('CLOSED');
      const text = JSON.stringify(state);
      if (text !== known) stream.tell(state);
      known = text;
      await pause(stream, everyMillis);
    }
  } catch {
    stream.end();
  }
}

/** Nothing waits for a page that has been closed. */
function pause({ body }: EventStream, millis: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      body.off('close', done);
      body.off('finish', done);
      resolve();
    };
    const timer = setTimeout(done, millis);
    body.once('close', done);
    body.once('finish', done);
  });
}
