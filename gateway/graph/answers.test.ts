import { type Library, startLibrary } from '../testing/start-library';

const ITEMS = '{ items { __typename ... on Book { title condition } } }';

describe.each([
  ['in process', false],
  ['over HTTP', true],
])('a question across subgraphs, %s', (_, overHttp) => {
  let library: Library;
  beforeAll(async () => {
    library = await startLibrary({ overHttp });
  });
  afterAll(() => library.stop());

  it('is answered from both', async () => {
    const { status, body } = await library.ask(`${ITEMS.slice(0, -1)} bookOfTheDay { title } }`);
    expect(status).toBe(200);
    expect(body).toEqual({
      data: {
        items: [
          { __typename: 'Book', title: 'Middlemarch', condition: 'WORN' },
          { __typename: 'Book', title: 'Silas Marner', condition: 'WORN' },
          null,
        ],
        bookOfTheDay: { title: 'Middlemarch' },
      },
    });
  });

  it('is null for what the keeping subgraph does not show, and not an object of nulls', async () => {
    const { body } = await library.ask(
      '{ a: item(id: "nope") { id ... on Book { title } } b: item(id: "b1") { id ... on Book { title } } }',
    );
    expect(body).toEqual({ data: { a: null, b: { id: 'b1', title: 'Middlemarch' } } });
  });

  it('has an empty answer when nothing is asked for in the end', async () => {
    const query = 'query ($on: Boolean!) { whoAmI @include(if: $on) }';
    expect((await library.ask(query, { variables: { on: false } })).body).toEqual({ data: {} });
  });

  it('carries an error that a subgraph wrote for callers', async () => {
    const { status, body } = await library.ask('{ fails(how: "politely") whoAmI }');
    expect(status).toBe(200);
    expect(body.data).toEqual({ fails: null, whoAmI: 'officer' });
    expect(body.errors).toEqual([
      {
        message: '`how` may not be politely.',
        path: ['fails'],
        extensions: { code: 'BAD_USER_INPUT', subgraph: 'catalogue' },
      },
    ]);
  });

  it('is masked when something unexpected happens, with the id of the request', async () => {
    const { body, headers } = await library.ask('{ fails(how: "badly") whoAmI }', {
      headers: { 'x-request-id': 'quoted-1234' },
    });
    expect(headers.get('x-request-id')).toBe('quoted-1234');
    expect(body.data).toEqual({ fails: null, whoAmI: 'officer' });
    expect(body.errors).toEqual([
      {
        message: 'Something went wrong. Quote request quoted-1234.',
        path: ['fails'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', subgraph: 'catalogue' },
      },
    ]);
  });
});

describe('the requests that a question makes', () => {
  let library: Library;
  beforeAll(async () => {
    library = await startLibrary();
  });
  afterAll(() => library.stop());

  it('are one for each subgraph, however many rows there are', async () => {
    await library.ask(ITEMS);
    expect(library.asked).toEqual({ catalogue: 1, books: 1 });
  });

  it('are none beyond the subgraph that knows all that was asked', async () => {
    const before = { ...library.asked };
    await library.ask('{ items { id } }');
    expect(library.asked).toEqual({ catalogue: (before.catalogue ?? 0) + 1, books: before.books });
  });

  it('are planned again after a caller hung up while they were', async () => {
    const query = '{ hungUp: items { id ... on Book { title } } }';
    const controller = new AbortController();
    const asked = fetch(`${library.url}/graphql`, {
      method: 'POST',
      signal: controller.signal,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await library.token('officer')}`,
      },
      body: JSON.stringify({ query }),
    });
    setImmediate(() => controller.abort());
    await asked.catch(() => undefined);
    expect((await library.ask(query)).body.data.hungUp).toHaveLength(3);
  });
});
