import { englandAndWales } from '../calendar/bank-holidays';
import { closedCalendar } from '../calendar/closed-days';
import { toDay } from '../calendar/day';
import type { LimitRule } from '../procedure/stage-version';
import { type ClockedStage, limitDay } from './limit-day';
import { byTheCode, calendars, limitOf, source, stageReceived, workingDays } from './testing/stages';

const daysOf = (limits: readonly LimitRule[], name: string, stage: ClockedStage) => {
  const limit = limits.find((one) => one.name === name)!;
  return limitDay({ limit, stage, version: { limits }, calendars });
};
const first = byTheCode(5, 10);
const answer = (stage: ClockedStage) => daysOf(first, 'ANSWER', stage);
const paused = limitOf({
  pausedBy: ['ADVOCATE'],
  extension: { by: workingDays(10), isPassableForGoodReason: false, source },
});
const suspended = (from: string, to: string | null, ground: 'ADVOCATE' | 'PROCEEDINGS' = 'ADVOCATE') => ({
  suspensions: [{ ground, from: toDay(from), to: to === null ? null : toDay(to) }],
});
const extended = (on: string, to: string) => ({
  extensions: [{ limit: 'ANSWER', on: toDay(on), to: toDay(to), isForGoodReason: false }],
});

describe('the days of a limit', () => {
  it('are counted from the acknowledgement, or from the last day for it', () => {
    const days = { originalDueOn: '2026-04-27', dueOn: '2026-04-27', extendableTo: '2026-05-12' };
    const open = { startsOn: '2026-04-13', ...days, isEstimated: false };
    expect(answer(stageReceived('2026-04-02'))).toEqual(open);
    const onTime = stageReceived('2026-04-02', { acknowledgedOn: toDay('2026-04-02') });
    expect(answer(onTime)).toMatchObject({ startsOn: '2026-04-02', dueOn: '2026-04-20' });
  });

  it.each(['2026-04-14', '2026-06-01', '2026-04-01'])('are not later by an acknowledgement on %s', (day) => {
    expect(answer(stageReceived('2026-04-02', { acknowledgedOn: toDay(day) })).dueOn).toBe('2026-04-27');
  });

  it('are none while nothing has started the clock', () => {
    const report = limitOf({ name: 'PANEL_REPORT', starts: { with: 'panelHeld' }, metBy: 'panelReported' });
    const none = { startsOn: null, originalDueOn: null, dueOn: null, extendableTo: null };
    expect(daysOf([report], 'PANEL_REPORT', stageReceived('2026-04-02'))).toEqual({
      ...none,
      isEstimated: false,
    });
  });

  it('start with something else where the first has not happened', () => {
    const limits = [
      limitOf({ starts: { with: 'statementAgreed', orElse: 'received' }, within: workingDays(25) }),
    ];
    expect(daysOf(limits, 'ANSWER', stageReceived('2025-12-22')).dueOn).toBe('2026-01-29');
    const agreed = stageReceived('2025-12-15', { statementAgreedOn: toDay('2025-12-22') });
    expect(daysOf(limits, 'ANSWER', agreed).dueOn).toBe('2026-01-29');
  });

  it('move by an extension that is later, and by no other', () => {
    expect(answer(stageReceived('2026-04-02', extended('2026-04-20', '2026-05-05'))).dueOn).toBe(
      '2026-05-05',
    );
    expect(answer(stageReceived('2026-04-02', extended('2026-04-20', '2026-04-21'))).dueOn).toBe(
      '2026-04-27',
    );
  });

  it('are those of the plan where one is agreed, earlier or later', () => {
    const limits = [limitOf({ isPlanned: true })];
    for (const day of ['2026-04-10', '2026-07-01']) {
      const planned = { planAgreedOn: toDay('2026-04-08'), plannedFor: toDay(day) };
      const days = daysOf(limits, 'ANSWER', stageReceived('2026-04-02', planned));
      expect([days.dueOn, days.originalDueOn]).toEqual([day, '2026-04-20']);
    }
  });

  it('begin months with the day itself', () => {
    const backstop = limitOf({ name: 'BACKSTOP', within: { count: 6, unit: 'MONTH' } });
    expect(daysOf([backstop], 'BACKSTOP', stageReceived('2026-01-10')).dueOn).toBe('2026-07-09');
  });

  it('move by the working days of a suspension on its grounds', () => {
    const limits = [paused];
    // Thursday's receipt; Friday is day 1. From Monday 14 to Thursday 17 three days are not counted.
    const stage = (happened: object) => daysOf(limits, 'ANSWER', stageReceived('2026-09-10', happened));
    expect(stage({}).dueOn).toBe('2026-09-24');
    expect(stage(suspended('2026-09-14', '2026-09-17'))).toMatchObject({
      ...{ originalDueOn: '2026-09-24', dueOn: '2026-09-29', extendableTo: '2026-10-13' },
    });
    expect(stage(suspended('2026-09-14', '2026-09-14')).dueOn).toBe('2026-09-24');
    expect(stage(suspended('2026-09-14', '2026-09-17', 'PROCEEDINGS')).dueOn).toBe('2026-09-24');
    expect(stage(suspended('2026-09-24', '2026-10-30')).dueOn).toBe('2026-09-24');
  });

  it('cannot be told while the clock stands still, unless they were past by then', () => {
    const stage = (from: string) =>
      daysOf([paused], 'ANSWER', stageReceived('2026-09-10', suspended(from, null)));
    expect(stage('2026-09-14')).toMatchObject({
      originalDueOn: '2026-09-24',
      dueOn: null,
      extendableTo: null,
    });
    expect(stage('2026-09-24').dueOn).toBe('2026-09-24');
  });

  it('move an extension by what stood still after it was agreed, and by nothing before', () => {
    const days = (on: string) => {
      const happened = { ...suspended('2026-09-14', '2026-09-17'), ...extended(on, '2026-10-08') };
      return daysOf([paused], 'ANSWER', stageReceived('2026-09-10', happened)).dueOn;
    };
    expect([days('2026-09-11'), days('2026-09-18')]).toEqual(['2026-10-13', '2026-10-08']);
  });

  it('are estimated where school holidays of a year on the way are not known', () => {
    const limits = [limitOf({ within: { count: 10, unit: 'SCHOOL_DAY' } })];
    const easter = { from: toDay('2026-03-30'), to: toDay('2026-04-10'), name: 'Easter holidays' };
    const school = closedCalendar(englandAndWales, [easter]);
    const days = (receivedOn: string, known = { ...calendars, school }) => {
      const asked = { limit: limits[0]!, stage: stageReceived(receivedOn), version: { limits } };
      const { dueOn, isEstimated } = limitDay({ ...asked, calendars: known });
      return [dueOn, isEstimated];
    };
    expect(days('2026-03-26')).toEqual(['2026-04-23', false]);
    expect(days('2026-03-26', { ...calendars, school: englandAndWales })).toEqual(['2026-04-13', true]);
    expect(days('2026-08-27')).toEqual(['2026-09-11', true]);
    expect(
      limitDay({ limit: limits[0]!, stage: stageReceived('2026-03-26'), version: { limits }, calendars }),
    ).toMatchObject({ dueOn: '2026-04-13', isEstimated: true });
  });

  it('end where the calendar does, but for a day that was agreed', () => {
    expect(answer(stageReceived('2028-12-28')).dueOn).toBeNull();
    expect(answer(stageReceived('2031-01-01', extended('2031-01-05', '2031-02-03'))).dueOn).toBe(
      '2031-02-03',
    );
  });
});
