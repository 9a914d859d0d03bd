import type { SubgraphExecutor } from '../../platform/server/executor';
import type { GuardedDoor } from '../doors/door';
import { reply } from '../entrance/refusal';
import { type Library, type StartLibrary, startLibrary } from '../testing/start-library';
import type { Graph } from './graph';

/** A door that speaks no GraphQL: whatever is sent to it is asked of the graph, and the answer comes as a plain list. */
const listDoor = (graph: Pick<Graph, 'ask'>): GuardedDoor => ({
  isOpen: false,
  matches: (path) => path.startsWith('/lists/'),
  maxBodyBytes: 40_000,
  async answer({ response, caller, body }) {
    const { document, variables } = JSON.parse(body.toString());
    reply(response, 200, await graph.ask({ document, variables }, caller));
  },
});

describe('the graph, asked through a door of another kind', () => {
  let library: Library | null = null;
  afterEach(async () => {
    await library?.stop();
    library = null;
  });

  async function start(options: StartLibrary = {}): Promise<Library> {
    library = await startLibrary({ ...options, furtherDoors: (graph) => [listDoor(graph)] });
    return library;
  }

  async function list(
    { url, token }: Library,
    {
      document,
      variables,
      role = 'officer',
      path = '/lists/any',
    }: {
      document: string;
      variables?: object;
      role?: string | null;
      path?: string;
    },
  ) {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: role === null ? {} : { authorization: `Bearer ${await token(role)}` },
      body: JSON.stringify({ document, variables }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  it('is for those who are signed in, as the other doors are', async () => {
    const { status, body } = await list(await start(), { document: '{ whoAmI }', role: null });
    expect([status, body.errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('knows no role that there is not', async () => {
    const { status } = await list(await start(), { document: '{ whoAmI }', role: 'import' });
    expect(status).toBe(403);
  });

  it('refuses what the role may not see, through a fragment too, and answers the rest', async () => {
    const document = '{ whoAmI bookOfTheDay { ...b } } fragment b on Book { borrower title }';
    const { body } = await list(await start(), { document, role: 'analyst' });
    expect(body).toEqual({
      status: 200,
      data: { whoAmI: 'analyst', bookOfTheDay: { borrower: null, title: 'Middlemarch' } },
      errors: [
        {
          message: 'Your role may not ask for borrower. Open to the roles `manager` and `officer`.',
          path: ['bookOfTheDay', 'borrower'],
          extensions: { code: 'FORBIDDEN' },
        },
      ],
    });
  });

  it('answers across subgraphs, with what the role may see', async () => {
    const document = 'query ($id: ID!) { item(id: $id) { id ... on Book { title borrower } } whoAmI }';
    const { status, body, headers } = await list(await start(), { document, variables: { id: 'b1' } });
    expect(headers.get('x-request-id')).toEqual(expect.any(String));
    expect([status, body]).toEqual([
      200,
      {
        status: 200,
        data: { item: { id: 'b1', title: 'Middlemarch', borrower: 'somebody' }, whoAmI: 'officer' },
        errors: [],
      },
    ]);
  });

  it('meets the limits of a document and its variables', async () => {
    const started = await start();
    const long = `{ ${'a: whoAmI '.repeat(3_000)} }`;
    const { body } = await list(started, { document: long });
    expect(body).toMatchObject({ status: 400, data: null });
    expect(body.errors[0].message).toContain('longer than 5000 words');
    const deep = `{ ${'x { '.repeat(60)} ${'}'.repeat(60)} }`;
    expect((await list(started, { document: deep })).body.errors[0].message).toContain('nested deeper');
    const misfit = await list(started, { document: 'query ($id: ID!) { item(id: $id) { id } }' });
    expect(misfit.body.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  it('meets the limit of the door', async () => {
    const { status } = await list(await start(), { document: ' '.repeat(50_000) });
    expect(status).toBe(413);
  });

  it('masks what was not foreseen', async () => {
    const { body } = await list(await start(), { document: '{ fails(how: "badly") whoAmI }' });
    expect(body.data).toEqual({ fails: null, whoAmI: 'officer' });
    expect(JSON.stringify(body)).not.toContain('hidden_table');
  });

  it('leaves nulls and one error for a subgraph that is down', async () => {
    const down: SubgraphExecutor = {
      execute: () => Promise.reject(new Error('connect ECONNREFUSED 10.1.2.3')),
      ready: async () => false,
    };
    const { body } = await list(await start({ books: down }), {
      document: '{ whoAmI bookOfTheDay { title } }',
    });
    expect(body).toMatchObject({
      data: { whoAmI: 'officer', bookOfTheDay: null },
      errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'books' } }],
    });
  });

  it('never shares an answer between callers who ask the same at once', async () => {
    const started = await start();
    const document = '{ whoAmI(afterMillis: 50) }';
    const roles = ['analyst', 'manager', 'officer'];
    const answers = await Promise.all(roles.map((role) => list(started, { document, role })));
    expect(answers.map(({ body }) => body.data.whoAmI)).toEqual(roles);
  });

  it('hears that the caller has hung up', async () => {
    let aborted: (() => void) | null = null;
    const heard = new Promise<void>((resolve) => {
      aborted = resolve;
    });
    const controller = new AbortController();
    const slow: SubgraphExecutor = {
      execute: ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            aborted?.();
            reject(new Error('Aborted'));
          });
          controller.abort();
        }),
      ready: async () => true,
    };
    const { url, token } = await start({ catalogue: slow });
    const asked = fetch(`${url}/lists/any`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token('officer')}` },
      body: JSON.stringify({ document: '{ whoAmI }' }),
      signal: controller.signal,
    });
    await expect(asked).rejects.toThrow('aborted');
    await heard;
  });

  it('has no other door beside the ones that there are', async () => {
    const { status } = await list(await start(), { document: '{ whoAmI }', path: '/list' });
    expect(status).toBe(404);
  });
});
