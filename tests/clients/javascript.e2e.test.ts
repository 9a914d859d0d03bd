import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'graphql';
import { trustedOperation } from '../../gateway/operations/trusted-operation';
import { ROOT } from '../../scripts/product/root';
import { DEMONSTRATION } from '../../scripts/testing/running-site';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { type GraphqlClient, openApollo, openGraphqlRequest, openUrql } from './clients';

const CLIENTS = { 'Apollo Client': openApollo, urql: openUrql, 'graphql-request': openGraphqlRequest };
const WAYS = ['Basic', 'Bearer'] as const;

const FIGURES = parse(
  'query Received($by: [Dimension!]!) { measures(by: $by) { rows { stream received } } }',
);
const PAGE = parse(`query Page($first: Int!, $after: String) {
  complaints(where: { streams: [SCHOOLS] }, first: $first, after: $after) {
    totalCount edges { cursor node { id reference } } pageInfo { hasNextPage endCursor hasPreviousPage startCursor } } }`);
const PARTLY = parse('{ complaints(first: 1) { totalCount } keys { totalCount } }');
const FORBIDDEN = parse('{ keys { totalCount } }');
const WRONG = parse('{ complaints(first: 0) { totalCount } }');
const DEFINITIONS = parse(
  readFileSync(path.join(ROOT, 'site/operations/measure-definitions.graphql'), 'utf8'),
);

interface Complaints {
  readonly complaints: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

let product: TestProduct;
let key: { id: string; secret: string };
beforeAll(async () => {
  product = await startTestProduct({ kept: DEMONSTRATION });
  const { data } = await product.ask<{ made: { secret: string; key: { id: string } } }>(
    'admin',
    `mutation { made: createKey(command: "00000000-0000-4000-8000-0000000000c1",
       key: { name: "Clients", owner: "Performance team", role: "analyst", expiresInDays: 7 }) {
       ... on KeyMade { secret key { id } } } }`,
  );
  key = { id: data.made.key.id, secret: data.made.secret };
});
afterAll(() => product?.stop());

const authorizationBy = (way: string): string =>
  way === 'Bearer' ? `Bearer ${key.secret}` : `Basic ${btoa(`${key.id}:${key.secret}`)}`;

/** A client, and what it has sent: the method and the address, with the status that came back. */
function openedBy<Opened>(open: (asking: Parameters<typeof openUrql>[0]) => Opened, way: string) {
  const sent: { method: string; url: string; status: number; etag: string | null }[] = [];
  const watched: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const { method = 'GET' } = init ?? {};
    sent.push({ method, url: String(input), status: response.status, etag: response.headers.get('etag') });
    return response;
  };
  const asking = { url: `${product.url}/graphql`, authorization: authorizationBy(way), fetch: watched };
  return { client: open(asking), sent };
}

async function pagesOf(client: GraphqlClient): Promise<Complaints['complaints'][]> {
  const pages = [];
  for (let after: string | null = null; ; ) {
    const { data, codes } = await client.ask(PAGE, { first: 40, after });
    expect(codes).toEqual([]);
    const { complaints } = data as Complaints;
    pages.push(complaints);
    if (!complaints.pageInfo.hasNextPage) return pages;
    after = complaints.pageInfo.endCursor;
  }
}

describe.each(Object.entries(CLIENTS))('%s', (_, open) => {
  it.each(WAYS)(
    'is answered figures when it signs in by %s, and nothing with another secret',
    async (way) => {
      const asked = await product.ask('analyst', '{ measures(by: [STREAM]) { rows { stream received } } }');
      const { client } = openedBy(open, way);
      const { data, codes } = await client.ask(FIGURES, { by: ['STREAM'] });
      expect([stripped(data), codes]).toEqual([asked.data, []]);
      const { client: stranger } = openedBy((asking) => open({ ...asking, authorization: `${way} x` }), way);
      expect(await stranger.ask(FIGURES, { by: [] })).toMatchObject({
        data: null,
        codes: ['UNAUTHENTICATED'],
      });
    },
  );

  it('pages through complaints to their end, each once', async () => {
    const pages = await pagesOf(openedBy(open, 'Basic').client);
    const ids = pages.flatMap(({ edges }) => edges.map(({ node }) => node.id));
    expect(pages.length).toBeGreaterThan(1);
    expect([ids.length, new Set(ids).size]).toEqual([pages[0]?.totalCount, ids.length]);
  });

  it('is told what it may not, what is wrong, and the rest of an answer', async () => {
    const { client } = openedBy(open, 'Bearer');
    expect((await client.ask(FORBIDDEN)).codes).toEqual(['FORBIDDEN']);
    expect((await client.ask(WRONG)).codes).toEqual(['BAD_USER_INPUT']);
    const partly = await client.ask(PARTLY);
    expect([partly.codes, stripped(partly.data)]).toEqual([
      ['FORBIDDEN'],
      { complaints: { totalCount: expect.any(Number) }, keys: null },
    ]);
  });

  it('asks a trusted operation by GET without its text, and is told its tag', async () => {
    const operation = trustedOperation(DEFINITIONS);
    if (operation === null) throw new Error('It is an operation of the site');
    const { client, sent } = openedBy(open, 'Basic');
    const { data, codes } = await client.askTrusted(operation, DEFINITIONS, {});
    expect([codes, data]).toEqual([[], { measureDefinitions: expect.any(Array) }]);
    expect(sent).toEqual([
      { method: 'GET', url: expect.not.stringContaining('query='), status: 200, etag: expect.any(String) },
    ]);
  });
});

describe('Apollo Client', () => {
  it('joins the pages of a list in its cache', async () => {
    const { client } = openedBy(openApollo, 'Basic').client;
    const watched = client.watchQuery<Complaints>({ query: PAGE, variables: { first: 40, after: null } });
    const held = () => client.readQuery<Complaints>({ query: PAGE, variables: { first: 40 } })?.complaints;
    const done = watched.subscribe(() => undefined);
    await watched.refetch();
    while (held()?.pageInfo.hasNextPage)
      await watched.fetchMore({ variables: { after: held()?.pageInfo.endCursor } });
    done.unsubscribe();
    client.stop();
    expect([held()?.edges.length, held()?.totalCount]).toEqual([held()?.totalCount, held()?.edges.length]);
  });

  it('sends the text where a hash is not known here', async () => {
    const operation = trustedOperation(FIGURES);
    if (operation === null) throw new Error('It is an operation');
    const { client, sent } = openedBy(openApollo, 'Bearer');
    const { data, codes } = await client.askTrusted(operation, FIGURES, { by: [] });
    expect([codes, data]).toEqual([[], { measures: expect.any(Object) }]);
    expect(sent.map(({ method, status }) => [method, status])).toEqual([
      ['GET', 200],
      ['POST', 200],
    ]);
  });
});

/** Without what clients ask of their own accord to keep answers apart. */
const stripped = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data), (name, value) => (name === '__typename' ? undefined : value));
