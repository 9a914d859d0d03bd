import { buildSchema, type DocumentNode, parse } from 'graphql';
import { boundedPlanning } from './bounded-planning';
import type { Caller } from './caller';

const schema = buildSchema('type Query { hello: String }');
const identity = {
  ...{ subject: 'ana', role: 'analyst', streams: [], services: [], partner: null, scopes: [] },
} as const;

/** A caller who can hang up, and whether their slot is held. */
function createCaller() {
  const line = new AbortController();
  const held = new Set<Promise<unknown>>();
  const caller: Caller = {
    ...{ identity, vouch: async () => '', requestId: 'r', signal: line.signal },
    holdSlot(work) {
      held.add(work);
      void work.then(() => held.delete(work));
    },
  };
  return { caller, hangUp: () => line.abort(), isHeld: () => held.size > 0 };
}

const MILLIS = 40;
const passed = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis));

/** A planner whose plans take as long as the test says, and which keeps a failure with its document as the real one does. */
async function withPlanner(planMillis: () => number) {
  const plans = new Map<DocumentNode, Promise<void>>();
  const count = { begun: 0, running: 0, most: 0 };
  const plan = async (signal: AbortSignal | undefined) => {
    count.begun += 1;
    count.running += 1;
    count.most = Math.max(count.most, count.running);
    const begun = Date.now();
    const millis = planMillis();
    while (Date.now() - begun < millis && !signal?.aborted) await passed(2);
    count.running -= 1;
    if (signal?.aborted) throw new Error('cancelled');
  };
  const bounded = boundedPlanning(
    async ({ onSubgraphExecute }) => ({
      unifiedGraph: schema,
      getSubgraphSchema: () => schema,
      async executor(request) {
        const planned = plans.get(request.document) ?? plan(request.signal);
        plans.set(request.document, planned);
        await planned;
        return onSubgraphExecute('part', request);
      },
    }),
    { timeoutMillis: MILLIS },
  );
  const { executor } = await bounded({
    unifiedGraph: schema,
    getUnifiedGraphSDL: () => '',
    onSubgraphExecute: async () => ({ data: { hello: 'there' } }),
  });
  const ask = async (document: DocumentNode, { caller } = createCaller()) =>
    executor?.({ document, context: { caller } });
  return { ask, count };
}

describe('planning', () => {
  const document = () => parse('{ hello }');

  it('answers once there is a plan, which is made once', async () => {
    const { ask, count } = await withPlanner(() => 1);
    const known = document();
    expect(await ask(known)).toEqual({ data: { hello: 'there' } });
    expect(await ask(known)).toEqual({ data: { hello: 'there' } });
    expect(count.begun).toBe(1);
  });

  it('is ended by its time, says so, and costs the next who asks the same nothing', async () => {
    let millis = 10_000;
    const { ask } = await withPlanner(() => millis);
    const known = document();
    await expect(ask(known)).rejects.toMatchObject({
      message: expect.stringContaining('takes too long to plan'),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
    millis = 1;
    expect(await ask(known)).toEqual({ data: { hello: 'there' } });
  });

  it('goes on when the caller hangs up, and holds their slot until it has ended', async () => {
    const { ask, count } = await withPlanner(() => MILLIS / 2);
    const known = document();
    const first = createCaller();
    const gone = ask(known, first);
    await passed(5);
    first.hangUp();
    expect([first.isHeld(), count.running]).toEqual([true, 1]);
    expect(await ask(known)).toEqual({ data: { hello: 'there' } });
    await gone;
    expect([first.isHeld(), count.begun]).toEqual([false, 1]);
  });

  it('is of so many at the same time, and not begun for one who has gone', async () => {
    const { ask, count } = await withPlanner(() => MILLIS / 2);
    const gone = createCaller();
    const asked = Array.from({ length: 4 }, () => ask(document()));
    const late = ask(document(), gone);
    gone.hangUp();
    await expect(late).rejects.toMatchObject({ name: 'NoTimeLeftError' });
    await Promise.all(asked);
    expect(count).toEqual({ begun: 4, running: 0, most: 2 });
    expect(gone.isHeld()).toBe(false);
  });

  it('is not lost for others when one who waits for it hangs up', async () => {
    const { ask, count } = await withPlanner(() => MILLIS / 2);
    const known = document();
    const waiting = createCaller();
    const asked = [ask(known), ask(document())];
    const gone = ask(known, waiting);
    waiting.hangUp();
    await expect(gone).rejects.toMatchObject({ name: 'NoTimeLeftError' });
    await Promise.all(asked);
    await ask(known);
    expect(count.begun).toBe(2);
  });
});
