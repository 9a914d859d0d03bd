import type { AskLive, LiveAnswer } from './ask-live';
import { followComplaints } from './follow-complaints';
import type { ComplaintQuestion } from './question';
import { openSession } from './session';
import { callerFor, keepingStream, until } from './testing';

const QUESTION: ComplaintQuestion = {
  ...{ kind: 'complaint', key: 'told', source: 'adults', idVariable: 'c', document: '{ told }' },
  variables: { a: 1 },
};
const AT = '2021-10-01T09:00:00.000Z';
const changed = (ids: readonly string[], at = AT, source = 'adults') => ({
  subjects: ids.map((subject) => ({ source, subject, at })),
  untold: [],
});

describe('complaints that are told when they change', () => {
  const asked: unknown[] = [];
  let answerTo: (id: unknown) => Promise<LiveAnswer>;
  const ask: AskLive = async ({ variables }) => {
    const id = variables?.c;
    asked.push(id);
    return id === 'adults-none' ? answerTo(id).catch(() => ({ data: { told: null } })) : answerTo(id);
  };
  beforeEach(() => {
    asked.length = 0;
    answerTo = async (id) => ({ data: { told: id === 'adults-none' ? null : { id } } });
  });
  const follow = () => {
    const kept = keepingStream();
    const session = openSession({ caller: callerFor(), stream: kept.stream, onRenewed: () => undefined });
    return { ...kept, session, ...followComplaints(session, QUESTION, ask) };
  };
  const idsIn = (told: readonly object[]) =>
    told.map((event) => ('data' in event ? JSON.stringify(event.data) : 'errors'));

  it('are told one after the other, those of the stream alone, each once while it waits', async () => {
    const { told, onChange, session } = follow();
    onChange(changed(['a', 'b', 'a']));
    onChange(changed(['x'], AT, 'corporate'));
    onChange(changed(['b', 'c']));
    await until(() => told.length === 3);
    expect(idsIn(told)).toEqual(['a', 'b', 'c'].map((id) => JSON.stringify({ told: { id } })));
    onChange(changed(['a']));
    await until(() => told.length === 4);
    session.end(null);
  });

  it('are not told where they are not there, or not the caller’s to see', async () => {
    answerTo = async (id) => ({ data: { told: id === 'b' ? { id } : null } });
    const { told, onChange, session } = follow();
    onChange(changed(['a', 'b']));
    await until(() => told.length === 1);
    expect(asked).toEqual(['adults-none', 'a', 'b']);
    session.end(null);
  });

  it('are told with what is missing of them', async () => {
    const errors = [{ message: 'down', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }];
    answerTo = async (id) => ({ data: { told: id === 'adults-none' ? null : { id } }, errors });
    const { told, onChange, isComplete, session } = follow();
    onChange(changed(['a']));
    await until(() => told.length === 1);
    expect(told).toEqual([{ data: { told: { id: 'a' } }, errors }]);
    expect(isComplete()).toBe(false);
    session.end(null);
  });

  it('are refused before anything has changed, where they may not be asked for', async () => {
    answerTo = async () => ({
      data: { told: null },
      errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }],
    });
    const { told, isComplete } = follow();
    await until(isComplete);
    expect(told).toMatchObject([{ errors: [{ extensions: { code: 'FORBIDDEN' } }] }]);
  });

  it('are kept by their ids alone for a slow reader, and end it where too many wait, with from when to read', async () => {
    const { told, onChange, hold, isComplete } = follow();
    await until(() => asked.length === 1);
    hold();
    onChange(changed(['first'], '2021-10-01T08:00:00.000Z'));
    onChange(changed(Array.from({ length: 199 }, (_, place) => `c${place}`)));
    expect(isComplete()).toBe(false);
    expect(asked).toEqual(['adults-none']);
    onChange(changed(['one-more']));
    expect(isComplete()).toBe(true);
    expect(told).toMatchObject([
      { errors: [{ extensions: { code: 'TOO_MANY_CHANGES', changedSince: '2021-10-01T08:00:00.000Z' } }] },
    ]);
  });

  it('end where more changed than is told of the stream, and not where it is another', async () => {
    const { told, onChange, isComplete } = follow();
    onChange({ subjects: [], untold: [{ source: 'corporate', since: AT }] });
    expect(isComplete()).toBe(false);
    onChange({ ...changed(['a'], '2021-10-01T10:00:00.000Z'), untold: [{ source: 'adults', since: AT }] });
    expect(isComplete()).toBe(true);
    expect(told).toMatchObject([{ errors: [{ extensions: { changedSince: AT } }] }]);
  });

  it('end with the moment of one that is asked for and not told yet, where that is the first', async () => {
    answerTo = (id) =>
      id === 'a' ? new Promise(() => undefined) : Promise.resolve({ data: { told: null } });
    const { told, onChange } = follow();
    onChange(changed(['a'], '2021-10-01T08:00:00.000Z'));
    await until(() => asked.includes('a'));
    onChange({ subjects: [], untold: [{ source: 'adults', since: AT }] });
    expect(told).toMatchObject([{ errors: [{ extensions: { changedSince: '2021-10-01T08:00:00.000Z' } }] }]);
  });

  it('go on where a part is lost that tells of no complaint', async () => {
    const { told, onChange, onLost, isComplete, session } = follow();
    onLost('intake');
    expect(isComplete()).toBe(false);
    onChange(changed(['a']));
    await until(() => told.length === 1);
    expect(idsIn(told)).toEqual([JSON.stringify({ told: { id: 'a' } })]);
    session.end(null);
  });

  it('end where nobody knows what changes, or it cannot be asked for', async () => {
    const lost = follow();
    lost.onLost('insight');
    expect(lost.told).toMatchObject([{ errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] }]);
    answerTo = () => Promise.reject(new Error('no graph'));
    const failed = follow();
    failed.onChange(changed(['a']));
    await until(failed.isComplete);
    expect(failed.told).toMatchObject([{ errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] }]);
  });
});
