import { parse } from 'graphql';
import { type Library, startLibrary } from '../testing/start-library';
import { createOperationBook } from './operation-book';
import { type TrustedOperation, trustedOperation } from './trusted-operation';

const WHO = 'query Who { whoAmI }';
const ECHO = 'query Echo($text: String) { echo(text: $text) }';
const RENAME = 'mutation Rename($id: ID!, $title: String!) { rename(id: $id, title: $title) }';
const operations = [WHO, ECHO, RENAME].map((text) => trustedOperation(parse(text)) as TrustedOperation);
const [, echo] = operations as [TrustedOperation, TrustedOperation];
const book = () => createOperationBook(operations);

const NOT_TRUSTED = {
  errors: [{ message: expect.stringContaining('npm run operations'), extensions: { code: 'FORBIDDEN' } }],
};

let alone: Library;
let free: Library;
beforeAll(async () => {
  const exploring = ['admin'];
  alone = await startLibrary({ operations: { book, exploring, areAlone: true } });
  free = await startLibrary({ operations: { book, exploring, areAlone: false } });
});
afterAll(() => Promise.all([alone.stop(), free.stop()]));

interface Asking {
  readonly on?: Library;
  readonly role?: string;
  readonly headers?: Record<string, string>;
}

async function send(path: string, init: RequestInit, { on = alone, role = 'officer', headers = {} }: Asking) {
  const response = await fetch(`${on.url}${path}`, {
    ...init,
    headers: {
      authorization: `Bearer ${await on.token(role)}`,
      ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}
const post = (body: unknown, asking: Asking = {}) =>
  send('/graphql', { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }, asking);
const get = (parameters: Record<string, string>, asking: Asking = {}) =>
  send(`/graphql?${new URLSearchParams(parameters)}`, {}, asking);

describe('a trusted operation', () => {
  it.each([
    ['by its name', { operation: 'Echo' }],
    ['by its name as an id', { documentId: 'Echo' }],
    ['by its hash', { documentId: `sha256:${echo.hash}` }],
    [
      'by its hash as Apollo’s clients send it',
      { extensions: { persistedQuery: { version: 1, sha256Hash: echo.hash } } },
    ],
    ['in its own words', { query: `# ours\n${ECHO}` }],
    [
      'in its own words, with a hash of something else',
      { query: ECHO, extensions: { persistedQuery: { sha256Hash: 'f'.repeat(64) } } },
    ],
  ])('is answered to whoever asks it %s', async (_, asked) => {
    expect(await post({ ...asked, variables: { text: 'a' } })).toMatchObject({
      status: 200,
      body: { data: { echo: 'a' } },
    });
  });

  it('is answered by its name and its hash where anything is, too', async () => {
    for (const asked of [{ operation: 'Echo' }, { documentId: `sha256:${echo.hash}` }])
      expect((await post(asked, { on: free })).body).toEqual({ data: { echo: null } });
    expect((await post({ query: '{ whoAmI }' }, { on: free })).body).toEqual({ data: { whoAmI: 'officer' } });
  });

  it('is never done by GET where it changes something', async () => {
    const before = { ...alone.asked };
    const response = await get({ operation: 'Rename', variables: '{"id":"b1","title":"x"}' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(alone.asked).toEqual(before);
  });

  it('is refused variables that are not its own kind', async () => {
    expect(await post({ operation: 'Echo', variables: { text: 3 } })).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    });
    expect((await get({ operation: 'Echo', variables: '{"text":3}' })).status).toBe(400);
    expect((await get({ operation: 'Echo', variables: '{' })).status).toBe(400);
  });

  it.each([
    ['a name that no operation has', { operation: 'Nothing' }, 404],
    ['a name that every object has', { operation: 'constructor' }, 404],
    ['a name beside a text', { operation: 'Who', query: '{ audit }' }, 400],
    ['a name with another beside it', { operation: 'Who', operationName: 'Echo' }, 400],
  ])('is none by %s', async (_, asked, status) => {
    for (const on of [alone, free]) expect((await post(asked, { on })).status).toBe(status);
  });
});

describe('whoever may not explore', () => {
  const refused = { status: 403, body: NOT_TRUSTED };

  it.each<[string, unknown]>([
    ['a question of their own', { query: '{ whoAmI }' }],
    ['a trusted name before another question', { query: 'query Who { whoAmI audit }' }],
    [
      'a trusted one with another beside it',
      { query: `${WHO} query Other { audit }`, operationName: 'Other' },
    ],
    ['a hash that is nobody’s', { documentId: `sha256:${'f'.repeat(64)}` }],
    ['a trusted hash beside another question', { query: '{ audit }', documentId: `sha256:${echo.hash}` }],
    ['about the schema', { query: '{ __schema { types { name } } }' }],
    ['nothing', {}],
    ['what is no question', '3'],
  ])('is not answered %s', async (_, asked) => {
    const before = { ...alone.asked };
    expect(await post(asked)).toMatchObject(refused);
    expect(alone.asked).toEqual(before);
  });

  it('is not answered a list of questions, trusted ones or others', async () => {
    const before = { ...alone.asked };
    expect((await post([{ query: WHO }, { query: '{ audit }' }])).status).toBe(400);
    expect(alone.asked).toEqual(before);
  });

  it('is not answered in an address or in another media type either', async () => {
    expect(await get({ query: '{ whoAmI }' })).toMatchObject(refused);
    for (const [type, body] of [
      ['application/graphql', '{ whoAmI }'],
      ['application/x-www-form-urlencoded', 'query=%7BwhoAmI%7D'],
    ] as const)
      expect(
        await send('/graphql', { method: 'POST', body }, { headers: { 'content-type': type } }),
      ).toMatchObject(refused);
  });

  it('is a page of elsewhere too, whoever looks at it', async () => {
    const headers = { origin: 'https://intranet.example.gov.uk' };
    expect(await post({ query: '{ whoAmI }' }, { role: 'admin', headers })).toMatchObject(refused);
    expect((await post({ query: WHO }, { role: 'admin', headers })).status).toBe(200);
  });
});

describe('whoever may explore', () => {
  it('is answered whatever they ask', async () => {
    expect((await post({ query: '{ whoAmI }' }, { role: 'admin' })).body).toEqual({
      data: { whoAmI: 'admin' },
    });
    expect((await get({ query: '{ whoAmI }' }, { role: 'admin' })).status).toBe(200);
  });
});

describe('an answer by name in an address', () => {
  const parameters = { operation: 'Echo', variables: '{"text":"a"}' };

  it('has a tag, which is the caller’s own and is not kept on the way', async () => {
    const { headers, body } = await get(parameters);
    expect(body).toEqual({ data: { echo: 'a' } });
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('vary')).toContain('Authorization');
    const tag = headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"[\w-]{43}"$/);
    expect((await get(parameters)).headers.get('etag')).toBe(tag);
    for (const other of [
      await get(parameters, { role: 'admin' }),
      await get({ ...parameters, variables: '{"text":"b"}' }),
      await get(parameters, { headers: { accept: 'application/graphql-response+json' } }),
    ])
      expect([other.status, other.headers.get('etag') === tag]).toEqual([200, false]);
  });

  it('is not sent again to whoever has it', async () => {
    const tag = (await get(parameters)).headers.get('etag') ?? '';
    const again = await get(parameters, { headers: { 'if-none-match': `"x", ${tag}` } });
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, null, tag]);
    for (const other of ['"x"', '', tag.replace(/.$/, '')])
      expect((await get(parameters, { headers: { 'if-none-match': other } })).status).toBe(200);
  });

  it('is told by its headers alone to whoever asks for those', async () => {
    const tag = (await get(parameters)).headers.get('etag');
    const head = (asked: Record<string, string>, headers = {}) =>
      send(`/graphql?${new URLSearchParams(asked)}`, { method: 'HEAD' }, { headers });
    const { status, headers, body } = await head(parameters);
    expect([status, headers.get('etag'), body]).toEqual([200, tag, null]);
    expect((await head(parameters, { 'if-none-match': tag })).status).toBe(304);
    const before = { ...alone.asked };
    expect((await head({ operation: 'Rename', variables: '{"id":"b1","title":"x"}' })).status).toBe(405);
    expect((await head({ query: '{ whoAmI }' })).status).toBe(403);
    expect(alone.asked).toEqual(before);
  });

  it('has no tag where something failed, or where nobody is signed in', async () => {
    const failed = await get({ operation: 'Echo', variables: '{"text":3}' });
    expect([failed.headers.get('etag'), failed.headers.get('cache-control')]).toEqual([null, 'no-store']);
    const nobody = await fetch(`${alone.url}/graphql?operation=Echo`, { headers: { 'if-none-match': '*' } });
    expect([nobody.status, nobody.headers.get('etag')]).toEqual([401, null]);
  });
});

describe('the schema as text', () => {
  const schema = async (headers: Record<string, string> = {}, init: RequestInit = {}) =>
    fetch(`${alone.url}/graphql/schema`, {
      ...init,
      headers: { authorization: `Bearer ${await alone.token('officer')}`, ...headers },
    });

  it('is told to whoever is signed in, and to nobody else', async () => {
    const response = await schema();
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/plain; charset=utf-8',
    ]);
    const text = await response.text();
    expect(text).toContain('whoAmI(afterMillis: Int): String');
    expect(text).not.toMatch(/@join__|join__Graph|_entities/);
    expect((await schema({ 'if-none-match': response.headers.get('etag') ?? '' })).status).toBe(304);
    expect((await fetch(`${alone.url}/graphql/schema`)).status).toBe(401);
    expect((await schema({}, { method: 'POST' })).status).toBe(405);
  });
});
