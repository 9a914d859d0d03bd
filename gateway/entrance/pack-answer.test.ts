import { randomBytes } from 'node:crypto';
import { createServer, get, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type Library, startLibrary } from '../testing/start-library';
import { packAnswer } from './pack-answer';

const LONG = JSON.stringify(Array.from({ length: 5_000 }, (_, row) => ({ row, stream: 'CORPORATE' })));
const JSON_TYPE = 'application/json; charset=utf-8';

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** Asks without unpacking anything, as `fetch` would. */
function ask(url: string, headers: Record<string, string>, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) }),
      );
    });
    request.once('error', reject);
  });
}

const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync } as const;

describe('an answer', () => {
  const servers: Server[] = [];
  afterAll(() => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  });

  async function serve(answer: RequestListener): Promise<string> {
    const server = createServer((request, response) => {
      packAnswer(request, response);
      answer(request, response);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const WAYS: [string, RequestListener][] = [
    ['at once', (_, response) => response.writeHead(201, { 'content-type': JSON_TYPE }).end(LONG)],
    [
      'as the runtime does',
      (_, response) => {
        response.setHeader('content-type', JSON_TYPE);
        response.writeHead(201, 'Created');
        response.write(LONG);
        response.end(null, () => undefined);
      },
    ],
    [
      'with its length',
      (_, response) =>
        response
          .writeHead(201, { 'content-type': JSON_TYPE, 'content-length': LONG.length })
          .end(Buffer.from(LONG)),
    ],
    [
      'piece by piece',
      async (_, response) => {
        response.statusCode = 201;
        response.setHeader('content-type', JSON_TYPE);
        for (let at = 0; at < LONG.length; at += 100) {
          if (!response.write(LONG.slice(at, at + 100)))
            await new Promise((resolve) => response.once('drain', resolve));
        }
        response.end();
      },
    ],
  ];

  describe.each(WAYS)('that is written %s', (_, answer) => {
    it.each(['br', 'gzip'] as const)('leaves packed as %s, and is the same', async (coding) => {
      const { status, headers, bytes } = await ask(await serve(answer), { 'accept-encoding': coding });
      expect([status, headers['content-encoding'], headers.vary, headers['content-length']]).toEqual([
        201,
        coding,
        'Accept-Encoding',
        undefined,
      ]);
      expect(bytes.length).toBeLessThan(LONG.length / 10);
      expect(UNPACK[coding](bytes).toString()).toBe(LONG);
    });

    it.each(['', 'identity', 'zstd', 'gzip;q=0'])('is left as it is for %j', async (acceptEncoding) => {
      const { status, headers, bytes } = await ask(await serve(answer), {
        'accept-encoding': acceptEncoding,
      });
      expect([status, headers['content-encoding'], headers.vary]).toEqual([
        201,
        undefined,
        'Accept-Encoding',
      ]);
      expect(bytes.toString()).toBe(LONG);
    });

    it('has no body where none is asked for', async () => {
      const { status, headers, bytes } = await ask(
        await serve(answer),
        { 'accept-encoding': 'gzip' },
        'HEAD',
      );
      expect([status, headers['content-encoding'], bytes.length]).toEqual([201, undefined, 0]);
    });
  });

  it.each([
    ['short', { 'content-type': JSON_TYPE }, 'x'.repeat(999)],
    ['empty', { 'content-type': JSON_TYPE }, ''],
    ['no text', { 'content-type': 'application/zip' }, LONG],
    ['of no type', {}, LONG],
    ['a stream of events', { 'content-type': 'text/event-stream' }, LONG],
    ['packed already', { 'content-type': JSON_TYPE, 'content-encoding': 'x-ours' }, LONG],
  ])('that is %s leaves as it is', async (_, headers, body) => {
    const url = await serve((_request, response) => response.writeHead(200, headers).end(body));
    const answer = await ask(url, { 'accept-encoding': 'br' });
    expect(answer.headers['content-encoding']).toBe(Object.entries(headers)[1]?.[1]);
    expect(answer.bytes.toString()).toBe(body);
  });

  it.each([
    'text/html; charset=utf-8',
    'text/csv',
    'application/graphql-response+json',
    'application/atom+xml',
  ])('in %s is packed', async (type) => {
    const url = await serve((_, response) => response.writeHead(200, { 'content-type': type }).end(LONG));
    expect((await ask(url, { 'accept-encoding': 'br' })).headers['content-encoding']).toBe('br');
  });

  it('whose caller hangs up ends there, and holds nothing', async () => {
    let closed: () => void = () => undefined;
    const over = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const url = await serve((_, response) => {
      response.setHeader('content-type', JSON_TYPE);
      const more = setInterval(() => response.write(String(Math.random()).repeat(1_000)), 1);
      response.once('close', () => {
        clearInterval(more);
        closed();
      });
    });
    const request = get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      response.once('error', () => undefined);
      response.once('data', () => request.destroy());
    });
    request.once('error', () => undefined);
    await over;
  });

  it('that nobody reads holds up who writes it', async () => {
    let written = 0;
    const url = await serve(async (_, response) => {
      response.setHeader('content-type', JSON_TYPE);
      for (; written < 1_000 && !response.destroyed; written += 1) {
        // Nothing that packs.
        const noise = randomBytes(100_000).toString('base64');
        if (!response.write(noise)) await new Promise((resolve) => response.once('drain', resolve));
      }
    });
    const request = get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => response.pause());
    request.once('error', () => undefined);
    let before = -1;
    while (before < written || written === 0) {
      before = written;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    expect(written).toBeLessThan(500);
    request.destroy();
  });
});

describe('the gateway', () => {
  let library: Library;
  beforeAll(async () => {
    library = await startLibrary();
  });
  afterAll(() => library.stop());

  it.each(['br', 'gzip'] as const)('packs what is long as %s, and leaves what is short', async (coding) => {
    const headers = { authorization: `Bearer ${await library.token('officer')}`, 'accept-encoding': coding };
    const url = (query: string) => `${library.url}/graphql?query=${encodeURIComponent(query)}`;
    const schema = await ask(url('{ __schema { types { name description fields { name } } } }'), headers);
    expect([schema.status, schema.headers['content-encoding']]).toEqual([200, coding]);
    expect(JSON.parse(UNPACK[coding](schema.bytes).toString()).data.__schema.types.length).toBeGreaterThan(
      10,
    );
    const short = await ask(url('{ whoAmI }'), headers);
    expect([short.headers['content-encoding'], short.bytes.toString()]).toEqual([
      undefined,
      '{"data":{"whoAmI":"officer"}}',
    ]);
    expect((await ask(url('{ whoAmI }'), { 'accept-encoding': coding })).status).toBe(401);
  });
});
