import { serverAudits } from 'graphql-http';
import { type Library, startLibrary } from '../testing/start-library';

let library: Library;
beforeAll(async () => {
  library = await startLibrary();
});
afterAll(() => library.stop());

async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${await library.token('officer')}`);
  return fetch(new URL(path, library.url), { ...init, headers });
}

const post = (body: unknown, headers: Record<string, string> = {}) =>
  send('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('GraphQL over HTTP, as its audit has it', () => {
  const audits = serverAudits({
    url: () => `${library.url}/graphql`,
    fetchFn: (url: string, init?: RequestInit) => send(url, init),
  });

  it('is audited whole', () => {
    expect(audits.length).toBeGreaterThanOrEqual(61);
  });

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
    '%s %s',
    async (_id, _name, audit) => {
      const result = await audit.fn();
      const reason =
        result.status === 'ok' ? '' : `${result.reason}: ${await result.response.clone().text()}`;
      expect([result.status, reason]).toEqual(['ok', '']);
    },
  );
});

describe('the status of a request that has a fault', () => {
  const NEW = 'application/graphql-response+json';
  const FAULTS = [
    ['a text that is no GraphQL', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
    ['a field that there is not', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a variable that does not fit',
      { query: 'query ($text: String) { echo(text: $text) }', variables: { text: 3 } },
      'BAD_USER_INPUT',
    ],
  ] as const;

  describe.each([
    [NEW, 400],
    ['*/*', 400],
    ['application/*', 400],
    ['application/json', 200],
    [`application/json;q=0.9, ${NEW}`, 400],
    [`application/json, ${NEW};q=0.9`, 200],
  ])('for whoever accepts %s', (accept, expected) => {
    it.each(FAULTS)('is the protocol’s for %s, without data', async (_, body, code) => {
      const response = await post(body, { accept });
      const answer = await response.json();
      expect([response.status, Object.keys(answer), answer.errors[0].extensions.code]).toEqual([
        expected,
        ['errors'],
        code,
      ]);
    });

    it('is never one of success for what is no request', async () => {
      expect((await post({ quarry: '{ whoAmI }' }, { accept })).status).toBe(400);
    });
  });

  it('leaves what a part refuses as it is: data and an error', async () => {
    const response = await post({ query: '{ fails(how: "politely") }' }, { accept: NEW });
    expect([response.status, await response.json()]).toMatchObject([
      200,
      { data: { fails: null }, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    ]);
  });
});

describe('a method', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'])(
    'that there is not (%s) is told those that there are',
    async (method) => {
      const response = await send('/graphql', {
        method,
        headers: { 'content-type': 'application/json' },
        ...(method === 'HEAD' || method === 'OPTIONS' ? {} : { body: '{"query":"{ whoAmI }"}' }),
      });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
    },
  );

  it('that may not change anything changes nothing, and is told which may', async () => {
    const before = { ...library.asked };
    const query = encodeURIComponent('mutation { rename(id: "b1", title: "x") }');
    const response = await send(`/graphql?query=${query}`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await response.json()).errors).toHaveLength(1);
    expect(library.asked).toEqual(before);
  });
});

describe('a request that is refused before it is asked', () => {
  const JSON_TYPE = 'application/json; charset=utf-8';
  const NEW_TYPE = 'application/graphql-response+json; charset=utf-8';

  it.each([
    ['application/graphql-response+json', NEW_TYPE],
    ['application/graphql-response+json, application/json;q=0.9', NEW_TYPE],
    ['application/json, application/graphql-response+json;q=0.9', JSON_TYPE],
    ['*/*', JSON_TYPE],
    ['text/event-stream', JSON_TYPE],
  ])('is told so in what its caller can trust as GraphQL’s: %s', async (accept, type) => {
    const stranger = await fetch(`${library.url}/graphql`, { headers: { accept } });
    const batch = await post([], { accept });
    const large = await post({ query: 'x'.repeat(100_001) }, { accept });
    for (const [response, status, code] of [
      [stranger, 401, 'UNAUTHENTICATED'],
      [batch, 400, 'BAD_REQUEST'],
      [large, 413, 'BAD_REQUEST'],
    ] as const) {
      expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
      expect((await response.json()).errors[0].extensions.code).toBe(code);
    }
  });
});

describe('several operations in one request', () => {
  it.each(['[{"query":"{ whoAmI }"},{"query":"{ whoAmI }"}]', ' \n[]', '\uFEFF[{"operation":"Who"}]'])(
    'are refused in words, and none is asked: %j',
    async (body) => {
      const before = { ...library.asked };
      const response = await send('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect([response.status, await response.json()]).toEqual([
        400,
        {
          errors: [
            {
              message: expect.stringContaining('Send one operation in a request'),
              extensions: { code: 'BAD_REQUEST' },
            },
          ],
        },
      ]);
      expect(library.asked).toEqual(before);
    },
  );
});

describe('a connection', () => {
  it('is kept for longer than the proxies keep theirs that are mostly used', async () => {
    const { headers } = await post({ query: '{ whoAmI }' });
    expect(headers.get('keep-alive')).toBe('timeout=75');
  });
});

describe('a caller that cannot read JSON', () => {
  it.each(['text/html', 'image/png, text/csv', 'application/json;q=0', 'application/xml;q=1'])(
    'is told so in words, and nothing is done: %s',
    async (accept) => {
      const before = { ...library.asked };
      const response = await post({ query: '{ whoAmI }' }, { accept });
      expect([response.status, response.headers.get('content-type')]).toEqual([
        406,
        'application/json; charset=utf-8',
      ]);
      expect(await response.json()).toEqual({
        errors: [
          {
            message: expect.stringContaining('Name application/graphql-response+json'),
            extensions: { code: 'NOT_ACCEPTABLE' },
          },
        ],
      });
      expect(library.asked).toEqual(before);
    },
  );

  it('gives its turn back', async () => {
    for (let time = 0; time < 10; time += 1) await post({ query: '{ whoAmI }' }, { accept: 'text/html' });
    expect((await post({ query: '{ whoAmI }' })).status).toBe(200);
  });

  it.each([
    ['text/html, */*;q=0.1', 'application/json'],
    ['application/json;charset=utf-16', 'application/json'],
    ['APPLICATION/GraphQL-Response+JSON', 'application/graphql-response+json'],
  ])('is not anybody who takes it among others: %s', async (accept, type) => {
    const response = await post({ query: '{ whoAmI }' }, { accept });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, `${type}; charset=utf-8`]);
  });
});

describe('the hash of an operation in place of its text', () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: 'ab'.repeat(32) } };
  const answer = {
    errors: [
      { message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } },
    ],
  };

  it.each(['application/json', 'application/graphql-response+json', '*/*'])(
    'is answered so that clients send the text: %s',
    async (accept) => {
      for (const response of [
        await post({ extensions, variables: {} }, { accept }),
        await post({ query: null, extensions }, { accept }),
        await send(`/graphql?extensions=${encodeURIComponent(JSON.stringify(extensions))}`, {
          headers: { accept },
        }),
      ])
        expect([response.status, await response.json()]).toEqual([200, answer]);
    },
  );

  it('is of no matter beside the text', async () => {
    expect(await (await post({ query: '{ whoAmI }', extensions })).json()).toEqual({
      data: { whoAmI: 'officer' },
    });
  });

  it('is nobody’s excuse for a request without either', async () => {
    expect((await post({ extensions: { persistedQuery: null } })).status).toBe(400);
  });
});

describe('what a question is written in', () => {
  const body = '{"query":"{ echo(text: \\"café\\") }"}';
  const sent = (contentType: string, bytes: Uint8Array) =>
    send('/graphql', {
      method: 'POST',
      headers: { 'content-type': contentType },
      body: new Uint8Array(bytes),
    });

  it.each([
    ['application/json', Buffer.from(body)],
    ['Application/JSON ; charset = "UTF-8"', Buffer.from(body)],
    ['application/json', Buffer.from(`\uFEFF${body}`)],
    ['application/graphql', Buffer.from('{ echo(text: "café") }')],
    [
      'application/x-www-form-urlencoded',
      Buffer.from(new URLSearchParams({ query: '{ echo(text: "café") }' }).toString()),
    ],
  ])('is read as it was meant: %s', async (type, bytes) => {
    const response = await sent(type, bytes);
    expect([response.status, await response.json()]).toEqual([200, { data: { echo: 'café' } }]);
  });

  it.each([
    [
      'text/plain',
      Buffer.from(body),
      415,
      'The body\'s Content-Type has to be application/json, and is "text/plain".',
    ],
    ['multipart/form-data; boundary=x', Buffer.from('x'), 415, 'Content-Type has to be'],
    ['application/json; charset=iso-8859-1', Buffer.from(body, 'latin1'), 415, 'written in UTF-8'],
    ['application/json; charset=utf-16', Buffer.from(body, 'utf16le'), 415, 'written in UTF-8'],
    ['application/json', Buffer.from(body, 'latin1'), 400, 'The body is not UTF-8.'],
    [
      'application/x-www-form-urlencoded',
      Buffer.from('query=%7BwhoAmI%7D&variables=%7B'),
      400,
      '`variables` is not JSON',
    ],
  ])('is refused in words where it would be misread: %s', async (type, bytes, status, says) => {
    const before = { ...library.asked };
    const response = await sent(type, bytes);
    expect([response.status, await response.json()]).toEqual([
      status,
      { errors: [{ message: expect.stringContaining(says), extensions: { code: 'BAD_REQUEST' } }] },
    ]);
    expect(library.asked).toEqual(before);
  });

  it.each(['variables', 'extensions'])('is refused in an address whose %s are not JSON', async (name) => {
    const at = (value: string) =>
      send(`/graphql?query=${encodeURIComponent('{ whoAmI }')}&${name}=${encodeURIComponent(value)}`);
    for (const [value, status] of [
      ['{', 400],
      ['3', 400],
      ['{}', 200],
      ['', 200],
    ] as const)
      expect([value, (await at(value)).status]).toEqual([value, status]);
    expect((await (await at('{')).json()).errors[0].message).toBe(`The parameter \`${name}\` is not JSON.`);
  });
});
