import { type Library, startLibrary } from '../testing/start-library';

const INTRANET = 'https://intranet.example';
const OTHER = 'https://figures.example:8443';

let library: Library;
beforeAll(async () => {
  library = await startLibrary({ pageOrigins: [INTRANET, OTHER] });
});
afterAll(() => library.stop());

const send = (method: string, headers: Record<string, string>, path = '/graphql') =>
  fetch(`${library.url}${path}`, { method, headers });

const preflight = (origin: string, path?: string) =>
  send(
    'OPTIONS',
    {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
    path,
  );

const cors = ({ headers }: Response) => ({
  origin: headers.get('access-control-allow-origin'),
  methods: headers.get('access-control-allow-methods'),
  headers: headers.get('access-control-allow-headers'),
  credentials: headers.get('access-control-allow-credentials'),
});

describe('a browser that asks whether a page may', () => {
  it.each([INTRANET, OTHER])('is told so, without a sign-in: %s', async (origin) => {
    for (const path of ['/graphql', '/health/ready', '/anything']) {
      const response = await preflight(origin, path);
      expect([response.status, await response.text()]).toEqual([204, '']);
      expect(cors(response)).toEqual({
        origin,
        methods: 'GET, POST',
        headers: 'authorization,content-type',
        credentials: null,
      });
      expect(response.headers.get('vary')).toBe('Accept-Encoding, Origin');
      expect(response.headers.get('access-control-max-age')).toBe('600');
    }
  });

  it.each([
    'https://intranet.example.evil.example',
    'https://intranet.example:444',
    'http://intranet.example',
    'null',
    '*',
  ])('is refused in words for a page that may not: %s', async (origin) => {
    const response = await preflight(origin);
    expect([response.status, (await response.json()).errors[0].message]).toEqual([
      403,
      expect.stringContaining('CORS_ORIGINS'),
    ]);
    expect(cors(response)).toEqual({ origin: null, methods: null, headers: null, credentials: null });
  });

  it('is given no header that it did not name, nor one that is no name', async () => {
    for (const named of [{}, { 'access-control-request-headers': 'a b; c' }]) {
      const response = await send('OPTIONS', {
        origin: INTRANET,
        'access-control-request-method': 'POST',
        ...(named as Record<string, string>),
      });
      expect([response.status, cors(response).headers]).toEqual([204, null]);
    }
  });

  it('asks with a method that it names; an OPTIONS without one is like any other', async () => {
    expect((await send('OPTIONS', { origin: INTRANET })).status).toBe(401);
  });
});

describe('a page', () => {
  it('may read what it is answered, refusals included', async () => {
    const authorization = `Bearer ${await library.token('officer')}`;
    const ask = async (origin: string, headers: Record<string, string>, query: string) => {
      const response = await send(
        'GET',
        { origin, ...headers },
        `/graphql?query=${encodeURIComponent(query)}`,
      );
      return [response.status, cors(response).origin, response.headers.get('access-control-expose-headers')];
    };
    const exposed =
      'X-Request-Id, Retry-After, WWW-Authenticate, Allow, ETag, Content-Disposition, X-Row-Count, X-As-At';
    expect(await ask(INTRANET, { authorization }, '{ whoAmI }')).toEqual([200, INTRANET, exposed]);
    expect(await ask(INTRANET, { authorization }, '{ nothing }')).toEqual([400, INTRANET, exposed]);
    expect(await ask(INTRANET, {}, '{ whoAmI }')).toEqual([401, INTRANET, exposed]);
    expect(await ask('https://evil.example', { authorization }, '{ whoAmI }')).toEqual([200, null, null]);
  });

  it('of elsewhere may not where no setting says so', async () => {
    const closed = await startLibrary();
    const response = await fetch(`${closed.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: INTRANET, 'access-control-request-method': 'POST' },
    });
    expect([response.status, cors(response).origin, response.headers.get('vary')]).toEqual([
      403,
      null,
      'Accept-Encoding',
    ]);
    await closed.stop();
  });
});
