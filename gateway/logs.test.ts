import { createLogger } from '../platform/logging/logger';
import { type Library, startLibrary } from './testing/start-library';

describe.each([
  ['in process', false],
  ['over HTTP', true],
])('what the gateway logs, %s', (_, overHttp) => {
  let library: Library;
  let lines: string[];
  beforeAll(async () => {
    const logger = createLogger({ level: 'warn', to: { write: (line) => void lines.push(line) } });
    library = await startLibrary({ logger, overHttp });
  });
  beforeEach(() => {
    lines = [];
  });
  afterAll(() => library.stop());

  it.each([
    ['a sign that there is not', '{ whoAmI § "Mrs Secret" }'],
    ['a text without an end', '{ echo(text: "Mrs Secret) }'],
    ['a number that is none', '{ whoAmI(afterMillis: 01) }'],
    ['half a question', '{ echo(text: "Mrs Secret")'],
  ])('is nothing of %s, which is the request’s fault', async (_what, query) => {
    const { status, body } = await library.ask(query);
    expect([status, body.errors]).toMatchObject([
      400,
      [{ message: expect.stringMatching(/^Syntax Error/), extensions: { code: 'GRAPHQL_PARSE_FAILED' } }],
    ]);
    expect(body.errors[0].locations).toHaveLength(1);
    expect(lines).toEqual([]);
  });

  it('is one line for however many are not let in, without what they sent', async () => {
    for (const token of ['not.a.token', null, 'not.a.token']) {
      const { status } = await library.ask('{ whoAmI }', {
        token,
        headers: { 'x-request-id': 'quoted-1234' },
      });
      expect(status).toBe(401);
    }
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'warn', requestId: 'quoted-1234', status: 401, code: 'UNAUTHENTICATED', subject: null },
    ]);
    expect(lines.join()).not.toContain('not.a.token');
  });

  it.each([
    ['whose role is not known', 'stranger', 'ana', '{ whoAmI }', 403],
    ['whose role may not see what they ask for, twice', 'analyst', 'mark', '{ a: audit b: audit }', 200],
  ])('is one line, with the subject, for somebody %s', async (_what, role, subject, query, status) => {
    for (let i = 0; i < 3; i += 1) expect((await library.ask(query, { role, subject })).status).toBe(status);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'warn', status: 403, code: 'FORBIDDEN', subject, requestId: expect.any(String) },
    ]);
  });

  it('is nothing of those who hang up', async () => {
    const token = await library.token('officer');
    const ask = async (place: number) => {
      const caller = new AbortController();
      const asked = fetch(`${library.url}/graphql`, {
        method: 'POST',
        signal: caller.signal,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: `{ a${place}: whoAmI(afterMillis: 100) }` }),
      }).catch(() => 'hung up');
      await new Promise((resolve) => setTimeout(resolve, 20));
      caller.abort();
      return asked;
    };
    for (let place = 0; place < 5; place += 1) expect(await ask(place)).toBe('hung up');
    await library.ask('{ whoAmI(afterMillis: 200) }');
    expect(lines).toEqual([]);
  });

  it('names a field that failed as the schema does, not as the caller', async () => {
    await library.ask('{ mrsSecret: fails(how: "Mrs Secret") }');
    const failed = lines.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'A field failed');
    expect(failed).toMatchObject({ field: 'fails', requestId: expect.any(String) });
    expect(lines.join()).not.toMatch(/mrs ?secret/i);
  });
});
