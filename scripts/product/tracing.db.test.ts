import { type Library, startLibrary } from '../../gateway/testing/start-library';
import { fixedClock } from '../../platform/config/clock';
import { createLogger } from '../../platform/logging/logger';
import { inBatch } from '../../platform/outbox/in-batch';
import { publish } from '../../platform/outbox/outbox';
import { createRelay } from '../../platform/outbox/relay';
import { listener, teller, writesDown } from '../../platform/outbox/testing';
import { runChild } from '../../platform/testing/child';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { current, onAccountOf } from '../../platform/tracing/current';
import { startCollector } from '../../platform/tracing/testing';
import { newTrace } from '../../platform/tracing/trace-context';
import { inTransaction } from '../../platform/transaction/transaction';
import { openTracing } from './tracing';

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const TRACE_PARENT = `00-${TRACE_ID}-b7ad6b7169203331-00`;
const CANARY = 'canary-Mrs-Secret';

describe('a request that is traced', () => {
  let collector: Awaited<ReturnType<typeof startCollector>>;
  let tracing: Awaited<ReturnType<typeof openTracing>>;
  let lines: Record<string, unknown>[];
  let library: Library;
  const logger = createLogger({ level: 'trace', to: { write: (line) => void lines.push(JSON.parse(line)) } });
  beforeEach(async () => {
    lines = [];
    collector = await startCollector();
    tracing = await openTracing({ tracesEndpoint: `${collector.endpoint}/` }, 'tests');
    library = await startLibrary({ logger, overHttp: true });
  });
  afterEach(async () => {
    await library.stop();
    await collector.stop();
  });
  const told = async () => {
    await tracing.stop();
    return collector.spans;
  };

  it('goes through the gateway and each part in one trace, over HTTP too, and none of its words is told', async () => {
    const headers = { traceparent: TRACE_PARENT, 'x-request-id': 'quoted-1234' };
    await library.ask(`{ whoAmI echo(text: "${CANARY}") }`, { headers });
    const spans = await told();
    expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([TRACE_ID]));
    const named = (name: string) => spans.find((span) => span.name === name);
    expect(named('request')?.parentSpanId).toBe('b7ad6b7169203331');
    expect(named('plan')?.parentSpanId).toBe(named('request')?.spanId);
    expect(named('answer')?.parentSpanId).toBe(named('ask')?.spanId);
    expect(named('ask')?.attributes).toEqual([
      { key: 'complaints.part', value: { stringValue: 'catalogue' } },
    ]);
    expect(collector.texts[0]).toMatch(/^\/v1\/traces /);
    expect(collector.texts.join()).not.toContain(CANARY);
  });

  it('is in each line that is logged of it, with its request', async () => {
    const headers = { traceparent: TRACE_PARENT, 'x-request-id': 'quoted-1234' };
    await library.ask('{ fails(how: "UNEXPECTED") }', { headers });
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatchObject({ traceId: TRACE_ID, requestId: 'quoted-1234' });
    await tracing.stop();
  });

  it('is a trace of its own where its header is no trace', async () => {
    await library.ask('{ whoAmI }', { headers: { traceparent: CANARY } });
    const spans = await told();
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
    expect(spans[0]?.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(collector.texts.join()).not.toContain(CANARY);
  });
});

describe('events of a trace', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([teller, listener]);
  });
  afterAll(() => database.stop());
  const say = (subject: string) =>
    inTransaction(database.of('teller'), { subject: 'seed', role: 'seed' }, (transaction) =>
      publish(transaction, 'teller', [{ kind: 'said', subject, version: 1, payload: {} }]),
    );
  const follow = () =>
    createRelay({
      sources: [{ name: 'teller', dataSource: database.of('outbox_reader') }],
      consumers: [{ schema: 'listener', dataSource: database.of('listener'), follower: writesDown }],
      clock: fixedClock('2021-10-01'),
      onFailure: () => undefined,
    }).drain();

  it('of which none has a trace are applied on nobody’s account', async () => {
    const batch = { part: 'listener', applying: { follower: writesDown, source: 'teller' } };
    const transaction = { query: () => Promise.reject(new Error('asked')), manager: database.owner.manager };
    const event = { kind: 'said', subject: 's', version: 1, payload: {}, at: new Date(0) };
    const events = [{ ...event, position: { xid: '1', id: '1' }, trace: null }];
    expect(await inBatch({ ...batch, transaction }, events, async () => current())).toBeNull();
  });

  it('carry it to whoever follows, in the batch of one trace and beside others', async () => {
    const collector = await startCollector();
    const tracing = await openTracing({ tracesEndpoint: collector.endpoint }, 'tests');
    const [one, other] = [newTrace(), newTrace()];
    await onAccountOf({ trace: one, requestId: null }, () => say('s1'));
    await follow();
    await onAccountOf({ trace: one, requestId: null }, () => say('s2'));
    await onAccountOf({ trace: other, requestId: null }, () => say('s3'));
    await say('s4');
    await follow();
    await tracing.stop();
    await collector.stop();
    const [first, second] = collector.spans.filter(({ name }) => name === 'batch');
    expect([first?.traceId, first?.parentSpanId, first?.links]).toEqual([one.traceId, one.spanId, []]);
    expect(new Set(second?.links.map(({ traceId }) => traceId))).toEqual(
      new Set([one.traceId, other.traceId]),
    );
    const transactions = collector.spans.filter(({ name }) => name === 'transaction');
    expect(transactions.map(({ traceId }) => traceId)).toEqual([one.traceId, one.traceId, other.traceId]);
  });
});

describe('a process that sends no traces', () => {
  it.each([
    ['null', false],
    ["'http://127.0.0.1:9'", true],
  ])('loads nothing for it: with %s it has loaded it: %s', async (endpoint, isLoaded) => {
    const child = runChild({
      code: `
        const { openTracing } = require('./scripts/product/tracing');
        const tracing = await openTracing({ tracesEndpoint: ${endpoint} }, 'tests');
        await tracing.stop();
        const loaded = Object.keys(require.cache).some((file) => file.includes('@opentelemetry'));
        process.exit(loaded ? 3 : 4);`,
    });
    await child.ended;
    expect(child.process.exitCode).toBe(isLoaded ? 3 : 4);
  });
});
