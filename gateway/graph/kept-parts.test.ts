import type { FormattedExecutionResult } from 'graphql';
import type { Identity } from '../../platform/identity/identity';
import type { SubgraphExecutor, SubgraphRequest } from '../../platform/server/executor';
import { type Library, startLibrary } from '../testing/start-library';
import { askPart, createKeptParts, type KeptParts } from './kept-parts';

const ANA: Identity = {
  ...{ subject: 'ana', role: 'analyst', scopes: ['facts'], streams: [], services: [], partner: null },
};
const vouch = async () => 'vouched for';

describe('what a part answered', () => {
  let keptParts: KeptParts;
  let state: string | null;
  let asked: number;
  let told: string[];
  beforeEach(() => {
    keptParts = createKeptParts();
    [state, asked, told] = ['one', 0, []];
  });

  const executor: SubgraphExecutor = {
    async execute({ onState }) {
      asked += 1;
      if (state !== null) onState?.(state);
      return { data: { list: [asked] } };
    },
    state: async () => state,
    ready: async () => true,
  };
  const ask = (more: Partial<SubgraphRequest> = {}, identity = ANA): Promise<FormattedExecutionResult> =>
    askPart(
      { name: 'part', executor, keptParts },
      { identity, vouch },
      {
        ...{ query: '{ list }', variables: {}, operationName: null, requestId: 'r' },
        signal: new AbortController().signal,
        onState: (name) => told.push(name),
        ...more,
      },
    );

  it('is given again while its state has the same name, which is told each time', async () => {
    expect([await ask(), await ask()]).toEqual([{ data: { list: [1] } }, { data: { list: [1] } }]);
    expect(told).toEqual(['one', 'one']);
    state = 'two';
    expect([await ask(), await ask()]).toEqual([{ data: { list: [2] } }, { data: { list: [2] } }]);
    expect(told).toEqual(['one', 'one', 'two', 'two']);
  });

  it('is the same however the planner writes into what it is given', async () => {
    for (const _ of [1, 2, 3]) {
      const { data } = await ask();
      expect(data).toEqual({ list: [1] });
      Object.assign(data ?? {}, { list: [], more: true });
    }
  });

  it('is given to nobody who may see something else, nor to another question', async () => {
    await ask();
    await ask({}, { ...ANA, subject: 'dee' });
    expect(asked).toBe(1);
    for (const other of [{ role: 'officer' }, { scopes: [] }, { streams: ['adults'] }, { services: ['a'] }])
      await ask({}, { ...ANA, ...other });
    await ask({}, { ...ANA, partner: 'stockport-homes' });
    await ask({ variables: { a: 1 } });
    await ask({ query: '{ other }' });
    await ask({ operationName: 'Other' });
    expect(asked).toBe(9);
  });

  it('is asked each time where its state is not known, or nobody asks for it', async () => {
    state = null;
    await ask();
    await ask();
    state = 'one';
    await ask();
    const { onState: _, ...silent } = { onState: undefined };
    await askPart(
      { name: 'part', executor, keptParts },
      { identity: ANA, vouch },
      {
        ...{ query: '{ list }', variables: {}, operationName: null, requestId: 'r' },
        ...{ signal: new AbortController().signal, ...silent },
      },
    );
    expect(asked).toBe(4);
  });
});

describe('an answer that is made of several parts', () => {
  let library: Library | null = null;
  afterEach(() => library?.stop());

  it('asks anew what may have changed, and that alone', async () => {
    const states = { catalogue: 'one', books: 'one' };
    const asked = { catalogue: 0, books: 0 };
    const part = (
      name: 'catalogue' | 'books',
      answer: (turn: number) => FormattedExecutionResult,
    ): SubgraphExecutor => ({
      async execute({ onState }) {
        asked[name] += 1;
        onState?.(states[name]);
        return answer(asked[name]);
      },
      state: async () => states[name],
      ready: async () => true,
    });
    library = await startLibrary({
      catalogue: part('catalogue', (turn) => ({
        data: { echo: `${turn}`, items: [{ __typename: 'Book', id: 'b1' }] },
      })),
      books: part('books', (turn) => ({ data: { _entities: [{ __typename: 'Book', title: `${turn}` }] } })),
    });
    const { ask } = library;
    const both = async () => (await ask('{ echo items { title } }')).body.data;
    expect([await both(), await both()]).toEqual(Array(2).fill({ echo: '1', items: [{ title: '1' }] }));
    states.books = 'two';
    expect([await both(), await both()]).toEqual(Array(2).fill({ echo: '1', items: [{ title: '2' }] }));
    states.catalogue = 'two';
    expect(await both()).toEqual({ echo: '2', items: [{ title: '2' }] });
    expect(asked).toEqual({ catalogue: 2, books: 2 });
  });
});
