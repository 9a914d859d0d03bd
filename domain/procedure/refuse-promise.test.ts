import { toDay } from '../calendar/day';
import type { FactsOf } from './command';
import type { LearningFacts } from './learning-facts';
import { isOpenPromise } from './learning-question';
import { refusePromise } from './refuse-promise';
import { answeredCase, answeredStage, decideOn, learned, OFFICER, refusalOf } from './testing/learned-case';

const day = toDay;
const promise = { event: 'promise', owner: null, serviceId: 'waste', dueOn: day('2026-03-27') } as const;
const keep = { event: 'keepPromise', promise: 4, on: day('2026-03-26'), hasEvidence: true } as const;
const move: FactsOf<'movePromise'> = {
  ...{ event: 'movePromise', promise: 4, on: day('2026-03-27'), to: day('2026-04-10'), hasReason: true },
};
const drop = { event: 'dropPromise', promise: 4, on: day('2026-03-27'), hasReason: true } as const;
const promised = learned(answeredCase(), promise);

describe('a promise', () => {
  it('is made for a day on or after the answer, with somebody to keep it', () => {
    expect(refusalOf(decideOn(answeredCase(), { ...promise, dueOn: day('2026-03-16') }))).toBeNull();
    expect(refusalOf(decideOn(answeredCase(), { ...promise, dueOn: day('2026-03-15') }))).toEqual([
      ...['DAY_BEFORE_EARLIER_STEP', 'dueOn'],
    ]);
    expect(refusalOf(decideOn(answeredCase(), { ...promise, serviceId: null }))).toEqual([
      ...['OWNER_MISSING', 'owner'],
    ]);
  });

  it.each<readonly [string, LearningFacts, string, string]>([
    ['kept that nobody made', { ...keep, promise: 3 }, 'PROMISE_UNKNOWN', 'promise'],
    ['kept in the future', { ...keep, on: day('2026-04-02') }, 'DAY_IN_FUTURE', 'on'],
    ['kept before the answer', { ...keep, on: day('2026-03-15') }, 'DAY_BEFORE_EARLIER_STEP', 'on'],
    ['kept with nothing to show', { ...keep, hasEvidence: false }, 'REASON_MISSING', 'evidence'],
    ['moved without a reason', { ...move, hasReason: false }, 'REASON_MISSING', 'reason'],
    ['moved to its own day', { ...move, to: day('2026-03-27') }, 'NOTHING_CHANGES', 'to'],
    ['moved to a day that is over', { ...move, to: day('2026-03-26') }, 'DAY_NOT_LATER', 'to'],
    ['given up without a reason', { ...drop, hasReason: false }, 'REASON_MISSING', 'reason'],
  ])('is not %s', (_, command, code, part) => {
    expect(refusalOf(decideOn(promised, command))).toEqual([code, part]);
  });

  it.each([keep, move, drop])('is followed: %j', (command) => {
    expect(refusalOf(decideOn(promised, command))).toBeNull();
  });

  it('is followed no further once it was kept or given up', () => {
    for (const end of [keep, drop])
      for (const command of [keep, move, drop])
        expect(refusalOf(decideOn(learned(promised, end), command))).toEqual(['PROMISE_SETTLED', 'promise']);
  });

  it('is looked at with the answer that made it, whatever was answered later', () => {
    const stages = [answeredStage(), answeredStage({ number: 2, answeredOn: day('2026-03-30') })];
    const answeredOn = day('2026-03-30');
    const question = { state: { ...promised, stages }, today: day('2026-04-01'), caller: OFFICER };
    expect(refusePromise({ ...question, answeredOn, stage: answeredStage(), command: keep })).toBeNull();
    expect(promised.learning.promises.filter(isOpenPromise)).toHaveLength(1);
  });
});
