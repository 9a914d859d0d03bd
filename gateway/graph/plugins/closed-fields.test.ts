import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { type Library, startLibrary } from '../../testing/start-library';

describe('a role without the scope', () => {
  let library: Library;
  beforeAll(async () => {
    library = await startLibrary();
  });
  afterAll(() => library.stop());

  const refused = (field: string, ...paths: (string | number)[][]) =>
    paths.map((path) => ({
      message: expect.stringContaining(`Your role may not ask for ${field}. Open to the role`),
      ...{ path, extensions: { code: 'FORBIDDEN' } },
    }));
  const asked = async (query: string, variables = {}) => {
    const before = { ...library.asked };
    const { status, body } = await library.ask(query, { role: 'analyst', variables });
    const parts = Object.keys(before).filter((part) => library.asked[part] !== before[part]);
    return { status, body, parts };
  };

  it.each([
    ['a field', '{ audit whoAmI }', { audit: null, whoAmI: 'analyst' }, refused('audit', ['audit'])],
    ['an alias', '{ whoAmI x: audit }', { whoAmI: 'analyst', x: null }, refused('audit', ['x'])],
    [
      'a fragment',
      '{ whoAmI ...Rest } fragment Rest on Query { audit }',
      { whoAmI: 'analyst', audit: null },
      refused('audit', ['audit']),
    ],
    [
      'a field of one kind of an interface, in each row of a list',
      '{ items { id ... on Book { borrower title } } }',
      {
        items: [
          { id: 'b1', borrower: null, title: 'Middlemarch' },
          { id: 'b2', borrower: null, title: 'Silas Marner' },
          null,
        ],
      },
      refused('borrower', ['items', 0, 'borrower'], ['items', 1, 'borrower']),
    ],
    [
      'a field of an entity',
      '{ bookOfTheDay { borrower title } }',
      { bookOfTheDay: { borrower: null, title: 'Middlemarch' } },
      refused('borrower', ['bookOfTheDay', 'borrower']),
    ],
    [
      'the only field of something',
      '{ bookOfTheDay { borrower } }',
      { bookOfTheDay: { borrower: null } },
      refused('borrower', ['bookOfTheDay', 'borrower']),
    ],
  ])('is told so of %s, and answered the rest', async (_, query, data, errors) => {
    const { status, body } = await asked(query);
    expect([status, body]).toEqual([200, { data, errors }]);
    expect(Object.keys(body.data)).toEqual(Object.keys(data));
  });

  it.each([
    ['{ audit }', ['audit']],
    ['{ ...Rest } fragment Rest on Query { a: audit b: audit }', ['a', 'b']],
  ])('is told so where nothing else is asked for, and no subgraph is asked: %s', async (query, keys) => {
    const { status, body, parts } = await asked(query);
    expect([status, body.data]).toEqual([200, Object.fromEntries(keys.map((key) => [key, null]))]);
    expect(body.errors).toEqual(refused('audit', ...keys.map((key) => [key])));
    expect(parts).toEqual([]);
  });

  it('is told nothing of what they left out themselves', async () => {
    const query = 'query ($all: Boolean!) { whoAmI audit @include(if: $all) }';
    expect((await asked(query, { all: false })).body).toEqual({ data: { whoAmI: 'analyst' } });
    expect((await asked(query, { all: true })).body.errors).toEqual(refused('audit', ['audit']));
  });

  it('is told of what is amiss with the request before what they may not see', async () => {
    const { status, body } = await asked('query ($all: Boolean!) { audit @include(if: $all) }');
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('is told of a part that is down besides', async () => {
    const books = { execute: () => Promise.reject(new Error('down')), ready: async () => false };
    const other = await startLibrary({ books });
    const { status, body } = await other.ask('{ audit bookOfTheDay { title } }', { role: 'analyst' });
    await other.stop();
    expect([status, body.data]).toEqual([200, { audit: null, bookOfTheDay: null }]);
    expect(body.errors.map((error: { extensions: object }) => error.extensions)).toEqual([
      { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'books' },
      { code: 'FORBIDDEN' },
    ]);
  });

  it('is answered what needs none', async () => {
    expect((await asked('{ bookOfTheDay { title } }')).body.errors).toBeUndefined();
    expect((await library.ask('{ audit }', { role: 'auditor' })).body).toEqual({
      data: { audit: 'audited' },
    });
  });

  it('has its operation planned once, and the others theirs', async () => {
    const plan = jest.spyOn(QueryPlanner.prototype, 'planAsync');
    const query = '{ once: whoAmI bookOfTheDay { borrower title } }';
    const borrowers: unknown[] = [];
    for (const role of ['analyst', 'officer', 'analyst', 'auditor', 'officer', 'manager'])
      borrowers.push((await library.ask(query, { role })).body.data.bookOfTheDay.borrower);
    expect(borrowers).toEqual([null, 'somebody', null, null, 'somebody', 'somebody']);
    // With the borrower; without, for each set of scopes.
    expect(plan).toHaveBeenCalledTimes(3);
    plan.mockRestore();
  });
});
