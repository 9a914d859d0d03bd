import { IDENTITY_HEADER } from '../identity/identity-token';
import { createLogger } from '../logging/logger';
import { NoConnectionError } from '../transaction/transaction';
import type { SubgraphExecutor, SubgraphRequest } from './executor';
import { type HttpEndpoint, openHttpEndpoint } from './http-endpoint';
import { REQUEST_ID_HEADER } from './request-id';

describe('a subgraph over HTTP', () => {
  let endpoint: HttpEndpoint;
  let logged = '';
  let isReady = true;
  let answer: (request: SubgraphRequest) => Promise<object>;
  const executor: SubgraphExecutor = {
    execute: async (request) => answer(request),
    ready: async () => isReady,
  };
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(endpoint.url, { method: 'POST', body, headers });
  const statusOf = async (path: string) => (await fetch(new URL(path, endpoint.url))).status;

  beforeAll(async () => {
    const keep = (line: string) => {
      logged += line;
    };
    endpoint = await openHttpEndpoint({
      ...{ executor, port: 0, bindAddress: undefined, tls: null, name: 'schools' },
      logger: createLogger({ level: 'info', to: { write: keep } }),
    });
  });
  beforeEach(() => {
    logged = '';
    answer = async () => ({ data: null });
  });
  afterAll(() => endpoint.close());

  it('is given what the gateway sent, and answers with what it made of it', async () => {
    const requests: SubgraphRequest[] = [];
    answer = async (request) => {
      requests.push(request);
      return { data: { a: 1 } };
    };
    const response = await post(JSON.stringify({ query: '{ a }', variables: { b: 2 }, operationName: 'A' }), {
      [IDENTITY_HEADER]: 'signed',
      [REQUEST_ID_HEADER]: 'request-1234',
    });
    expect([response.status, await response.json()]).toEqual([200, { data: { a: 1 } }]);
    expect(requests).toMatchObject([
      {
        ...{ query: '{ a }', variables: { b: 2 }, operationName: 'A' },
        ...{ identityToken: 'signed', requestId: 'request-1234' },
      },
    ]);
  });

  it('needs neither variables nor a name, and passes on that nobody vouches', async () => {
    const requests: SubgraphRequest[] = [];
    answer = async (request) => {
      requests.push(request);
      return {};
    };
    await post('{"query":"{ a }","variables":null}');
    expect(requests).toMatchObject([{ variables: {}, operationName: null, identityToken: null }]);
  });

  it.each([
    ['no JSON', 'query'],
    ['no query', '{"variables":{}}'],
    ['a list for variables', '{"query":"{ a }","variables":[1]}'],
    ['more than a megabyte', JSON.stringify({ query: 'a'.repeat(1_000_001) })],
  ])('refuses %s, and asks nothing', async (_, body) => {
    answer = () => Promise.reject(new Error('It was asked'));
    expect((await post(body)).status).toBe(400);
    expect(logged).toBe('');
  });

  it('says whether it lives and is ready, and knows no other path', async () => {
    expect(await statusOf('/health/live')).toBe(200);
    expect(await statusOf('/health/ready?a=b')).toBe(200);
    isReady = false;
    expect(await statusOf('/health/ready')).toBe(503);
    isReady = true;
    expect([await statusOf('/graphql'), await statusOf('/')]).toEqual([404, 404]);
  });

  it.each([
    ['unexpected', new Error('The net tore'), 500],
    ['for want of a connection', new NoConnectionError(new Error('full')), 503],
  ])('answers a failure that is %s by its status alone, and logs it', async (_, error, status) => {
    answer = () => Promise.reject(error);
    const response = await post('{"query":"{ a }"}');
    expect([response.status, await response.text()]).toEqual([status, 'null']);
    expect(JSON.parse(logged)).toMatchObject({ subgraph: 'schools', msg: 'A request failed' });
  });

  it('learns that the gateway has hung up', async () => {
    const hangsUp = new AbortController();
    const aborted = new Promise<void>((resolve) => {
      answer = ({ signal }) =>
        new Promise(() => {
          signal.addEventListener('abort', () => resolve());
          hangsUp.abort();
        });
    });
    const asked = fetch(endpoint.url, { method: 'POST', body: '{"query":"{ a }"}', signal: hangsUp.signal });
    await expect(asked).rejects.toThrow('aborted');
    await aborted;
  });
});
