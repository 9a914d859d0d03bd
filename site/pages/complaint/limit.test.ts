import { GatewayRefusal } from '../../gateway/refusal';
import { askLimit, type Limit, limitWords } from './limit';

const limit: Limit = {
  extendableTo: null,
  rule: { source: 'Policy', answerWithinWorkingDays: 10, answerWithinMonths: null },
  answer: { dueOn: '2021-06-17' },
};
const stage = { stream: 'CORPORATE', stage: 1, receivedOn: '2021-06-03' };
const asking = { accessToken: 'token', requestId: 'request' };

describe('the limit of a stage', () => {
  it('is told beside the due date, and where the two differ', () => {
    expect(limitWords('2021-06-17', limit)).toBe('10 working days');
    expect(limitWords('2021-07-01', limit)).toBe('later than the 10 working days of the rule');
    expect(limitWords('2021-06-10', limit)).toBe('earlier than the 10 working days of the rule');
    const months = {
      ...limit,
      rule: { ...limit.rule, answerWithinWorkingDays: null, answerWithinMonths: 6 },
    };
    expect(limitWords('2021-06-17', months)).toBe('6 months');
  });

  it('is not told where it is not known', () => {
    expect(limitWords(null, limit)).toBeNull();
    expect(limitWords('2021-06-17', null)).toBeNull();
    expect(limitWords('2021-06-17', { ...limit, answer: { dueOn: null } })).toBeNull();
    const none = { ...limit, rule: { ...limit.rule, answerWithinWorkingDays: null } };
    expect(limitWords('2021-06-17', none)).toBeNull();
  });

  it('costs nothing but itself where it cannot be had', async () => {
    const down = { ask: async () => Promise.reject(new GatewayRefusal('TIMEOUT', 'slow')) };
    expect(await askLimit(down, asking, stage)).toBeNull();
    expect(await askLimit(down, asking, { ...stage, stream: null })).toBeNull();
    const broken = { ask: async () => Promise.reject(new TypeError('a slip')) };
    await expect(askLimit(broken, asking, stage)).rejects.toThrow('a slip');
  });
});
