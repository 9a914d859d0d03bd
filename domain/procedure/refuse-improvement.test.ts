import { toDay } from '../calendar/day';
import type { FactsOf } from './command';
import type { LearningFacts } from './learning-facts';
import { refuseImprovement } from './refuse-improvement';
import { answeredCase, answeredStage, decideOn, learned, OFFICER, refusalOf } from './testing/learned-case';

const day = toDay;
const recommend = { event: 'recommend', owner: null, serviceId: 'waste', dueOn: null } as const;
const agree: FactsOf<'followRecommendation'> = {
  ...{ event: 'followRecommendation', recommendation: 4, became: 'AGREED' },
  ...{ on: day('2026-03-20'), hasReason: false },
};
const done: FactsOf<'followRecommendation'> = { ...agree, became: 'DONE', on: day('2026-03-25') };
const recommended = learned(answeredCase(), recommend);

describe('causes', () => {
  it('are named, and refused where they are the same in another order', () => {
    const named = learned(answeredCase(), { event: 'nameCauses', causes: ['DELAY', 'POLICY'] });
    expect(refusalOf(decideOn(named, { event: 'nameCauses', causes: ['POLICY', 'DELAY'] }))).toEqual([
      ...['NOTHING_CHANGES', 'causes'],
    ]);
    expect(refusalOf(decideOn(named, { event: 'nameCauses', causes: ['POLICY'] }))).toBeNull();
    expect(refusalOf(decideOn(answeredCase(), { event: 'nameCauses', causes: [] }))).toEqual([
      ...['NOTHING_CHANGES', 'causes'],
    ]);
  });
});

describe('a recommendation', () => {
  it('follows from fault, in whole or in part, and from nothing else', () => {
    const found = (outcome: 'PARTIALLY_UPHELD' | 'NOT_UPHELD') =>
      decideOn(answeredCase({ stages: [answeredStage({ outcome })] }), recommend);
    expect(refusalOf(found('PARTIALLY_UPHELD'))).toBeNull();
    expect(refusalOf(found('NOT_UPHELD'))).toEqual(['NO_FAULT_FOUND', null]);
  });

  it('is for a service, and due after the answer where it is due', () => {
    expect(refusalOf(decideOn(answeredCase(), { ...recommend, serviceId: null }))).toEqual([
      ...['NOTHING_CHANGES', 'serviceId'],
    ]);
    expect(refusalOf(decideOn(answeredCase(), { ...recommend, dueOn: day('2026-03-15') }))).toEqual([
      ...['DAY_BEFORE_EARLIER_STEP', 'dueOn'],
    ]);
    expect(refusalOf(decideOn(answeredCase(), { ...recommend, dueOn: day('2026-03-16') }))).toBeNull();
  });

  it.each<readonly [string, LearningFacts, string, string]>([
    ['that nobody made', { ...agree, recommendation: 3 }, 'RECOMMENDATION_UNKNOWN', 'recommendation'],
    ['in the future', { ...agree, on: day('2026-04-02') }, 'DAY_IN_FUTURE', 'on'],
    ['before the answer', { ...agree, on: day('2026-03-15') }, 'DAY_BEFORE_EARLIER_STEP', 'on'],
    ['to decline it without a reason', { ...agree, became: 'DECLINED' }, 'REASON_MISSING', 'reason'],
  ])('is not followed %s', (_, command, code, part) => {
    expect(refusalOf(decideOn(recommended, command))).toEqual([code, part]);
  });

  it('is agreed once, then done; and is followed no further', () => {
    const agreed = learned(recommended, agree);
    expect(refusalOf(decideOn(agreed, agree))).toEqual(['NOTHING_CHANGES', 'became']);
    expect(refusalOf(decideOn(agreed, { ...done, on: day('2026-03-19') }))).toEqual([
      ...['DAY_BEFORE_EARLIER_STEP', 'on'],
    ]);
    const question = { state: agreed, today: day('2026-04-01'), caller: OFFICER };
    const answeredOn = day('2026-03-16');
    expect(refuseImprovement({ ...question, answeredOn, stage: answeredStage(), command: done })).toBeNull();
    expect(refusalOf(decideOn(learned(agreed, done), agree))).toEqual([
      ...['RECOMMENDATION_SETTLED', 'recommendation'],
    ]);
  });
});
