import http from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import type { KeptSession } from '../sessions/session';
import { madeUpSession, movingClock } from '../testing/people';
import { createLive, type Live } from './live';

describe('what an open page is told', () => {
  let app: FastifyInstance;
  let live: Live;
  let url: string;
  let visitor: KeptSession | null;
  let isHeld: boolean;
  let ask: () => Promise<object | null>;
  const clock = movingClock();

  beforeEach(async () => {
    [visitor, isHeld] = [{ id: 'one', session: madeUpSession() }, true];
    ask = async () => ({ version: 1 });
    live = createLive({
      ...{ holds: async () => isHeld, clock, beatMillis: 20 },
      limits: { ofOneSession: 2, inAll: 3 },
    });
    app = Fastify();
    app.decorateRequest('visitor', null);
    app.addHook('onRequest', async (request) => {
      request.visitor = visitor;
    });
    app.get('/live', (request, reply) => live.answer(request, reply, { everyMillis: 5, ask: () => ask() }));
    url = await app.listen({ port: 0 });
  });
  afterEach(async () => {
    live.stop();
    await app.close();
  });

  const open = () =>
    new Promise<{ response: http.IncomingMessage; hangUp: () => void }>((resolve, reject) => {
      const sending = http.get(`${url}/live`, (response) =>
        resolve({ response, hangUp: () => sending.destroy() }),
      );
      sending.on('error', reject);
    });
  /** All that comes until it ends, without what only keeps the connection. */
  const told = async ({ response }: Awaited<ReturnType<typeof open>>) =>
    (await text(response)).split('\n\n').filter((event) => event !== ':' && event !== '');
  const over = (why: string) => `event: over\ndata: {"why":"${why}"}`;

  it('is each state once, as events that nothing on the way keeps', async () => {
    const states = [{ version: 1 }, { version: 1 }, { version: 2 }, null];
    ask = async () => states.shift() ?? null;
    const page = await open();
    expect(page.response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(page.response.headers['cache-control']).toBe('no-store, no-transform');
    expect(await told(page)).toEqual([
      'event: told\ndata: {"version":1}',
      'event: told\ndata: {"version":2}',
      over('CLOSED'),
    ]);
  });

  it('ends for nobody who is not signed in, and with the session', async () => {
    visitor = null;
    expect(await told(await open())).toEqual([over('SIGNED_OUT')]);
    visitor = { id: 'one', session: madeUpSession() };
    const page = await open();
    isHeld = false;
    expect((await told(page)).at(-1)).toBe(over('SIGNED_OUT'));
  });

  it('ends without a reason where the token has ended, or nobody answers: the browser comes again', async () => {
    visitor = { id: 'one', session: madeUpSession({ accessTokenEndsAt: clock.now().getTime() }) };
    expect(await told(await open())).toEqual([]);
    visitor = { id: 'one', session: madeUpSession() };
    ask = async () => Promise.reject(new Error('It is down'));
    expect(await told(await open())).toEqual([]);
  });

  it('is told to so many pages of one session, and of all, and place is free again once one is closed', async () => {
    const pages = [await open(), await open()];
    expect(await told(await open())).toEqual([over('FULL')]);
    visitor = { id: 'two', session: madeUpSession() };
    pages.push(await open());
    expect(await told(await open())).toEqual([over('FULL')]);
    expect(live.size()).toBe(3);
    for (const { hangUp } of pages) hangUp();
    while (live.size() > 0) await wait(5);
    const again = await open();
    expect(live.size()).toBe(1);
    again.hangUp();
  });

  it('ends when the site is stopped, and nothing is left running', async () => {
    const page = await open();
    live.stop();
    expect((await told(page)).filter((event) => event.startsWith('event: over'))).toEqual([]);
    while (live.size() > 0) await wait(5);
    let asked = 0;
    ask = async () => ({ asked: ++asked });
    await wait(30);
    expect(asked).toBe(0);
  });
});
