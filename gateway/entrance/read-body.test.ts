import { connect } from 'node:net';
import { type Library, startLibrary } from '../testing/start-library';

const CHUNK = 'x'.repeat(10_000);
const QUERY = JSON.stringify({ query: '{ whoAmI }' });

let library: Library;
beforeAll(async () => {
  library = await startLibrary({ bodyTimeoutMillis: 500 });
});
afterAll(() => library.stop());

interface Spoken {
  /** All that came back until the connection was closed. */
  readonly answer: string;
  /** Bytes of the body that could be sent. */
  readonly sent: number;
}

const inChunks = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

/** Speaks to the gateway byte by byte. `next` gives what to send next, and null when there is no more. */
async function speak(
  headers: readonly string[],
  next: (place: number) => string | null,
  token?: string,
): Promise<Spoken> {
  const bearer = token ?? (await library.token('officer'));
  const socket = connect(Number(new URL(library.url).port), 'localhost');
  let answer = '';
  let sent = 0;
  socket.on('data', (data) => {
    answer += data.toString();
  });
  // A connection that is closed with something unread ends with an error here.
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const head = ['POST /graphql HTTP/1.1', 'host: localhost', `authorization: Bearer ${bearer}`, ...headers];
  socket.write(`${[...head, 'content-type: application/json'].join('\r\n')}\r\n\r\n`);
  for (let place = 0; !socket.destroyed; place += 1) {
    const part = next(place);
    if (part === null) break;
    sent += part.length;
    if (!socket.write(part))
      await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed]);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await closed;
  return { answer, sent };
}

const CHUNKED = ['transfer-encoding: chunked'];
const CLOSING = ['connection: close'];

describe('a body in chunks, which does not say how long it is', () => {
  it('is answered as any other', async () => {
    const parts = [...QUERY.match(/.{1,5}/g)!.map(inChunks), inChunks('')];
    const { answer } = await speak([...CHUNKED, ...CLOSING], (place) => parts[place] ?? null);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('{"data":{"whoAmI":"officer"}}');
  });

  it('is answered as `fetch` streams it, one after the other on one connection', async () => {
    const token = await library.token('officer');
    for (let time = 0; time < 3; time += 1) {
      const response = await fetch(`${library.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: new Blob([QUERY]).stream(),
        duplex: 'half',
      } as RequestInit);
      expect([response.status, await response.json()]).toEqual([200, { data: { whoAmI: 'officer' } }]);
    }
  });

  it('may be as long as any other, and no longer', async () => {
    const padded = (bytes: number) => QUERY.padEnd(bytes, ' ');
    const ask = (body: string) =>
      speak([...CHUNKED, ...CLOSING], (place) => [inChunks(body), inChunks('')][place] ?? null);
    expect((await ask(padded(100_000))).answer).toMatch(/^HTTP\/1\.1 200 /);
    expect((await ask(padded(100_001))).answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('is refused when it is too long, and not read on', async () => {
    const { answer, sent } = await speak(CHUNKED, (place) => (place < 10_000 ? inChunks(CHUNK) : null));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('The body may not be longer than 100000 bytes.');
    // What the kernels on both sides take in meanwhile; 100 million bytes were on offer.
    expect(sent).toBeLessThan(20_000_000);
  });

  it('is refused when it never ends', async () => {
    const { answer } = await speak(CHUNKED, (place) => (place === 0 ? inChunks('{"query":') : null));
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('The body did not arrive in time.');
  });

  it('is refused when it drips', async () => {
    let over = false;
    setTimeout(() => {
      over = true;
    }, 5_000).unref();
    const { answer } = await speak(CHUNKED, () => (over ? null : inChunks(' ')));
    expect(answer).toMatch(/^HTTP\/1\.1 (408|413) /);
    expect(over).toBe(false);
  });

  it('is not read of anybody who is not signed in', async () => {
    const { answer, sent } = await speak(
      CHUNKED,
      (place) => (place < 10_000 ? inChunks(CHUNK) : null),
      'nobody',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    expect(sent).toBeLessThan(20_000_000);
  });

  it.each([
    ['both ways of saying how long', [...CHUNKED, 'content-length: 5'], inChunks(QUERY)],
    ['chunks that are none', CHUNKED, 'not a number\r\n'],
  ])('is refused with %s', async (_, headers, body) => {
    const { answer } = await speak([...headers, ...CLOSING], (place) => (place === 0 ? body : null));
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('a body that says how long it is', () => {
  it('is refused when it does not come', async () => {
    const { answer } = await speak(['content-length: 50'], (place) => (place === 0 ? '{"query":' : null));
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('is refused before any of it is read when it is too long', async () => {
    const { answer } = await speak(['content-length: 100001'], () => null);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('is refused when it is empty', async () => {
    const { answer } = await speak(['content-length: 0', ...CLOSING], () => null);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });
});

it('is not waited for where there is none', async () => {
  const response = await fetch(`${library.url}/graphql?query=${encodeURIComponent('{ whoAmI }')}`, {
    headers: { authorization: `Bearer ${await library.token('officer')}` },
  });
  expect([response.status, await response.json()]).toEqual([200, { data: { whoAmI: 'officer' } }]);
});

it('goes on answering others while a body drips in, and after its caller has hung up', async () => {
  const slow = speak(CHUNKED, (place) => (place === 0 ? inChunks('{') : null));
  expect((await library.ask('{ whoAmI }')).status).toBe(200);
  const socket = connect(Number(new URL(library.url).port), 'localhost');
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${await library.token('officer')}\r\n${CHUNKED[0]}\r\n\r\n`,
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  socket.destroy();
  expect((await library.ask('{ whoAmI }')).status).toBe(200);
  await slow;
});
