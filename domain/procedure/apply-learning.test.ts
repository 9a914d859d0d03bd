import fc from 'fast-check';
import { addDays, toDay } from '../calendar/day';
import { applyLearning, isLearning } from './apply-learning';
import { NOTHING_LEARNED } from './learning';
import { answeredCase, learned } from './testing/learned-case';

const day = toDay;
const promise = { event: 'promise', owner: 'olive', serviceId: null, dueOn: day('2026-03-27') } as const;
const move = (on: string, to: string) =>
  ({ event: 'movePromise', promise: 4, on: day(on), to: day(to), hasReason: true }) as const;

describe('what is learned of a complaint', () => {
  it('is told apart from what the procedure knows', () => {
    expect(isLearning(promise)).toBe(true);
    expect(isLearning({ event: 'note' })).toBe(false);
  });

  it('holds a promise with the day it was first for, and the day it is for now', () => {
    const [held] = learned(answeredCase(), promise, move('2026-03-20', '2026-04-10')).learning.promises;
    expect(held).toEqual({
      ...{ place: 4, stage: 1, owner: 'olive', serviceId: null, firstDueOn: '2026-03-27' },
      ...{ dueOn: '2026-04-10', countsBy: '2026-04-10', keptOn: null, droppedOn: null },
    });
  });

  it('holds a promise that was late before it was moved against the day that was over', () => {
    const late = learned(answeredCase(), promise, move('2026-03-28', '2026-04-10')).learning.promises;
    expect(late).toMatchObject([{ dueOn: '2026-04-10', countsBy: '2026-03-27' }]);
    const still = learned(
      answeredCase(),
      promise,
      move('2026-03-28', '2026-04-10'),
      move('2026-03-29', '2026-05-10'),
    );
    expect(still.learning.promises).toMatchObject([{ dueOn: '2026-05-10', countsBy: '2026-03-27' }]);
  });

  it('never makes a promise timely by moving it: each day counts that was not over when it was moved', () => {
    const step = fc.record({ wait: fc.nat(10), by: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        let [on, learning] = [
          day('2026-03-16'),
          applyLearning(NOTHING_LEARNED, { place: 4, stage: 1, facts: promise }),
        ];
        let [counts, isLate] = [promise.dueOn, false];
        for (const { wait, by } of steps) {
          on = addDays(on, wait);
          const to = addDays(on, by);
          isLate ||= on > counts;
          counts = isLate ? counts : to;
          const facts = { event: 'movePromise', promise: 4, on, to, hasReason: true } as const;
          learning = applyLearning(learning, { place: 5, stage: 1, facts });
        }
        expect(learning.promises[0]?.countsBy).toBe(counts);
      }),
    );
  });

  it('keeps what became of promises and recommendations, and leaves others as they are', () => {
    const recommend = { event: 'recommend', owner: null, serviceId: 'waste', dueOn: null } as const;
    const { learning } = learned(
      answeredCase(),
      promise,
      promise,
      recommend,
      { event: 'keepPromise', promise: 4, on: day('2026-03-26'), hasEvidence: true },
      { event: 'dropPromise', promise: 5, on: day('2026-03-25'), hasReason: true },
      {
        event: 'followRecommendation',
        recommendation: 6,
        became: 'DONE',
        on: day('2026-03-30'),
        hasReason: false,
      },
    );
    expect(learning.promises).toMatchObject([
      { place: 4, keptOn: '2026-03-26', droppedOn: null },
      { place: 5, keptOn: null, droppedOn: '2026-03-25' },
    ]);
    expect(learning.recommendations).toMatchObject([{ place: 6, became: 'DONE', becameOn: '2026-03-30' }]);
  });

  it('holds the causes of a stage as they were named last', () => {
    const name = (...causes: readonly ('DELAY' | 'POLICY')[]) => ({ event: 'nameCauses', causes }) as const;
    const named = learned(answeredCase(), name('DELAY'), name('POLICY', 'DELAY'));
    expect(named.learning.causes).toEqual([{ stage: 1, causes: ['POLICY', 'DELAY'] }]);
    expect(learned(named, name()).learning.causes).toEqual([]);
    const second = applyLearning(named.learning, { place: 9, stage: 2, facts: name('DELAY') });
    expect(second.causes.map(({ stage }) => stage)).toEqual([1, 2]);
  });
});
