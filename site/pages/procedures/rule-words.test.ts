import { procedureView } from './procedure-view';
import { type Rule, ruleWords } from './rule-words';
import { drawToScale, longestOf } from './to-scale';

const rule = (given: Partial<Rule> = {}): Rule => ({
  ...{ source: 'The Code', inForceFrom: '2026-04-01', inForceTo: null, acknowledgeWithinWorkingDays: 5 },
  ...{ answerWithinWorkingDays: 10, answerWithinMonths: null, answerCountedFrom: 'ACKNOWLEDGED' },
  ...{ extendByWorkingDays: 10, ...given },
});

describe('a rule in words', () => {
  it('says each limit and from which day it is counted', () => {
    expect(ruleWords(rule())).toEqual({
      acknowledge: 'within 5 working days of receipt',
      answer: 'within 10 working days of the acknowledgement',
      longer: 'up to 10 working days more',
      source: 'The Code',
      holds: 'received from 1 April 2026',
    });
  });

  it('says what no law sets', () => {
    const open = rule({
      ...{ acknowledgeWithinWorkingDays: null, answerWithinWorkingDays: null, extendByWorkingDays: null },
    });
    expect(ruleWords(open)).toMatchObject({
      ...{ acknowledge: 'no day is set', answer: 'no day is set', longer: 'the rule gives no number' },
    });
    const months = rule({ ...open, answerWithinMonths: 6, answerCountedFrom: 'RECEIVED' });
    expect(ruleWords(months).answer).toBe('within 6 months of receipt');
  });

  it.each([
    ['2000-01-01', null, 'whatever was received'],
    ['2000-01-01', '2026-03-31', 'received until 31 March 2026'],
    ['2009-04-01', '2026-03-31', 'received from 1 April 2009 to 31 March 2026'],
  ])('says for what it holds: from %s to %s', (inForceFrom, inForceTo, holds) => {
    expect(ruleWords(rule({ inForceFrom, inForceTo })).holds).toBe(holds);
  });
});

describe('a rule to scale', () => {
  it('fills the line with the longest that any allows', () => {
    const half = rule({
      answerWithinWorkingDays: 5,
      extendByWorkingDays: null,
      answerCountedFrom: 'RECEIVED',
    });
    expect([longestOf([rule(), half]), longestOf([])]).toEqual([25, 1]);
    expect(drawToScale(rule({ extendByWorkingDays: null }), 30).match(/width="\d+"/g)).toEqual([
      'width="100"',
      'width="200"',
    ]);
    expect(drawToScale(rule({ acknowledgeWithinWorkingDays: null }), 20)).not.toContain('limit--acknowledge');
  });
});

describe('a stage', () => {
  it('has the rule that is in force on the day, and none before the first', () => {
    const stages = [{ stage: 1, reachedOnlyByEscalation: false, rules: [rule()] }];
    const view = (today: string) =>
      procedureView({ stream: 'CORPORATE', stages }, { today, articles: null }).stages[0];
    expect(view('2026-04-01')?.rule?.source).toBe('The Code');
    expect(view('2026-03-31')?.rule).toBeNull();
    expect(view('2026-04-01')?.rules.map(({ isInForce }) => isInForce)).toEqual([true]);
  });
});
