import { toDay } from '../calendar/day';
import { decideLearning, LEARNING_ROLES, permittedLearning } from './decide-learning';
import { LEARNING_EVENTS } from './events';
import type { LearningFacts } from './learning-facts';
import {
  answeredCase,
  answeredStage,
  decideOn,
  learned,
  OFFICER,
  refusalOf,
  WASTE_MANAGER,
} from './testing/learned-case';

const day = toDay;
const promise: LearningFacts = {
  event: 'promise',
  owner: 'olive',
  serviceId: null,
  dueOn: day('2026-04-20'),
};
const drop: LearningFacts = { event: 'dropPromise', promise: 4, on: day('2026-03-20'), hasReason: true };
const unanswered = answeredStage({ number: 2, state: 'RECEIVED', answeredOn: null, outcome: null });

describe('what is learned of an answer', () => {
  it('is refused before there is one, and belongs to the latest stage that has one', () => {
    expect(refusalOf(decideOn(answeredCase({ stages: [{ ...unanswered, number: 1 }] }), promise))).toEqual([
      ...['EVENT_NOT_PERMITTED', null],
    ]);
    expect(decideOn(answeredCase({ stages: [answeredStage(), unanswered] }), promise)).toEqual({
      ...{ isRefused: false, stage: 1, facts: promise },
    });
  });

  it('is open to officers, and to managers of the service; giving up and recommending to officers alone', () => {
    expect(LEARNING_EVENTS.filter((event) => !LEARNING_ROLES[event].includes('manager'))).toEqual([
      ...['dropPromise', 'recommend'],
    ]);
    const promised = learned(answeredCase(), promise);
    expect(refusalOf(decideOn(promised, drop, { caller: WASTE_MANAGER }))).toEqual([
      'ROLE_NOT_PERMITTED',
      null,
    ]);
    expect(refusalOf(decideOn(promised, drop, { caller: OFFICER }))).toBeNull();
    expect(refusalOf(decideOn(answeredCase(), promise, { caller: WASTE_MANAGER }))).toBeNull();
    for (const serviceId of ['housing', null])
      expect(refusalOf(decideOn(answeredCase({ serviceId }), promise, { caller: WASTE_MANAGER }))).toEqual([
        ...['SERVICE_NOT_OWN', null],
      ]);
  });

  it('is listed as permitted exactly where some command of its kind is', () => {
    expect(permittedLearning(answeredCase({ stages: [unanswered] }))).toEqual([]);
    const notUpheld = answeredCase({ stages: [answeredStage({ outcome: 'NOT_UPHELD' })] });
    expect(permittedLearning(notUpheld)).toEqual(['promise', 'nameCauses']);
    expect(permittedLearning(answeredCase())).toEqual(['promise', 'nameCauses', 'recommend']);
    const recommend = { event: 'recommend', owner: null, serviceId: 'waste', dueOn: null } as const;
    const all = learned(answeredCase(), promise, recommend);
    expect([...permittedLearning(all)].sort()).toEqual([...LEARNING_EVENTS].sort());
    expect(permittedLearning(learned(all, drop))).not.toContain('movePromise');
  });

  it('rests on good order, and names no law', () => {
    const decision = decideLearning({
      ...{ state: answeredCase({ stages: [unanswered] }), command: promise },
      ...{ caller: OFFICER, today: day('2026-04-01') },
    });
    expect(decision.isRefused && decision.refusal.source).toBeNull();
  });
});
