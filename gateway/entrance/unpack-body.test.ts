import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { type Library, startLibrary } from '../testing/start-library';
import { ACCEPTED_CODINGS } from './refusal';

const QUERY = JSON.stringify({ query: '{ whoAmI }' });
const MAX_BYTES = 100_000;

const PACK: Readonly<Record<string, (text: string) => Buffer>> = {
  br: (text) => brotliCompressSync(text),
  gzip: (text) => gzipSync(text),
  'x-gzip': (text) => gzipSync(text),
  GZIP: (text) => gzipSync(text),
  deflate: (text) => deflateSync(text),
  identity: (text) => Buffer.from(text),
};

let library: Library;
beforeAll(async () => {
  library = await startLibrary();
});
afterAll(() => library.stop());

async function send(body: Buffer, coding: string) {
  const response = await fetch(`${library.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-encoding': coding,
      authorization: `Bearer ${await library.token('officer')}`,
    },
    body: new Uint8Array(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

describe.each(Object.entries(PACK))('a body in %s', (coding, pack) => {
  it('is read as if it had come as it is', async () => {
    expect(await send(pack(QUERY), coding)).toMatchObject({
      status: 200,
      body: { data: { whoAmI: 'officer' } },
    });
  });

  it('may unpack to as much as any other, and to no more', async () => {
    expect((await send(pack(QUERY.padEnd(MAX_BYTES)), coding)).status).toBe(200);
    const { status, body } = await send(pack(QUERY.padEnd(MAX_BYTES + 1)), coding);
    expect([status, body.errors[0].message]).toEqual([
      413,
      expect.stringContaining(`longer than ${MAX_BYTES} bytes`),
    ]);
  });
});

describe.each(['br', 'gzip', 'deflate'])('a body that says it is %s', (coding) => {
  const pack = PACK[coding]!;

  it('is refused when it is a bomb, of which no more is unpacked than may be', async () => {
    const bomb = pack('x'.repeat(90_000_000));
    expect(bomb.length).toBeLessThan(MAX_BYTES);
    const before = process.memoryUsage.rss();
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(bomb, coding)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 413));
    expect(process.memoryUsage.rss() - before).toBeLessThan(90_000_000);
  });

  it.each([
    ['is not', Buffer.from(QUERY)],
    ['breaks off', pack(QUERY).subarray(0, -8)],
  ])('is refused when it %s', async (_, body) => {
    expect(await send(body, coding)).toMatchObject({
      status: 400,
      body: { errors: [{ message: 'The body is not packed as its Content-Encoding says, or breaks off.' }] },
    });
  });
});

it.each(['zstd', 'compress', 'gzip, br', 'gzip, gzip', 'constructor'])(
  'is refused in %s, which is not known, with those that are',
  async (coding) => {
    const { status, headers, body } = await send(Buffer.from(QUERY), coding);
    expect([status, headers.get('accept-encoding')]).toEqual([415, ACCEPTED_CODINGS]);
    expect(body.errors[0].message).toContain(ACCEPTED_CODINGS);
  },
);

it('names every coding that it takes', () => {
  expect(ACCEPTED_CODINGS.split(', ').every((coding) => coding in PACK)).toBe(true);
});
