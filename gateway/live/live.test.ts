import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { buildSchema } from 'graphql';
import { createIdentitySigner } from '../../platform/identity/signer';
import { abortedOnDisconnect } from '../../platform/server/disconnect';
import type { FollowRequest, SubgraphExecutor } from '../../platform/server/executor';
import { addressOf, closed, listening } from '../../platform/server/listening';
import { Refusal, refuse } from '../entrance/refusal';
import { createLive, type Live } from './live';
import { subscriptionIn } from './live-question';
import { callerFor, until } from './testing';

const schema = buildSchema(`
  type Query { figures: Int complaint(id: ID!): String }
  type Subscription { figuresChanged: Int complaintChanged(stream: String!): String }`);
const identitySigner = createIdentitySigner({ privateKey: generateKeyPairSync('ed25519').privateKey });
const FIGURES = 'subscription { figuresChanged }';
const COMPLAINTS = 'subscription { complaintChanged(stream: "ADULTS") }';

describe('subscriptions of a gateway', () => {
  let live: Live;
  let isOpen = true;
  let isDown = false;
  let value = 1;
  let freed = 0;
  let begins: Promise<void>;
  const followed = new Set<FollowRequest>();
  const insight: SubgraphExecutor = {
    ...{ execute: async () => ({}), ready: async () => true },
    async follow(request) {
      if (isDown) throw new Error('down');
      await begins;
      followed.add(request);
      request.signal.addEventListener('abort', () => followed.delete(request), { once: true });
    },
  };
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://gateway').searchParams.get('query') ?? '';
    const asked = { query, name: null, hash: null, operationName: null, variables: {} };
    const document = subscriptionIn(asked);
    const signal = abortedOnDisconnect(request, response);
    const freeSlot = () => {
      freed += 1;
    };
    if (document === null) throw new Error('It is no subscription');
    live
      .answer({ response, caller: callerFor({}, { signal, freeSlot }) }, asked, document)
      .catch((error: unknown) => error instanceof Refusal && refuse(response, error));
  });
  let url = '';
  beforeAll(async () => {
    url = addressOf(await listening(server, { port: 0, setting: 'GATEWAY_PORT' }));
  });
  beforeEach(() => {
    [isOpen, isDown, value, freed] = [true, false, 1, 0];
    begins = Promise.resolve();
    live = createLive({
      ...{ identitySigner, executors: new Map([['insight', insight]]), limits: { ofOneCaller: 2, inAll: 2 } },
      graph: {
        subscriptionSchemaOf: () => (isOpen ? schema : null),
        ask: async ({ document, variables = {} }) => {
          const data = document.includes('figures')
            ? { figuresChanged: value }
            : { complaintChanged: variables.complaint === 'adults-none' ? null : `${variables.complaint}` };
          return { status: 200, data, errors: [] };
        },
      },
    });
  });
  afterAll(() => closed(server));

  const open = async (query: string) => {
    const leaving = new AbortController();
    const response = await fetch(`${url}?${new URLSearchParams({ query })}`, { signal: leaving.signal });
    return { response, leave: () => leaving.abort() };
  };
  const reading = (response: Response) => {
    let text = '';
    const read = async () => {
      for await (const bytes of response.body ?? []) text += Buffer.from(bytes).toString();
    };
    return { text: () => text, end: read() };
  };
  const change = (subject = 'adults-1') => {
    for (const { onChange } of followed)
      onChange({ subjects: [{ source: 'adults', subject, at: '' }], untold: [] });
  };

  it('hold a place each and no slot, and nothing when their readers have gone', async () => {
    const all = [await open(FIGURES), await open(COMPLAINTS)];
    expect(live.size()).toEqual({ subscriptions: 2, questions: 1 });
    expect([freed, followed.size]).toEqual([2, 1]);
    const { response } = await open(FIGURES);
    expect(response.status).toBe(429);
    for (const { leave } of all) leave();
    await until(() => live.size().subscriptions === 0 && followed.size === 0);
    expect(live.size().questions).toBe(0);
  });

  it('tell what they ask, and when they are stopped say so and end', async () => {
    const [figures, complaints] = [await open(FIGURES), await open(COMPLAINTS)];
    change();
    const told = [reading(figures.response), reading(complaints.response)];
    const [ofFigures, ofComplaints] = told;
    await until(() => ofFigures?.text().includes('data: {"data":{"figuresChanged":1}}') === true);
    await until(
      () => ofComplaints?.text().includes('data: {"data":{"complaintChanged":"adults-1"}}') === true,
    );
    live.stop();
    for (const { text, end } of told) {
      await end;
      expect(text()).toContain('"code":"GOING_AWAY"');
      expect(text().endsWith('event: complete\ndata:\n\n')).toBe(true);
    }
    expect(live.size()).toEqual({ subscriptions: 0, questions: 0 });
  });

  it('end at once where the gateway is stopped while they begin', async () => {
    let begin = () => {};
    begins = new Promise((resolve) => {
      begin = resolve;
    });
    const opening = open(FIGURES);
    await until(() => freed === 1);
    live.stop();
    begin();
    expect(await (await opening).response.text()).toContain('"code":"GOING_AWAY"');
    await until(() => live.size().subscriptions === 0);
  });

  it('say at once what is wrong with them, and hold nothing', async () => {
    const { response } = await open('subscription { nothing }');
    expect(await response.text()).toContain('GRAPHQL_VALIDATION_FAILED');
    expect([live.size().subscriptions, followed.size]).toEqual([0, 0]);
  });

  it('are not there for whom there are none', async () => {
    isOpen = false;
    const { response } = await open(FIGURES);
    expect([response.status, live.size().subscriptions]).toEqual([403, 0]);
  });

  it('tell figures, and no complaints, where what changes cannot be followed', async () => {
    isDown = true;
    const complaints = await open(COMPLAINTS);
    expect(await complaints.response.text()).toContain('SUBGRAPH_UNAVAILABLE');
    const figures = await open(FIGURES);
    const { value: bytes } = (await figures.response.body?.getReader().read()) ?? {};
    expect(Buffer.from(bytes ?? []).toString()).toContain('retry: 3000');
    figures.leave();
    await until(() => live.size().subscriptions === 0);
  });
});
