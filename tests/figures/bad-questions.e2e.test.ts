import { auditServer } from 'graphql-http';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { madeUp } from './made-up';

interface BadQuestion {
  readonly title: string;
  readonly query: string;
  readonly says: string;
}

const PAGE = '{ edges { cursor node { id } } totalCount }';

/** Arguments that cannot be answered, and the words each gets. */
const BAD_INPUT: BadQuestion[] = [
  {
    title: 'a dimension named twice',
    query: '{ measures(by: [STREAM, MONTH, STREAM]) { asAt } }',
    says: '`by` names STREAM twice: name each dimension once.',
  },
  {
    title: 'a financial year that is none',
    query: '{ measures(by: [], where: { financialYears: ["2021-23"] }) { asAt } }',
    says: '`where.financialYears` holds "2021-23", which is no financial year: write it like 2021-22, two years that follow each other.',
  },
  {
    title: 'a day that is not in the calendar',
    query: '{ measures(by: [], where: { from: "2021-02-30" }) { asAt } }',
    says: '`where.from` is no day of the calendar: write it as YYYY-MM-DD, for example 2021-04-01.',
  },
  {
    title: 'a period that ends before it begins',
    query: '{ measures(by: [], where: { from: "2021-05-01", to: "2021-04-30" }) { asAt } }',
    says: '`where.from` is after `where.to`: give the earlier day first.',
  },
  {
    title: 'a service that nobody has',
    query: `{ counted(measure: RECEIVED, where: { services: ["Dog wardens"] }) ${PAGE} }`,
    says: '`where.services` holds "Dog wardens", which is the name of no service: use its present name, a former one, or "Not recorded".',
  },
  {
    title: 'a page of more than 200',
    query: `{ complaints(first: 201) ${PAGE} }`,
    says: '`first` is 201: ask for 1 to 200 at a time.',
  },
  {
    title: 'a page of none',
    query: `{ counted(measure: RECEIVED, first: 0) ${PAGE} }`,
    says: '`first` is 0: ask for 1 to 200 at a time.',
  },
  {
    title: 'a cursor that is none',
    query: `{ complaints(after: "yesterday") ${PAGE} }`,
    says: '`after` is no cursor of this list: give the `endCursor` of a page, unchanged.',
  },
  {
    title: 'a complaint by neither id nor reference',
    query: '{ complaint { id } }',
    says: '`id` and `reference` are both missing: give exactly one of the two.',
  },
  {
    title: 'a complaint by both id and reference',
    query: '{ complaint(id: "corporate-1", reference: "1") { id } }',
    says: '`id` and `reference` are both given: give exactly one of the two.',
  },
  {
    title: 'a report of no year',
    query: '{ periodReport(financialYear: "last", upTo: Q2) { title } }',
    says: '`financialYear` holds "last", which is no financial year: write it like 2021-22, two years that follow each other.',
  },
];

