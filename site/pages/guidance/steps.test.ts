import { isCaseStep, isEnquiryStep, stepChoices, stepsWords } from './steps';

describe('the steps that an article may be for', () => {
  it('are all that may happen, with those marked that it is for', () => {
    const [ofComplaints, ofCases] = stepChoices({ steps: ['ANSWER'], enquirySteps: ['REPLY'] });
    const chosen = (of: typeof ofCases) =>
      of?.items.filter(({ isChosen }) => isChosen).map(({ text }) => text);
    expect([chosen(ofComplaints), chosen(ofCases)]).toEqual([['Answer it'], ['Record our reply']]);
    expect([isCaseStep('KEEP_PROMISE'), isCaseStep('REPLY'), isEnquiryStep('REPLY')]).toEqual([
      ...[true, false, true],
    ]);
    expect([isCaseStep('toString'), isEnquiryStep('toString')]).toEqual([false, false]);
  });

  it('are told in words', () => {
    expect(stepsWords({ steps: ['ANSWER', 'EXTEND'], enquirySteps: ['NOTE'] })).toBe(
      'Answer it; Extend a limit; Add a note (ombudsman)',
    );
    expect(stepsWords({ steps: [], enquirySteps: [] })).toBeNull();
  });
});
