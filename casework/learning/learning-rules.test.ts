import { LEARNING_EVENTS } from '../../domain/procedure/events';
import { answeredCase, answeredStage } from '../../domain/procedure/testing/learned-case';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { isLearningEvent, learningMutation, learningRules } from './learning-rules';

describe('what may be learned of a complaint', () => {
  it('is told as its procedure tells the rest', () => {
    expect(learningRules(answeredCase({ stages: [answeredStage({ outcome: 'NOT_UPHELD' })] }))).toEqual([
      { event: 'promise', from: ['ANSWERED'], leads: 'SAME', roles: ['officer', 'manager'], source: null },
      { event: 'nameCauses', from: ['ANSWERED'], leads: 'SAME', roles: ['officer', 'manager'], source: null },
    ]);
  });

  it('has a mutation for each event that the stream answers', () => {
    const mutations = Object.keys(corporate.resolvers.Mutation ?? {});
    for (const event of LEARNING_EVENTS) expect(mutations).toContain(learningMutation(event, 'corporate'));
    expect([isLearningEvent('promise'), isLearningEvent('answer')]).toEqual([true, false]);
  });
});
