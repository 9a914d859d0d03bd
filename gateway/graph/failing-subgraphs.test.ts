import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SubgraphExecutor } from '../../platform/server/executor';
import { type Library, type StartLibrary, startLibrary } from '../testing/start-library';

const ACROSS = '{ items { id ... on Book { title condition } } bookOfTheDay { title } }';
const SECRET = 'select email from hidden_table';
const TIMEOUT_MILLIS = 300;

const part = (execute: SubgraphExecutor['execute']): SubgraphExecutor => ({
  execute,
  ready: async () => false,
});
const dead = part(() => Promise.reject(new Error(`connect ECONNREFUSED 10.1.2.3:4001 ${SECRET}`)));
const hanging = part(() => new Promise(() => undefined));
const unavailable = (subgraph: string) => ({
  message: expect.stringContaining(`"${subgraph}" does not answer`),
  extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph },
});

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function start(options: StartLibrary): Promise<Library> {
  const library = await startLibrary(options);
  closing.push(() => library.stop());
  return library;
}

/** The address of a server, in place of a subgraph, that answers everything alike. */
async function answering(status: number, body: string): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status).end(body));
  await new Promise<void>((resolve) => void server.listen(0, resolve));
  closing.push(() => server.close());
  return `http://localhost:${(server.address() as AddressInfo).port}/graphql`;
}

describe('a part that does not answer', () => {
  it.each([
    ['is down', dead],
    ['hangs', hanging],
    ['is at an address where nobody is', 'http://localhost:1/graphql'],
  ])('leaves the rest of the answer, and one error with its name, when it %s', async (_, books) => {
    const library = await start({ books, upstreamTimeoutMillis: TIMEOUT_MILLIS });
    const { status, body } = await library.ask(ACROSS);
    expect(status).toBe(200);
    expect(body).toEqual({
      data: {
        items: ['b1', 'b2', 'hidden'].map((id) => ({ id, title: null, condition: null })),
        bookOfTheDay: null,
      },
      errors: [unavailable('books')],
    });
  });

  it('leaves nulls at the root when every part is down, and the keys that were asked for', async () => {
    const library = await start({ books: dead, catalogue: dead });
    const query = `query ($no: Boolean!) {
      mine: bookOfTheDay { title } ...Rest whoAmI @include(if: $no) ... { echo @skip(if: true) }
    } fragment Rest on Query { items { id } }`;
    const { status, body } = await library.ask(query, { variables: { no: false } });
    expect(status).toBe(200);
    expect(body.data).toEqual({ mine: null, items: null });
    expect(body.errors).toHaveLength(2);
    expect(body.errors).toEqual(expect.arrayContaining([unavailable('books'), unavailable('catalogue')]));
  });

  it.each([
    ['an error page', 502, `<html>${SECRET}</html>`],
    ['no GraphQL', 200, '{"rows":3,"errors":"x"}'],
    ['half an answer', 200, '{"data":'],
  ])('is one that answers with %s', async (_, status, text) => {
    const books = await answering(status, text);
    const library = await start({ books });
    const { body } = await library.ask(ACROSS);
    expect(body.data.bookOfTheDay).toBeNull();
    expect(body.errors).toEqual([unavailable('books')]);
  });

  it('is told apart from one that answers slowly to somebody else', async () => {
    const library = await start({ upstreamTimeoutMillis: TIMEOUT_MILLIS });
    const [slow, quick] = await Promise.all([
      library.ask('{ whoAmI(afterMillis: 600) }'),
      library.ask('{ whoAmI }'),
    ]);
    expect(slow.body).toEqual({ data: { whoAmI: null }, errors: [unavailable('catalogue')] });
    expect(quick.body).toEqual({ data: { whoAmI: 'officer' } });
  });
});

describe('an error that a subgraph did not mask', () => {
  it('is masked by the gateway, with everything that came with it', async () => {
    const leaking = part(async () => ({
      data: { bookOfTheDay: null },
      errors: [
        {
          message: SECRET,
          path: ['bookOfTheDay'],
          extensions: {
            code: 'DATABASE',
            serviceName: 'books',
            request: { url: 'http://10.1.2.3' },
            stacktrace: ['at /srv'],
          },
        },
      ],
    }));
    const library = await start({ books: leaking });
    const { body } = await library.ask('{ bookOfTheDay { title } }', {
      headers: { 'x-request-id': 'quoted-1234' },
    });
    expect(body).toEqual({
      data: { bookOfTheDay: null },
      errors: [
        {
          message: 'Something went wrong. Quote request quoted-1234.',
          path: ['bookOfTheDay'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', subgraph: 'books' },
        },
      ],
    });
  });

  it('is no sign-in of the caller when the subgraph does not believe the gateway', async () => {
    const refusing = part(async () => ({
      data: null,
      errors: [{ message: 'Who?', extensions: { code: 'UNAUTHENTICATED' } }],
    }));
    const library = await start({ books: refusing });
    const { status, body } = await library.ask('{ bookOfTheDay { title } }');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      data: { bookOfTheDay: null },
      errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
  });
});