describe('a question that cannot be answered', () => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await startTestProduct();
    await product.loadText('corporate-crm', (await madeUp({ seed: 41, rows: 60, dirt: 0 })).text);
  });
  afterAll(() => product.stop());

  it.each(BAD_INPUT)('says what is wrong with $title', async ({ query, says }) => {
    const { errors, data } = await product.ask<object>('analyst', query);
    expect(errors).toMatchObject([{ message: says, extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(Object.values(data)).toEqual([null]);
  });

  it.each([
    [
      'sixty figures by six dimensions',
      60,
      'measures(by: [STREAM, STAGE, MONTH, SERVICE, THEME, CHANNEL]) { asAt }',
    ],
    ['4,000 rows of lists', 20, `complaints(first: 200) ${PAGE}`],
  ])('costs too much with %s, and asks nobody', async (_, times, field) => {
    product.asked.clear();
    const query = `{ ${Array.from({ length: times }, (_one, place) => `a${place}: ${field}`).join(' ')} }`;
    const { status, data, errors } = await product.ask<object>('analyst', query);
    expect([status, data, [...product.asked.values()]]).toEqual([400, undefined, []]);
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('7500 is the most'),
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ]);
    const one = await product.ask<object>('analyst', `{ ${field} }`);
    expect(one.errors).toBeUndefined();
  });

  it.each([
    'query ($in: Boolean = true) { complaints(first: 1) @include(if: $in) { totalCount } }',
    'query ($by: [Dimension!]! = [STREAM]) { measures(by: $by) { asAt } }',
    'query ($out: Boolean = false) { measures(by: []) @skip(if: $out) { asAt } }',
  ])('is answered where its variables are left to what they are by default: %s', async (query) => {
    const { data, errors } = await product.ask<object>('analyst', query);
    expect(errors).toBeUndefined();
    expect(Object.values(data)).toEqual([expect.any(Object)]);
  });

  it.each([
    ['a hundred reports', 100, 'periodReport(financialYear: "2021-22", upTo: Q2) { __typename }'],
    ['sixty times 200 nodes', 60, 'nodes(ids: []) { id }'],
  ])('costs too much with %s', async (_, times, field) => {
    const query = `{ ${Array.from({ length: times }, (_one, place) => `a${place}: ${field}`).join(' ')} }`;
    const { status, errors } = await product.ask<object>('analyst', query);
    expect([status, errors?.[0]?.message]).toEqual([400, expect.stringContaining('7500 is the most')]);
  });

  it('refuses the cursor of another list, and takes it back in its own', async () => {
    const first = await product.ask<{ complaints: { edges: { cursor: string }[] } }>(
      'analyst',
      `{ complaints(first: 1) ${PAGE} }`,
    );
    const after = first.data.complaints.edges[0]?.cursor;
    for (const other of ['counted(measure: RECEIVED, ', 'complaints(where: { streams: [SCHOOLS] }, ']) {
      const answer = await product.ask(
        'analyst',
        `query ($after: String) { ${other} after: $after) ${PAGE} }`,
        {
          after,
        },
      );
      expect(answer.errors).toMatchObject([
        {
          message:
            '`after` is a cursor of another query: keep the same arguments from page to page, or leave `after` out to begin anew.',
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ]);
    }
    const own = await product.ask('analyst', `query ($after: String) { complaints(after: $after) ${PAGE} }`, {
      after,
    });
    expect(own.errors).toBeUndefined();
  });

  it('is null without an error where nobody knows the complaint', async () => {
    const { data, errors } = await product.ask<object>(
      'analyst',
      `{ byId: complaint(id: "corporate-00000000-0000-8000-a000-000000000000") { id reference }
         noStream: complaint(id: "gardens-1") { id reference }
         byReference: complaint(reference: "1") { id reference } }`,
    );
    expect({ data, errors }).toEqual({
      data: { byId: null, noStream: null, byReference: null },
      errors: undefined,
    });
  });

  it('is refused as GraphQL over HTTP has it, and a good one answered: the whole audit', async () => {
    const authorization = `Bearer ${await product.token('analyst')}`;
    const results = await auditServer({
      url: `${product.url}/graphql`,
      fetchFn: (url: string, init: RequestInit = {}) =>
        fetch(url, { ...init, headers: { ...init.headers, authorization } }),
    });
    expect(results.length).toBeGreaterThanOrEqual(61);
    expect(results.flatMap((result) => (result.status === 'ok' ? [] : [result.name]))).toEqual([]);
  });

  it('is refused to whoever is not signed in', async () => {
    const { status, data, errors } = await product.ask(null, '{ measures(by: []) { asAt } }');
    expect({ status, data, errors }).toEqual({
      status: 401,
      data: undefined,
      errors: [
        {
          message: 'Sign in first: send the header "Authorization: Bearer" with your token or your key.',
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ],
    });
  });

  it.each(['measures(by: []) { asAt }', `counted(measure: RECEIVED) ${PAGE}`, `complaints ${PAGE}`])(
    'is refused to a role that may not ask: the auditor asks for %s',
    async (field) => {
      product.asked.clear();
      const { status, data, errors } = await product.ask('auditor', `{ ${field} }`);
      const name = /^\w+/.exec(field)?.[0] ?? '';
      const roles = '`analyst`, `manager`, `officer`, `partner` and `admin`';
      expect({ status, data, errors }).toEqual({
        status: 200,
        data: { [name]: null },
        errors: [
          {
            message: `Your role may not ask for ${name}. Open to the roles ${roles}.`,
            path: [name],
            extensions: { code: 'FORBIDDEN' },
          },
        ],
      });
      expect(product.asked.size).toBe(0);
    },
  );

  it('names a dimension or a field that there is not, and asks no subgraph', async () => {
    product.asked.clear();
    const { status, errors } = await product.ask('analyst', '{ measures(by: [WARD]) { rows { gender } } }');
    expect(status).toBe(400);
    expect(errors?.map(({ message, extensions: { code } }) => [code, message])).toEqual([
      ['GRAPHQL_VALIDATION_FAILED', 'Value "WARD" does not exist in "Dimension" enum.'],
      ['GRAPHQL_VALIDATION_FAILED', 'Cannot query field "gender" on type "MeasureRow".'],
    ]);
    expect(product.asked.size).toBe(0);
  });
});
