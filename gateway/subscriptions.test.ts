import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { parse } from 'graphql';
import { graphqlDoor } from './doors/graphql';
import { callerFor } from './live/testing';
import type { AskedOperation } from './operations/asked-operation';
import { createOperationBook } from './operations/operation-book';
import type { TrustedOperations } from './operations/take-operation';
import { trustedOperation } from './operations/trusted-operation';

const FIGURES = 'subscription Figures($year: String) { figuresChanged(year: $year) { value } }';
const known = trustedOperation(parse(FIGURES));
const alone: TrustedOperations = {
  book: () => createOperationBook(known === null ? [] : [known]),
  ...{ areAlone: true, exploring: ['analyst'] },
};
const EVENTS = 'text/event-stream';

describe('the door, asked to subscribe', () => {
  const followed: AskedOperation[] = [];
  const handled: string[] = [];
  const door = (operations: TrustedOperations, hasSubscriptions = true) =>
    graphqlDoor({
      operations,
      graph: {
        hasSubscriptions,
        handle: ({ body }) => void handled.push(body.toString()),
        ask: () => Promise.reject(new Error('It was asked by name')),
      },
      live: {
        async answer(_, asked) {
          followed.push(asked);
        },
      },
    });
  beforeEach(() => {
    followed.length = 0;
    handled.length = 0;
  });

  interface Asking {
    readonly role?: string;
    readonly accept?: string;
    readonly operations?: TrustedOperations;
    readonly hasSubscriptions?: boolean;
  }
  const ask = async (
    asked: object,
    { role = 'analyst', accept = EVENTS, operations = alone, hasSubscriptions = true }: Asking = {},
  ) => {
    const request = Object.assign(new IncomingMessage(new Socket()), { method: 'POST', url: '/graphql' });
    Object.assign(request.headers, { accept, 'content-type': 'application/json' });
    const response = new ServerResponse(request);
    const visit = {
      request,
      response,
      caller: callerFor({ role }),
      origin: null,
      body: Buffer.from(JSON.stringify(asked)),
    };
    await door(operations, hasSubscriptions).answer(visit);
  };

  it.each([
    ['by its name', { operation: 'Figures', variables: { year: '2021-22' } }],
    ['by its hash', { documentId: `sha256:${known?.hash}`, variables: { year: '2021-22' } }],
    ['in its own words', { query: FIGURES.replaceAll(' ', '  '), variables: { year: '2021-22' } }],
  ])('has one that is published followed %s, by whoever may not explore', async (_, asked) => {
    await ask(asked, { role: 'officer' });
    expect(followed).toMatchObject([
      { query: known?.text, operationName: 'Figures', variables: { year: '2021-22' } },
    ]);
  });

  it('refuses any other to them, and not to those who explore', async () => {
    const other = { query: 'subscription { figuresChanged { openFaults } }' };
    await expect(ask(other, { role: 'officer' })).rejects.toThrow('Only operations that are known here');
    expect(followed).toEqual([]);
    await ask(other);
    expect(followed).toMatchObject([{ query: other.query }]);
  });

  it.each([
    ['what it takes is JSON', 'application/json', false],
    ['what it takes is parts', 'multipart/mixed', false],
    ['it likes JSON better', 'application/json, text/event-stream;q=0.5', true],
    ['it takes anything', '*/*', true],
  ])('answers with events or not at all, where %s', async (_, accept, isAnswered) => {
    const asking = ask({ query: FIGURES }, { accept });
    if (isAnswered) await asking;
    else await expect(asking).rejects.toMatchObject({ status: 406, code: 'NOT_ACCEPTABLE' });
    expect(followed).toHaveLength(isAnswered ? 1 : 0);
    expect(handled).toEqual([]);
  });

  it('leaves questions to the graph, and everything where there is nothing to subscribe to', async () => {
    await ask({ query: '{ figures { value } }' });
    await ask({ query: FIGURES }, { hasSubscriptions: false });
    expect(handled).toHaveLength(2);
    expect(followed).toEqual([]);
  });
});
