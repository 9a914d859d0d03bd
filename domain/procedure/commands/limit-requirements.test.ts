import { toDay } from '../../calendar/day';
import type { Command } from '../command';
import { caseAfter, receivedOn, refused } from '../testing/live-case';

const day = toDay;
const acknowledge = (text: string): Command => ({ event: 'acknowledge', on: day(text) });
const answer = (text: string, changes = {}): Command => ({
  ...{ event: 'answer', on: day(text), outcome: 'UPHELD', findings: [] },
  ...changes,
});

describe('the next stage', () => {
  const begun = [receivedOn('2026-05-01'), acknowledge('2026-05-05')] as const;
  const escalate = (text: string, hasLateReason = false): Command => ({
    ...{ event: 'escalate', receivedOn: day(text), hasLateReason },
  });

  it('can be asked for in its time after the answer, and later by a reason', () => {
    // Answered on 12 May 2026; twenty working days, over the Spring bank holiday, end on 10 June.
    const state = caseAfter('childrens', ...begun, answer('2026-05-12'));
    expect(refused('childrens', state, escalate('2026-06-10'))).toBeNull();
    expect(refused('childrens', state, escalate('2026-06-11'))?.slice(0, 2)).toEqual([
      ...['REQUEST_TOO_LATE', 'lateReason'],
    ]);
    expect(refused('childrens', state, escalate('2026-06-11', true))).toBeNull();
    expect(refused('childrens', state, escalate('2026-05-11'))?.[0]).toBe('DAY_BEFORE_EARLIER_STEP');
    expect(refused('childrens', state, escalate('2027-07-01'))?.[0]).toBe('DAY_IN_FUTURE');
  });

  it('is open at once after a missed answer, and not a day before', () => {
    const state = caseAfter('childrens', ...begun);
    expect(refused('childrens', state, escalate('2026-05-18'))).toEqual([
      ...['LIMIT_NOT_MISSED', 'receivedOn', 'stage 1: a missed limit'],
    ]);
    expect(refused('childrens', state, escalate('2026-05-19'))).toBeNull();
    expect(caseAfter('childrens', ...begun, escalate('2026-05-19')).stages).toMatchObject([
      { state: 'ESCALATED', answeredOn: null, endedOn: '2026-05-19' },
      { number: 2, receivedOn: '2026-05-19', route: 'ESCALATED' },
    ]);
  });
});
