import { toDay } from '../../calendar/day';
import { caseAfter, receivedOn, refusalOf, refused } from '../testing/live-case';

const plan = (answerBy: string, on = '2026-01-20') =>
  ({ event: 'agreePlan', on: toDay(on), answerBy: toDay(answerBy) }) as const;
const begun = [receivedOn('2026-01-10'), { event: 'acknowledge', on: toDay('2026-01-12') }] as const;
const state = caseAfter('adults', ...begun);

describe('a plan', () => {
  it('is for a day within the six months, the last of them included', () => {
    expect(refused('adults', state, plan('2026-07-09'))).toBeNull();
    expect(refused('adults', state, plan('2026-07-10'))).toEqual([
      ...['PLAN_TOO_LATE', 'answerBy', 'regulation 14(3)(a)'],
    ]);
    expect(refusalOf('adults', state, plan('2026-07-10'))?.message).toBe(
      '2026-07-10 is past 2026-07-09, the last day for “Answer it at the latest”. Agree an earlier day, or extend BACKSTOP first, by an agreement of 2026-07-09 at the latest.',
    );
  });

  it('is for a later day once more time was agreed before they ran out', () => {
    const extended = caseAfter('adults', ...begun, {
      ...{ event: 'extend', limit: 'BACKSTOP', on: toDay('2026-07-01'), to: toDay('2026-09-30') },
      ...{ hasReason: true, isForGoodReason: false },
    });
    expect(refused('adults', extended, plan('2026-09-30', '2026-07-20'))).toBeNull();
    expect(refused('adults', extended, plan('2026-10-01', '2026-07-20'))?.[0]).toBe('PLAN_TOO_LATE');
  });

  it.each([
    ['for a day before it was agreed', plan('2026-01-19'), 'DAY_BEFORE_EARLIER_STEP', 'answerBy'],
    ['for a day before receipt', plan('2026-01-09'), 'DAY_BEFORE_RECEIPT', 'answerBy'],
    ['agreed before receipt', plan('2026-02-09', '2026-01-09'), 'DAY_BEFORE_RECEIPT', 'on'],
    ['for a day past all calendars', plan('2031-02-09'), 'DAY_OUTSIDE_CALENDAR', 'answerBy'],
  ])('is not %s', (_how, command, code, part) => {
    expect(refused('adults', state, command)?.slice(0, 2)).toEqual([code, part]);
  });

  it('is agreed anew for another day, and not before the one before', () => {
    const planned = caseAfter('adults', ...begun, plan('2026-02-20'));
    expect(refused('adults', planned, plan('2026-03-20', '2026-02-10'))).toBeNull();
    expect(refused('adults', planned, plan('2026-02-20', '2026-02-10'))?.[0]).toBe('NOTHING_CHANGES');
    expect(refused('adults', planned, plan('2026-03-20', '2026-01-19'))?.[0]).toBe('DAY_BEFORE_EARLIER_STEP');
  });
});
