import type { AskLive, LiveAnswer } from './ask-live';
import { createFiguresHub } from './figures-hub';
import { WATCH_TIMES } from './figures-watch';
import { followFigures } from './follow-figures';
import type { FiguresQuestion } from './question';
import { openSession } from './session';
import { callerFor, keepingStream } from './testing';

const QUESTION: FiguresQuestion = {
  kind: 'figures',
  key: 'now',
  document: '{ now: figures }',
  variables: {},
};
const told = (value: number | null): LiveAnswer => ({ data: { now: value } });
const failing = (code: string, now: unknown = null): LiveAnswer => ({
  data: { now },
  errors: [{ message: code, extensions: { code } }],
});

describe('figures that are told when they change', () => {
  let answer: LiveAnswer | Error = told(1);
  const asked: string[] = [];
  const ask: AskLive = async (_, { identity }, signal) => {
    asked.push(identity.subject);
    signal.throwIfAborted();
    if (answer instanceof Error) throw answer;
    return answer;
  };
  beforeEach(() => {
    jest.useFakeTimers();
    answer = told(1);
    asked.length = 0;
  });
  afterEach(() => jest.useRealTimers());
  const pass = (millis: number) => jest.advanceTimersByTimeAsync(millis);

  const hub = () => createFiguresHub({ ask, times: WATCH_TIMES });
  const follow = (
    of: ReturnType<typeof hub>,
    as: Parameters<typeof callerFor>[0] = {},
    question = QUESTION,
  ) => {
    const kept = keepingStream();
    let caller = callerFor(as);
    const session = {
      ...openSession({ caller, stream: kept.stream, onRenewed: () => undefined }),
      caller: () => caller,
    };
    const become = (other: Parameters<typeof callerFor>[0]) => {
      caller = callerFor(other);
    };
    return { ...kept, session, become, ...followFigures(session, question, of) };
  };

  it('are told at once, and then where they are others; not again where they are the same', async () => {
    const { told: heard, onChange, session } = follow(hub());
    await pass(0);
    expect(heard).toEqual([told(1)]);
    onChange();
    await pass(1_000);
    expect(asked).toHaveLength(2);
    expect(heard).toEqual([told(1)]);
    answer = told(2);
    onChange();
    await pass(1_000);
    expect(heard).toEqual([told(1), told(2)]);
    session.end(null);
  });

  it('are asked for once a second at most, however much changes', async () => {
    const { onChange, session } = follow(hub());
    await pass(0);
    for (let change = 0; change < 50; change += 1) {
      onChange();
      await pass(100);
    }
    expect(asked.length).toBeGreaterThanOrEqual(5);
    expect(asked.length).toBeLessThanOrEqual(6);
    session.end(null);
  });

  it('are asked for once for all who may see the same, and not for others', async () => {
    const of = hub();
    const analysts = Array.from({ length: 100 }, (_, place) => follow(of, { subject: `a${place}` }));
    const others = [
      follow(of, { role: 'admin' }),
      follow(of, { smallNumbersBelow: 5 }),
      follow(of, { streams: ['adults'] }),
    ];
    const other = follow(of, {}, { ...QUESTION, variables: { year: 2021 } });
    await pass(0);
    expect(asked).toHaveLength(5);
    answer = told(2);
    for (const { onChange } of [...analysts, ...others, other]) onChange();
    await pass(1_000);
    expect(asked).toHaveLength(10);
    for (const { told: heard } of [...analysts, ...others]) expect(heard).toEqual([told(1), told(2)]);
    for (const { session } of [...analysts, ...others, other]) session.end(null);
    expect(of.size()).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('are the newest alone for a reader who could not take those between, and hold nobody up', async () => {
    const of = hub();
    const [slow, quick] = [follow(of), follow(of)];
    await pass(0);
    slow.hold();
    for (const value of [2, 3, 4]) {
      answer = told(value);
      quick.onChange();
      await pass(1_000);
    }
    expect(slow.told).toEqual([told(1)]);
    expect(quick.told).toHaveLength(4);
    slow.letGo();
    await pass(0);
    expect(slow.told).toEqual([told(1), told(4)]);
    for (const { session } of [slow, quick]) session.end(null);
  });

  it('are told to whoever comes later as they are known', async () => {
    const of = hub();
    const first = follow(of);
    await pass(0);
    const second = follow(of);
    await pass(0);
    expect(second.told).toEqual([told(1)]);
    expect(asked).toHaveLength(1);
    first.session.end(null);
    answer = told(2);
    second.onChange();
    await pass(1_000);
    expect(second.told).toEqual([told(1), told(2)]);
    second.session.end(null);
  });

  it('are asked for again after a minute, and soon where something was missing', async () => {
    answer = failing('SUBGRAPH_UNAVAILABLE', [1]);
    const { told: heard, isComplete, session } = follow(hub());
    await pass(0);
    answer = told(1);
    await pass(5_000);
    expect(heard).toEqual([failing('SUBGRAPH_UNAVAILABLE', [1]), told(1)]);
    expect(isComplete()).toBe(false);
    answer = told(2);
    await pass(60_000);
    expect(heard.at(-1)).toEqual(told(2));
    session.end(null);
  });

  it.each(['FORBIDDEN', 'BAD_USER_INPUT', 'INTERNAL_SERVER_ERROR'])(
    'end where the question is refused (%s), with what says so',
    async (code) => {
      answer = failing(code);
      const { told: heard, isComplete } = follow(hub());
      await pass(0);
      expect(heard).toEqual([failing(code)]);
      expect(isComplete()).toBe(true);
      expect(jest.getTimerCount()).toBe(0);
    },
  );

  it('end where they could not be asked for at all', async () => {
    answer = new Error('no graph');
    const { told: heard, isComplete } = follow(hub());
    await pass(0);
    expect(heard).toMatchObject([{ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }]);
    expect(isComplete()).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('are told as to whoever the caller is now', async () => {
    const of = hub();
    const { told: heard, become, onRenewed, session } = follow(of);
    await pass(0);
    onRenewed();
    expect(asked).toHaveLength(1);
    answer = told(null);
    become({ smallNumbersBelow: 5 });
    onRenewed();
    await pass(0);
    expect(heard).toEqual([told(1), told(null)]);
    expect(of.size()).toBe(1);
    session.end(null);
    expect(of.size()).toBe(0);
  });
});
