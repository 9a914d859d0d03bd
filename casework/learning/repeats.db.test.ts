import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { readRepeats } from './repeats';
import { answered, ask, MANAGER, mutation, OFFICER, OTHER_MANAGER, useStream } from './testing';

useStream(corporate);

const named = async (of: number, receivedOn: string, cause: string | null, answeredOn = '2026-06-12') => {
  await answered(of, { receivedOn, answeredOn, theme: of === 3 ? 'Noise' : 'Delay' });
  if (cause !== null) await ask(mutation('nameCorporateCauses', `causes: [${cause}]`, { of }));
};
const AROUND = 'windowDays asAt around { kind doneOn before after afterUnanswered isOver }';
const repeats = (more: string, as: object = OFFICER) =>
  ask(
    `{ r: corporateRepeats(serviceId: "highways", from: "2026-05-01", to: "2026-06-15", windowDays: 14, ${more}) { ${AROUND} } }`,
    as,
  );

describe('repeats after something was done', () => {
  beforeEach(async () => {
    await named(1, '2026-05-04', 'DELAY', '2026-05-11');
    await ask(
      mutation('promiseCorporateAction', 'action: "Made up", dueOn: "2026-05-30", owner: "olu"', {
        version: 4,
      }),
    );
    const done = 'promise: 5, on: "2026-05-18", evidence: "Seen"';
    await ask(mutation('completeCorporateAction', done, { version: 5 }));
    await named(2, '2026-05-05', 'DELAY');
    await named(3, '2026-05-19', 'DELAY');
    await named(4, '2026-06-01', 'POLICY');
    await named(5, '2026-06-02', 'DELAY');
  });

  it('are counted before and after it, by cause, by theme, or all of the service', async () => {
    const promise = { kind: 'PROMISE', doneOn: '2026-05-18', afterUnanswered: 0, isOver: true };
    const told = (before: number, after: number) => ({
      r: { windowDays: 14, asAt: '2026-06-15', around: [{ ...promise, before, after }] },
    });
    expect(await repeats('cause: DELAY')).toEqual(told(1, 1));
    expect(await repeats('theme: "Delay"')).toEqual(told(1, 1));
    expect(await repeats('cause: DELAY, theme: "Delay"')).toEqual(told(1, 0));
    expect(await repeats('cause: null')).toEqual(told(1, 2));
    expect((await repeats('cause: REPAIRS')).r.around).toEqual([]);
  });

  it('are told to whoever works on the complaints, and only of those', async () => {
    expect((await repeats('cause: DELAY', { ...MANAGER, streams: [] })).r.around).toHaveLength(1);
    expect((await repeats('cause: DELAY', { ...OTHER_MANAGER, streams: [] })).r.around).toEqual([]);
    expect((await repeats('cause: DELAY', { role: 'analyst', streams: [] })).refused).toEqual(['FORBIDDEN']);
  });

  it.each([
    ['from: "2026-06-02", to: "2026-06-01"', 'a day after the last'],
    ['from: "2026-06-31", to: "2026-07-01"', 'a day that is none'],
    ['from: "2026-06-01", to: "2026-07-01", windowDays: 6', 'too few days'],
    ['from: "2026-06-01", to: "2026-07-01", windowDays: 367', 'too many days'],
  ])('are refused for %s: %s', async (days) => {
    const { refused } = await ask(`{ r: corporateRepeats(serviceId: "highways", ${days}) { windowDays } }`);
    expect(refused).toEqual(['BAD_USER_INPUT']);
    expect(typeof readRepeats).toBe('function');
  });
});
