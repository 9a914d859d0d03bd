import { englandAndWales } from '../calendar/bank-holidays';
import { toDay } from '../calendar/day';
import { ownDay, ownDaysInWords, ownDaysRule } from './own-day';

const day = (
  name: 'REPLY' | 'COMMENTS' | 'PERSONAL' | 'SERVICE_IMPROVEMENT',
  from: string,
  body: 'LGSCO' | 'HOUSING',
) => ownDay({ name, body, from: toDay(from), calendar: englandAndWales });

describe("the council's own days", () => {
  it.each([
    ['REPLY', '2026-06-01', 'LGSCO', '2026-06-29'],
    ['REPLY', '2026-06-01', 'HOUSING', '2026-06-22'],
    // Christmas Day, the substitute of Boxing Day, and New Year's Day.
    ['COMMENTS', '2026-12-21', 'LGSCO', '2027-01-07'],
    ['PERSONAL', '2026-08-03', 'LGSCO', '2026-08-31'],
    ['SERVICE_IMPROVEMENT', '2026-11-30', 'LGSCO', '2027-02-28'],
  ] as const)('for %s from %s of %s end on %s', (name, from, body, due) => {
    expect(day(name, from, body)).toBe(due);
  });

  it('are none before the first rule, and where the calendar does not reach', () => {
    expect(day('REPLY', '2017-12-31', 'LGSCO')).toBeNull();
    expect(day('REPLY', '2028-12-20', 'LGSCO')).toBeNull();
  });

  it('are said in words', () => {
    const rule = ownDaysRule({ name: 'REPLY', from: toDay('2026-06-01') });
    expect(rule && ownDaysInWords(rule, 'HOUSING')).toBe('15 working days');
  });
});
