import { caseAnswers } from '../testing/a-case';
import { stepRules } from './step-rules';

const [version] = JSON.parse(JSON.stringify(caseAnswers().LiveProcedureCorporate.procedure.versions));

describe('what a procedure says of a step', () => {
  it('is where it may be done, by whom, what comes of it, and where the whole stands', () => {
    expect(stepRules(version, 'ANSWER', 'CORPORATE')).toEqual({
      says: ['Where it stands at “With the service”: for the central team to do. It leads to: Answered.'],
      limits: [],
      whole: {
        href: '/procedures/corporate#live-1-2026-04-01',
        text: 'The whole procedure: Stage 1, with the law behind it',
      },
    });
  });

  it('is told with the limits of the stage and their law, and is nothing more where there is no rule', () => {
    const source = { law: 'The Code', paragraph: 'paragraph 6.3', basis: 'CODE' };
    const limits = [{ name: 'ANSWER', title: 'Answer it', text: 'within 10 working days', source }];
    const rules = stepRules({ ...version, limits }, 'SUSPEND', 'CORPORATE');
    expect(rules.says).toEqual([]);
    expect(rules.limits).toEqual([
      {
        ...{ title: 'Answer it', text: 'within 10 working days' },
        law: 'The Code, paragraph 6.3 (a code or guidance under the law)',
      },
    ]);
    const always = { ...version.events[0], from: [], event: 'NOTE' };
    expect(stepRules({ ...version, events: [always] }, 'NOTE', 'CORPORATE').says[0]).toContain('At any time');
  });
});
