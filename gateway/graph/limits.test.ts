import { getIntrospectionQuery } from 'graphql';
import { type Library, startLibrary } from '../testing/start-library';

const DEEP = 5_000;
const aliased = (count: number) => Array.from({ length: count }, (_, i) => `a${i}: whoAmI`).join(' ');

describe('a request that asks too much', () => {
  let library: Library;
  beforeAll(async () => {
    library = await startLibrary();
  });
  afterAll(async () => {
    expect(library.asked).toEqual({ books: 0, catalogue: 0 });
    await library.stop();
  });

  const fragments = Array.from(
    { length: 30 },
    (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
  );

  it.each([
    ['is too long', `{ ${'a: whoAmI '.repeat(2_000)} }`, 'longer than 5000 words'],
    [
      'is too long by what says nothing',
      `{ whoAmI ${'#'.repeat(50_000)} \n }`,
      'longer than 50000 characters',
    ],
    ['asks too many questions', `{ ${aliased(101)} }`, 'more than 100 questions'],
    [
      'asks too many questions by fragments',
      `{ ...F ... on Query { ${aliased(51)} } } fragment F on Query { ${aliased(50)} }`,
      'more than 100 questions',
    ],
    ['nests a literal too deep', `{ echo(list: ${'['.repeat(DEEP)}${']'.repeat(DEEP)}) }`, 'Split it'],
    ['nests fields too deep', `{ ${'a{'.repeat(DEEP)}a${'}'.repeat(DEEP)} }`, 'Split it'],
    [
      'multiplies by fragments',
      `{ ...F0 } ${fragments.join(' ')} fragment F30 on Query { whoAmI }`,
      'more than 1000 fields',
    ],
    [
      'is made of a fragment that holds itself',
      '{ ...A } fragment A on Query { whoAmI ...A }',
      'Cannot spread fragment',
    ],
    [
      'asks about the schema and the data at once',
      '{ __schema { queryType { name } } whoAmI }',
      'request of its own',
    ],
    ['is a mutation where there is none', 'mutation { whoAmI }', 'no mutation here'],
    ['is a subscription where there is none', 'subscription { whoAmI }', 'no subscription here'],
    ['names a field that is not there', '{ whoAmII }', 'Cannot query field'],
  ])('is refused when it %s', async (_, query, says) => {
    const { status, body } = await library.ask(query);
    expect(status).toBe(400);
    expect(body).not.toHaveProperty('data');
    expect(body.errors[0]).toMatchObject({
      message: expect.stringContaining(says),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
    expect(JSON.stringify(body)).not.toContain('Did you mean');
  });

  it.each([
    ['an enum value that there is not', { condition: 'GOO' }],
    ['a number for a text', { text: 3 }],
    ['a list that is nested too deep', { list: JSON.parse(`${'['.repeat(1_000)}${']'.repeat(1_000)}`) }],
  ])('is refused for its variables: %s', async (_, variables) => {
    const query =
      'query ($condition: Condition, $text: String, $list: [[String]]) { echo(condition: $condition, text: $text, list: $list) }';
    const { status, body } = await library.ask(query, { variables });
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(JSON.stringify(body)).not.toContain('Did you mean');
  });

  async function post(body: string, headers: Record<string, string> = {}) {
    return fetch(`${library.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await library.token('officer')}`,
        ...headers,
      },
      body,
    });
  }

  it('is refused when its body is too long', async () => {
    const long = await post(
      JSON.stringify({ query: '{ whoAmI }', variables: { text: 'x'.repeat(100_000) } }),
    );
    expect([long.status, (await long.json()).errors[0].message]).toEqual([
      413,
      'The body may not be longer than 100000 bytes. Send less in one request.',
    ]);
  });

  it.each([
    ['half a body', '{"query":"{ who', 400],
    ['no query', '{}', 400],
    ['a list of requests', '[{"query":"{ whoAmI }"}]', 400],
    ['an operation that is not in it', '{"query":"query A { whoAmI }","operationName":"B"}', 400],
    ['several operations and no name', '{"query":"query A { whoAmI } query B { whoAmI }"}', 400],
  ])('is refused with %s', async (_, body, status) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect((await response.json()).errors).toHaveLength(1);
  });

  it('is not remembered as faulty for another operation of the same text', async () => {
    const query = 'query A { __typename } query B { __typename }';
    expect((await post(JSON.stringify({ query }))).status).toBe(400);
    expect((await post(JSON.stringify({ query, operationName: 'A' }))).status).toBe(200);
  });

  it('is not refused for as many questions as may be', async () => {
    const { status } = await library.ask(`{ ${aliased(100).replaceAll('whoAmI', '__typename')} }`);
    expect(status).toBe(200);
  });

  it('does not choose what a log or an answer holds by its id', async () => {
    const { headers } = await library.ask('{ __typename }', {
      headers: { 'x-request-id': 'x'.repeat(5_000) },
    });
    expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('answers the introspection query of every tool', async () => {
    const { body } = await library.ask(getIntrospectionQuery());
    expect(body.data.__schema.queryType.name).toBe('Query');
  });
});
