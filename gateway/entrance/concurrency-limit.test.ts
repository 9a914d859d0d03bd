import { connect } from 'node:net';
import { type Library, startLibrary } from '../testing/start-library';
import { createConcurrencyLimit } from './concurrency-limit';

const HERE = new AbortController().signal;
const LONG = 60_000;

describe('the requests of one caller', () => {
  it('are so many at once, and the next comes when one ends', async () => {
    const limit = createConcurrencyLimit({ concurrent: 2, waiting: 5, waitMillis: LONG });
    const [first] = [await limit.take('ana', HERE), await limit.take('ana', HERE)];
    const came: string[] = [];
    const waiting = ['third', 'fourth'].map(async (name) => {
      const done = await limit.take('ana', HERE);
      came.push(name);
      return done;
    });
    await limit.take('mark', HERE);
    expect(came).toEqual([]);
    first();
    first();
    const third = await waiting[0];
    expect(came).toEqual(['third']);
    third?.();
    await waiting[1];
  });

  it('are refused when too many wait, and when none comes in time', async () => {
    const limit = createConcurrencyLimit({ concurrent: 1, waiting: 1, waitMillis: 20 });
    const done = await limit.take('ana', HERE);
    const waiting = limit.take('ana', HERE);
    const refused = { status: 429, code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 2 };
    await expect(limit.take('ana', HERE)).rejects.toMatchObject(refused);
    await expect(waiting).rejects.toMatchObject(refused);
    done();
    await limit.take('ana', HERE);
  });

  it('are left by who hangs up, also while waiting', async () => {
    const limit = createConcurrencyLimit({ concurrent: 1, waiting: 1, waitMillis: LONG });
    const done = await limit.take('ana', HERE);
    const caller = new AbortController();
    const waiting = limit.take('ana', caller.signal);
    caller.abort();
    (await waiting)();
    (await limit.take('ana', AbortSignal.abort()))();
    const next = limit.take('ana', HERE);
    done();
    await next;
  });
});

describe('the gateway', () => {
  let library: Library;
  afterEach(() => library.stop());

  it('refuses what one caller asks beyond the limit, answers the rest, and everybody else', async () => {
    library = await startLibrary({ concurrency: { concurrent: 1, waiting: 1, waitMillis: LONG } });
    const slow = '{ whoAmI(afterMillis: 300) }';
    const asked = await Promise.all([
      ...[1, 2, 3].map(() => library.ask(slow, { subject: 'olu' })),
      library.ask(slow, { subject: 'cora' }),
    ]);
    const refused = asked.filter(({ status }) => status === 429);
    expect(asked.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429]);
    expect(refused[0]?.headers.get('retry-after')).toBe('2');
    expect(refused[0]?.body.errors[0]).toMatchObject({
      message: expect.stringContaining('You ask too much at once: 1 requests are answered together'),
      extensions: { code: 'TOO_MANY_REQUESTS' },
    });
    expect((await library.ask('{ whoAmI }', { subject: 'olu' })).body.data.whoAmI).toBe('olu');
  });

  it('gives a turn back that somebody hung up on', async () => {
    library = await startLibrary({
      concurrency: { concurrent: 1, waiting: 0, waitMillis: LONG },
      upstreamTimeoutMillis: LONG,
    });
    const token = await library.token('officer');
    const caller = new AbortController();
    const asked = fetch(`${library.url}/graphql`, {
      method: 'POST',
      signal: caller.signal,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: '{ whoAmI(afterMillis: 60000) }' }),
    }).catch(() => 'hung up');
    while (library.asked.catalogue === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await library.ask('{ whoAmI }')).status).toBe(429);
    caller.abort();
    expect(await asked).toBe('hung up');
    let status = 429;
    while (status === 429) status = (await library.ask('{ whoAmI }')).status;
    expect(status).toBe(200);
  });

  it('has room again for one who asked for several on one connection and hung up', async () => {
    library = await startLibrary({ concurrency: { concurrent: 2, waiting: 5, waitMillis: 20_000 } });
    const { port, host } = new URL(library.url);
    const body = JSON.stringify({ query: '{ whoAmI(afterMillis: 150) }' });
    const head = `POST /graphql HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\nauthorization: Bearer ${await library.token('officer')}\r\ncontent-length: ${body.length}\r\n\r\n`;
    const socket = connect(Number(port), 'localhost');
    socket.write(`${head}${body}`.repeat(4));
    await new Promise((resolve) => setTimeout(resolve, 80));
    socket.destroy();
    const asked = await Promise.all([1, 2, 3].map(() => library.ask('{ whoAmI }')));
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});
