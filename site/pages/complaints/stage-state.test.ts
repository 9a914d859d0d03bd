import { stageState } from './stage-state';

const open = { dueOn: '2021-06-17', answeredOn: null, inTime: null, isOpen: true };
const words = (stage: Partial<typeof open> | object, asAt: string | null = '2021-09-30') =>
  stageState({ ...open, ...stage }, asAt).words;

describe('how a stage stands', () => {
  it('tells answers in time from late ones, by calendar days', () => {
    expect(stageState({ ...open, answeredOn: '2021-06-17', inTime: true }, null)).toEqual({
      words: 'in time',
      kind: 'good',
    });
    expect(words({ answeredOn: '2021-06-18', inTime: false })).toBe('answered 1 day late');
    expect(words({ answeredOn: '2021-07-01', inTime: false })).toBe('answered 14 days late');
    expect(words({ dueOn: null, answeredOn: '2021-07-01', inTime: null })).toBe('answered');
    expect(words({ dueOn: null, answeredOn: '2021-07-01', inTime: false })).toBe('answered late');
  });

  it('is overdue from the day after the due date on', () => {
    expect(words({}, '2021-06-16')).toBe('due in 1 day');
    expect(words({}, '2021-06-17')).toBe('due that day');
    expect(words({}, '2021-06-18')).toBe('overdue by 1 day');
    expect(stageState(open, '2021-06-29')).toEqual({ words: 'overdue by 12 days', kind: 'bad' });
  });

  it('says what is not known', () => {
    expect(words({ dueOn: null })).toBe('open, no due date');
    expect(words({}, null)).toBe('open, due 17 June 2021');
    expect(words({ isOpen: false })).toBe('ended without an answer');
  });
});
