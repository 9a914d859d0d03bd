import fc from 'fast-check';
import { englandAndWales as calendar } from '../calendar/bank-holidays';
import { closedCalendar } from '../calendar/closed-days';
import { addDays, type Day, toDay, weekday } from '../calendar/day';
import type { Procedure, StageRule } from '../procedure/procedure';
import { dueDay } from './due';
import { dueIfReceived } from './due-if-received';

const rule = (given: Partial<StageRule>): StageRule => ({
  ...{ stage: 1, inForceFrom: toDay('2018-01-01'), source: 'The policy' },
  ...{ acknowledgeWithin: { workingDays: 3 }, answerWithin: { workingDays: 10, from: 'received' } },
  ...{ extendBy: { workingDays: 10 }, reachedOnlyByEscalation: false },
  ...given,
});
const CODE = rule({
  ...{ inForceFrom: toDay('2026-04-01'), source: 'The Code', acknowledgeWithin: { workingDays: 5 } },
  answerWithin: { workingDays: 10, from: 'acknowledged' },
});
const LAW = rule({
  ...{ stage: 2, acknowledgeWithin: null, answerWithin: { months: 6, from: 'received' }, extendBy: null },
});
const procedure: Procedure = { stream: 'test', rules: [rule({}), CODE, LAW] };

const ask = (stage: number, receivedOn: string, acknowledgedOn: string | null = null) =>
  dueIfReceived({
    ...{ procedure, calendar, stage, receivedOn: toDay(receivedOn) },
    acknowledgedOn: acknowledgedOn === null ? null : toDay(acknowledgedOn),
  });

describe('when a stage would be due', () => {
  it('is told with the rule, and the holidays on the way', () => {
    expect(ask(1, '2021-04-01')).toEqual({
      rule: procedure.rules[0],
      inForceTo: '2026-03-31',
      acknowledgement: {
        ...{ dueOn: '2021-04-08', countedFrom: '2021-04-01' },
        holidays: [
          { day: '2021-04-02', name: 'Good Friday' },
          { day: '2021-04-05', name: 'Easter Monday' },
        ],
        why: '3 working days, counted from the day of receipt. The next working day is day 1. Not worked on the way: Good Friday (2021-04-02), Easter Monday (2021-04-05).',
      },
      answer: expect.objectContaining({ dueOn: '2021-04-19', countedFrom: '2021-04-01' }),
      extendableTo: '2021-05-04',
    });
  });

  it('names days in a row on which the calendar is closed once, and lists each', () => {
    const closed = [{ from: toDay('2021-04-06'), to: toDay('2021-04-09'), name: 'Easter holidays' }];
    const asked = { procedure, stage: 1, receivedOn: toDay('2021-04-01'), acknowledgedOn: null };
    const { answer } = dueIfReceived({ ...asked, calendar: closedCalendar(calendar, closed) }) ?? {};
    expect(answer?.why).toContain('Easter Monday (2021-04-05), Easter holidays (2021-04-06 to 2021-04-09).');
    expect([answer?.dueOn, answer?.holidays.length]).toEqual(['2021-04-23', 6]);
  });

  it('counts from the last day to acknowledge, where the clock starts there, or from an earlier acknowledgement', () => {
    expect(ask(1, '2026-04-02')?.answer).toMatchObject({
      ...{ countedFrom: '2026-04-13', dueOn: '2026-04-27', holidays: [] },
      why: expect.stringContaining('a later one buys no time'),
    });
    expect(ask(1, '2026-04-02', '2026-04-02')?.answer).toMatchObject({
      ...{ countedFrom: '2026-04-02', dueOn: '2026-04-20' },
      why: expect.stringContaining('the day on which it was acknowledged'),
    });
    expect(ask(1, '2026-04-02', '2026-05-20')?.answer).toMatchObject({
      ...{ countedFrom: '2026-04-13', dueOn: '2026-04-27' },
      why: expect.stringContaining('a later one buys no time'),
    });
  });

  it('counts months with all of their days', () => {
    expect(ask(2, '2021-08-31')).toMatchObject({
      ...{ inForceTo: null, acknowledgement: null, extendableTo: null },
      answer: {
        ...{ dueOn: '2022-02-28', countedFrom: '2021-08-31', holidays: [] },
        why: '6 calendar months, the day of receipt included. Weekends and holidays count.',
      },
    });
  });

  it('says so where the calendar does not reach', () => {
    expect(ask(1, '2028-12-27')).toMatchObject({
      acknowledgement: { dueOn: null, holidays: [] },
      answer: { dueOn: null, why: expect.stringContaining('known from 2018-01-01 to 2028-12-31') },
      extendableTo: null,
    });
    expect(ask(2, '9999-12-01')?.answer).toMatchObject({
      ...{ dueOn: null, why: expect.stringContaining('The calendar ends before that.') },
    });
  });

  it('is nothing for a stage that there is not, or was not yet', () => {
    expect(ask(3, '2021-04-01')).toBeNull();
    expect(ask(1, '2017-12-31')).toBeNull();
  });

  it('leaves out no holiday and adds none: the days between are worked, weekends or listed', () => {
    const day = fc.nat(3800).map((count) => addDays(toDay('2018-01-01'), count));
    fc.assert(
      fc.property(day, (receivedOn) => {
        const due = ask(1, receivedOn)!;
        expect(due.answer.dueOn).toBe(dueDay({ rule: due.rule, receivedOn, acknowledgedOn: null, calendar }));
        const { countedFrom, dueOn, holidays } = due.answer;
        const off = new Set<Day>(holidays.map((holiday) => holiday.day));
        let worked = 0;
        for (let on = addDays(countedFrom!, 1); on <= dueOn!; on = addDays(on, 1)) {
          if (weekday(on) < 6 && !off.has(on)) worked += 1;
        }
        expect(worked).toBe(10);
        expect([...off].every((one) => weekday(one) < 6 && countedFrom! < one && one < dueOn!)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
