import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { SubgraphExecutor, SubgraphRequest } from '../../platform/server/executor';
import { type Library, startLibrary } from '../testing/start-library';
import type { Caller } from './caller';
import { keepingAnswers } from './kept-answers';

describe('answers that are kept', () => {
  let library: Library | null = null;
  let state: string | null = null;
  let asked = 0;
  beforeEach(() => {
    [state, asked] = ['one', 0];
  });
  afterEach(async () => {
    await library?.stop();
    library = null;
  });

  /** Answers how often it was asked. */
  const catalogue = (more: Partial<SubgraphExecutor> = {}): SubgraphExecutor => ({
    async execute({ onState }: SubgraphRequest) {
      asked += 1;
      if (state !== null) onState?.(state);
      return { data: { echo: `${asked}`, items: [{ __typename: 'Book', id: 'b1' }] } };
    },
    state: async () => state,
    ready: async () => true,
    ...more,
  });
  const start = async (part = catalogue()) => {
    library = await startLibrary({ catalogue: part });
    const { ask } = library;
    return async (query: string, options: Parameters<typeof ask>[1] = {}) => (await ask(query, options)).body;
  };

  it('are given while the part that answered stands as it did, to all who may see the same', async () => {
    const ask = await start();
    expect(await ask('{ echo }')).toEqual({ data: { echo: '1' } });
    expect(await ask('{ echo }')).toEqual({ data: { echo: '1' } });
    expect(await ask('{ echo }', { subject: 'olu' })).toEqual({ data: { echo: '1' } });
    expect(asked).toBe(1);
    state = 'two';
    expect(await ask('{ echo }')).toEqual({ data: { echo: '2' } });
    expect(await ask('{ echo }')).toEqual({ data: { echo: '2' } });
  });

  it('are asked for anew by one of those who ask when they stand no longer', async () => {
    const { execute } = catalogue();
    const slow = async (request: SubgraphRequest) => {
      await wait(200);
      return execute(request);
    };
    const ask = await start(catalogue({ execute: slow }));
    await ask('{ echo }');
    state = 'two';
    const answers = await Promise.all([1, 2, 3].map(() => ask('{ echo }')));
    expect(answers).toEqual([1, 2, 3].map(() => ({ data: { echo: '2' } })));
    expect(asked).toBe(2);
  });

  it('are asked for by the next where the one who asked anew is told of a failure', async () => {
    const { execute } = catalogue();
    let fails = 0;
    const failing = async (request: SubgraphRequest) => {
      await wait(50);
      if (state === 'two' && fails++ === 0) throw new Error('gone');
      return execute(request);
    };
    const ask = await start(catalogue({ execute: failing }));
    await ask('{ echo }');
    state = 'two';
    const answers = await Promise.all([1, 2].map(() => ask('{ echo }')));
    expect(answers.filter(({ errors }) => errors === undefined)).toEqual([{ data: { echo: '2' } }]);
  });

  it('are given as they were written', async () => {
    await start();
    const answers = [await library?.ask('{ echo }'), await library?.ask('{ echo }')];
    const [first, kept] = answers.map((answer) => ({
      ...answer,
      headers: answer?.headers.get('content-type'),
    }));
    expect(kept).toEqual(first);
    expect(kept?.status).toBe(200);
    expect(asked).toBe(1);
  });

  it('are of one question, asked by one role', async () => {
    const ask = await start();
    const query = 'query ($text: String) { echo(text: $text) }';
    expect(await ask(query, { variables: { text: 'a' } })).toEqual({ data: { echo: '1' } });
    expect(await ask(query, { variables: { text: 'b' } })).toEqual({ data: { echo: '2' } });
    expect(await ask(query, { variables: { text: 'a' }, role: 'analyst' })).toEqual({ data: { echo: '3' } });
    expect(await ask(query, { variables: { text: 'a' } })).toEqual({ data: { echo: '1' } });
    expect((await ask(query, { token: null })).errors).toHaveLength(1);
  });

  it('are none of a part that does not say what it answered from', async () => {
    const ask = await start();
    state = null;
    expect(await ask('{ echo }')).toEqual({ data: { echo: '1' } });
    expect(await ask('{ echo }')).toEqual({ data: { echo: '2' } });
  });

  it('are none with an error, or with less than was asked for', async () => {
    const ask = await start();
    const closed = '{ echo audit }';
    expect((await ask(closed)).errors).toHaveLength(1);
    expect((await ask(closed)).errors).toHaveLength(1);
    expect((await ask('{ echo(text: 1) }')).errors).toHaveLength(1);
  });

  it('are not given where the part cannot say how it stands', async () => {
    const ask = await start(catalogue({ state: async () => null }));
    expect(await ask('{ echo }')).toEqual({ data: { echo: '1' } });
    expect(await ask('{ echo }')).toEqual({ data: { echo: '2' } });
  });
});

describe('those who ask the same at once', () => {
  const identity = { subject: 'ana', role: 'analyst', scopes: [], streams: [], services: [], partner: null };
  const signal = new AbortController().signal;
  const caller: Caller = {
    identity,
    vouch: async () => '',
    requestId: 'r',
    signal,
    holdSlot: () => undefined,
  };
  const turnOver = () => new Promise((resolve) => setImmediate(resolve));

  it('are given what was begun after they asked, however often something changes meanwhile', async () => {
    let state = 'a';
    const finish: (() => void)[] = [];
    const answer = keepingAnswers({
      executors: new Map([
        ['part', { execute: async () => ({}), ready: async () => true, state: async () => state }],
      ]),
      async handle({ response }, { sources }) {
        sources?.asked('part');
        sources?.told('part', state);
        await new Promise<void>((resolve) => finish.push(resolve));
        response.setHeader('content-type', 'application/json').end(`${finish.length}`);
      },
    });
    const ask = async () => {
      const request = Object.assign(new IncomingMessage(new Socket()), { method: 'POST' });
      const response = new ServerResponse(request);
      const end = jest.spyOn(response, 'end');
      await answer({ request, response, body: Buffer.from('{}') }, caller);
      return String(end.mock.calls[0]?.[0]);
    };
    const asked: Promise<string>[] = [];
    const begin = async (turn: string) => {
      asked.push(ask());
      await turnOver();
      state = turn;
    };
    const end = async (place: number) => {
      finish[place]?.();
      await turnOver();
    };
    await begin('b');
    await end(0);
    // Two find that it stands no longer; one asks. While it does, two more come, and everything changes again.
    asked.push(ask());
    await begin('c');
    asked.push(ask());
    await begin('d');
    await end(1);
    state = 'e';
    await end(2);
    expect(await Promise.all(asked)).toEqual(['1', '2', '2', '3', '3']);
    expect(finish).toHaveLength(3);
  });
});
